// Accounts, orders and limits by lane.
import { rows } from '/api.js';
import { card, el, money, nothing, percent, table, when } from '/dom.js';
import { lines } from '/charts.js';
import { pairLink } from '/parts.js';

export async function portfolio() {
  const [accounts, past, orders, risk] = await Promise.all([
    rows('/portfolio'), rows('/portfolio/history'), rows('/orders', { limit: 100 }), rows('/risk', { limit: 30 })]);
  const of = lane => past.filter(row => row.lane === lane);
  const lane = name => {
    const history = of(name);
    return card(name === 'GATED' ? 'GATED: acts only on what passed every gate' : 'RESEARCH: on paper for ever, whatever the gates say',
      table([{ title: 'currency', cell: row => row.quote }, { title: 'equity', n: true, cell: row => money(row.equity) }, { title: 'cash', n: true, cell: row => money(row.cash) },
        { title: 'positions', n: true, cell: row => row.positions }, { title: 'realised', n: true, cell: row => money(row.realised) },
        { title: 'unrealised', n: true, cell: row => money(row.unrealised) }, { title: 'fees', n: true, cell: row => money(row.fees) },
        { title: 'drawdown', n: true, cell: row => percent(row.drawdown) },
        { title: 'kill switch', cell: row => row.stopped ? el('strong', { class: 'down' }, 'tripped') : 'armed' }],
      accounts.filter(row => row.lane === name)),
      [...new Set(history.map(row => row.quote))].map(quote => {
        const own = history.filter(row => row.quote === quote);
        const moved = own.some(row => row.equity !== own[0].equity);
        return moved ? lines(own.map(row => row.at), [{ title: `equity in ${quote}`, values: own.map(row => Number(row.equity)) }], `equity of ${name} in ${quote}`) : null;
      }));
  };
  return [el('h1', {}, 'Portfolio and risk'), ...(accounts.length ? [lane('GATED'), lane('RESEARCH')] : [card('No account yet', nothing('Accounts begin with the first whole tick.'))]),
    card('Orders of the last 30 days', orders.length ? table([
      { title: 'at', cell: row => when(row.at) }, { title: 'lane', cell: row => row.lane }, { title: 'pair', cell: row => pairLink(row.pair) },
      { title: 'side', cell: row => row.side }, { title: 'quantity', n: true, cell: row => row.quantity }, { title: 'price', n: true, cell: row => row.price },
      { title: 'status', cell: row => row.status }, { title: 'reason', cell: row => row.reason || '' }], orders) : nothing('None.')),
    card('Limits hit within 30 days, the newest', risk.length ? table([
      { title: 'at', cell: row => when(row.at) }, { title: 'lane', cell: row => row.lane }, { title: 'event', cell: row => row.event },
      { title: 'rule', cell: row => row.rule || '' }, { title: 'of', cell: row => row.subject }, { title: 'detail', cell: row => row.detail || '' }], risk) : nothing('None.'))];
}
