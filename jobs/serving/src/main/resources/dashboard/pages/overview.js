// Is it alive, what does it expect, why is trading blocked, how good was it.
import { get, rows } from '/api.js';
import { card, el, interval, link, money, nothing, number, percent, signed, table, when } from '/dom.js';
import { pairLink, progress, standing, sure } from '/parts.js';

function refusals(gates) {
  const counts = new Map();
  for (const row of gates) {
    for (const part of (row.refusals || '').split(' ').filter(Boolean)) {
      const [reason, count] = part.trim().split('=');
      counts.set(reason, (counts.get(reason) || 0) + Number(count));
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

export async function overview() {
  const [reasons, health, gates, signals, performance, accounts] = await Promise.all([
    get('/gates/reasons'), get('/health'), rows('/gates'), rows('/predictions/latest', { order: 'surest', limit: 8 }), rows('/performance'), rows('/portfolio')]);
  if (!health.ready) return [el('h1', {}, 'Overview'), card('Nothing to show yet', ...health.reasons.map(nothing))];
  const blocked = refusals(gates);
  const months = new Map(performance.map(row => [row.horizon, row]));
  return [el('h1', {}, 'Overview'), el('div', { class: 'cards' },
    card('Is it alive?', el('p', { class: 'big' }, when(health.whole_up_to)), nothing(`UTC; rows of ${health.kind} ${health.run} are whole up to then`)),
    card('Why is trading blocked?', blocked.length
      ? el('ul', {}, blocked.map(([reason, count]) => el('li', {}, `${reasons[reason] || reason} (${reason}, ${count})`)))
      : nothing('No verdict of the last tick was refused.'), link('#/gates', 'all gates')),
    card('Training, of 12 weeks', gates.length ? gates.map(progress) : nothing('No tick yet.'))),
  card('What does it expect?', signals.length ? table([
    { title: 'pair', cell: row => pairLink(row.pair) }, { title: 'horizon', cell: row => row.horizon },
    { title: 'P(up)', n: true, cell: row => percent(row.p_up) },
    { title: 'expected', n: true, cell: row => signed(row.expected_return) },
    { title: 'interval', n: true, cell: row => interval(row.lower, row.upper) },
    { title: 'how sure', n: true, cell: sure }, { title: 'verdict', cell: standing },
  ], signals, { caption: 'the likeliest of the last tick, whatever the gates say of them' }) : nothing('No forecast at the last tick: no model is in force, or histories are too short.')),
  el('div', { class: 'cards' },
    card('How good were its intervals?', months.size ? table([
      { title: 'horizon', cell: row => row.horizon }, { title: 'month', cell: row => row.month },
      { title: 'promised', n: true, cell: row => percent(row.promised) }, { title: 'held', n: true, cell: row => percent(row.realised) },
      { title: 'outcomes', n: true, cell: row => number(row.outcomes, 0) }], [...months.values()]) : nothing('No outcome is known yet.')),
    card('Paper accounts', accounts.length ? table([
      { title: 'lane', cell: row => row.lane }, { title: 'equity', n: true, cell: row => money(row.equity, row.quote) },
      { title: 'drawdown', n: true, cell: row => percent(row.drawdown) },
      { title: '', cell: row => row.stopped ? el('strong', { class: 'down' }, 'stopped') : '' }], accounts) : nothing('No account yet.')))];
}
