// One pair: what was traded, what was expected, what came.
import { rows } from '/api.js';
import { card, el, interval, link, nothing, percent, signed, table, when } from '/dom.js';
import { candles, fan } from '/charts.js';
import { horizons, standing, sure } from '/parts.js';

export async function pair(name, horizon) {
  const [bars, verdicts] = await Promise.all([rows(`/market/${name}`), rows(`/predictions/${name}`)]);
  const ahead = horizons(verdicts);
  const chosen = ahead.includes(horizon) ? horizon : ahead[0];
  const ofHorizon = verdicts.filter(verdict => verdict.horizon === chosen);
  return [el('h1', {}, name.replace('-', '/')),
    card('Bars of the last week', bars.length ? candles(bars, `candles of ${name}`) : nothing('No bar within the last week.')),
    card(`What was expected, and what came${chosen ? `, ${chosen} ahead` : ''}`,
      el('div', { class: 'bar' }, ahead.map(other => el('a', { href: `#/pair/${name}/${other}`, 'aria-current': other === chosen ? 'true' : undefined }, other))),
      ofHorizon.length ? fan(ofHorizon, `intervals of ${name} ${chosen} ahead and outcomes`) : nothing('No forecast of this pair within the last week.')),
    ofHorizon.length ? card('Forecasts', table([
      { title: 'decided', cell: row => link(`#/explain/${row.prediction_id}/${row.decision_at}`, when(row.decision_at)) }, { title: 'P(up)', n: true, cell: row => percent(row.p_up) },
      { title: 'expected', n: true, cell: row => signed(row.expected_return) },
      { title: 'interval', n: true, cell: row => interval(row.lower, row.upper) },
      { title: 'came', n: true, cell: row => signed(row.outcome) },
      { title: 'held', cell: row => row.held === null ? '–' : row.held ? 'yes' : 'no' },
      { title: 'how sure', n: true, cell: sure }, { title: 'verdict', cell: standing }, { title: 'model', cell: row => row.version || '–' },
    ], ofHorizon.slice(0, 48), { caption: `the newest ${Math.min(48, ofHorizon.length)} of ${ofHorizon.length} within the last week` })) : null];
}
