// Accounts, orders and limits by lane.
import { rows } from '/api.js';
import { card, el, money, nothing, percent, price, table, when } from '/dom.js';
import { lines } from '/charts.js';
import { pairLink } from '/parts.js';

const held = positions => positions.length ? table([
  { title: 'pair', cell: row => pairLink(row.pair) }, { title: 'quantity', n: true, cell: row => row.quantity },
  { title: 'average cost', n: true, cell: row => price(Number(row.average_cost)) },
  { title: 'last close', n: true, cell: row => row.close === null ? 'none within two days' : price(Number(row.close)) },
  { title: 'cost', n: true, cell: row => money(row.cost) }, { title: 'value', n: true, cell: row => money(row.value) },
  { title: 'unrealised', n: true, cell: row => money(row.unrealised) }, { title: 'last fill', cell: row => when(row.last_fill_at) },
], positions, { caption: 'positions; cost includes fees' }) : nothing('Nothing is held.');

function killSwitch(switches) {
  const tripped = switches.filter(row => row.what_to_do);
  return [table([{ title: 'lane', cell: row => row.lane }, { title: 'currency', cell: row => row.quote },
    { title: 'state', cell: row => row.what_to_do ? el('strong', { class: 'down' }, row.state) : row.state },
    { title: 'loss since the peak', n: true, cell: row => percent(row.drawdown) }], switches),
  ...[...new Set(tripped.map(row => row.what_to_do))].map(words => el('p', { class: 'warn' }, words))];
}

export async function portfolio() {
  const [accounts, positions, switches, past, orders, risk] = await Promise.all([
    rows('/portfolio'), rows('/positions'), rows('/risk/switch'), rows('/portfolio/history'), rows('/orders', { limit: 100 }), rows('/risk', { limit: 30 })]);
  const of = lane => past.filter(row => row.lane === lane);
  const lane = name => {
    const history = of(name);
    return card(name === 'GATED' ? 'GATED: acts only on what passed every gate' : 'RESEARCH: on paper for ever, whatever the gates say',
      table([{ title: 'currency', cell: row => row.quote }, { title: 'equity', n: true, cell: row => money(row.equity) }, { title: 'cash', n: true, cell: row => money(row.cash) },
        { title: 'positions', n: true, cell: row => row.positions }, { title: 'realised', n: true, cell: row => money(row.realised) },
        { title: 'unrealised', n: true, cell: row => money(row.unrealised) }, { title: 'fees', n: true, cell: row => money(row.fees) },
        { title: 'drawdown', n: true, cell: row => percent(row.drawdown) }],
      accounts.filter(row => row.lane === name)),
      held(positions.filter(row => row.lane === name)),
      [...new Set(history.map(row => row.quote))].map(quote => {
        const own = history.filter(row => row.quote === quote);
        const moved = own.some(row => row.equity !== own[0].equity);
        return moved ? lines(own.map(row => row.at), [{ title: `equity in ${quote}`, values: own.map(row => Number(row.equity)) }], `equity of ${name} in ${quote}`) : null;
      }));
  };
  return [el('h1', {}, 'Portfolio and risk'),
    switches.length ? card('Kill switch', killSwitch(switches)) : null, ...(accounts.length ? [lane('GATED'), lane('RESEARCH')] : [card('No account yet', nothing('Accounts begin with the first whole tick.'))]),
    card('Orders of the last 30 days', orders.length ? table([
      { title: 'at', cell: row => when(row.at) }, { title: 'lane', cell: row => row.lane }, { title: 'pair', cell: row => pairLink(row.pair) },
      { title: 'side', cell: row => row.side }, { title: 'quantity', n: true, cell: row => row.quantity }, { title: 'price', n: true, cell: row => row.price },
      { title: 'status', cell: row => row.status }, { title: 'reason', cell: row => row.reason || '' }], orders) : nothing('None.')),
    card('Limits hit within 30 days, the newest', risk.length ? table([
      { title: 'at', cell: row => when(row.at) }, { title: 'lane', cell: row => row.lane }, { title: 'event', cell: row => row.event },
      { title: 'rule', cell: row => row.rule || '' }, { title: 'of', cell: row => row.subject }, { title: 'detail', cell: row => row.detail || '' }], risk) : nothing('None.'))];
}
