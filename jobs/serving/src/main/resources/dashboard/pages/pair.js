// One pair: what was traded, what its features say, what was said and moved, what was expected, what came.
import { get, rows } from '/api.js';
import { card, el, interval, link, nothing, number, percent, signed, table, when } from '/dom.js';
import { candles, fan, lines } from '/charts.js';
import { horizons, standing, sure } from '/parts.js';

const FIRST_SHOWN = ['rsi_14', 'rv_cc_24'];
const MOST_SHOWN = 6;
const FEATURE = /^[a-z0-9_]{1,40}$/;

// Each in a chart of its own below the bars: their units differ. Which are shown stands in the address.
async function features(name, horizon, known, shown) {
  const to = names => `#/pair/${name}/${horizon || '-'}/${names.join(',') || 'none'}`;
  const choice = el('input', { type: 'search', list: 'features', placeholder: 'add a feature', 'aria-label': 'add a feature',
    onchange: () => { if (known.has(choice.value) && !shown.includes(choice.value)) location.hash = to([...shown, choice.value].slice(-MOST_SHOWN)); } });
  const values = shown.length ? await rows(`/market/${name}/features`, { columns: shown.join(',') }) : [];
  return card('Indicators', el('div', { class: 'bar' }, choice,
    el('datalist', { id: 'features' }, [...known.keys()].map(value => el('option', { value }))),
    shown.map(feature => el('a', { href: to(shown.filter(other => other !== feature)), 'aria-label': `take ${feature} away` }, `${feature} ×`))),
  shown.map(feature => el('figure', {}, el('figcaption', { title: known.get(feature).meaning }, `${feature}${known.get(feature).unit ? `, ${known.get(feature).unit}` : ''}: ${known.get(feature).meaning || 'not known to this program'}`),
    values.some(row => row[feature] !== null) ? lines(values.map(row => row.decision_at), [{ title: feature, values: values.map(row => row[feature]) }], `${feature} of ${name}`, 180)
      : nothing('No value within the last week: its history was too short, or what it is made of was not heard.'))),
  shown.length ? null : nothing('None chosen.'));
}

const elsewhere = health => `This ${health.kind} read an archive: what was said and moved lies there and not in its folder.`;

function texts(health, all) {
  return card('What was said', all.length ? table([
    { title: 'known', cell: row => when(row.available_at) }, { title: 'where', cell: row => row.group },
    { title: 'words', wraps: true, cell: row => row.words }, { title: 'score', n: true, cell: row => number(row.score) },
  ], all, { caption: `${all.length} texts within the last week, as normalised for features` })
    : nothing(health.records_events ? 'No text about it within the last week.' : elsewhere(health)));
}

function transfers(health, all) {
  return card('What was moved', all.length ? table([
    { title: 'known', cell: row => when(row.available_at) }, { title: 'chain', cell: row => row.chain }, { title: 'amount', n: true, cell: row => number(row.amount) },
    { title: 'from', cell: row => `${row.from_entity} (${row.from_kind})` }, { title: 'to', cell: row => `${row.to_entity} (${row.to_kind})` },
    { title: '', cell: row => row.retracted ? el('span', { class: 'warn' }, 'taken back') : '' },
  ], all, { caption: `${all.length} transfers within the last week` })
    : nothing(health.records_events ? 'No transfer of it within the last week.' : elsewhere(health)));
}

export async function pair(name, horizon, wanted) {
  const [health, bars, verdicts, listed, said, moved] = await Promise.all([get('/health'), rows(`/market/${name}`), rows(`/predictions/${name}`),
    rows('/features'), rows(`/market/${name}/texts`, { limit: 100 }), rows(`/market/${name}/transfers`, { limit: 100 })]);
  const ahead = horizons(verdicts);
  const chosen = ahead.includes(horizon) ? horizon : ahead[0];
  const ofHorizon = verdicts.filter(verdict => verdict.horizon === chosen);
  const known = new Map(listed.map(row => [row.name, row]));
  const shown = (wanted ? wanted.split(',') : FIRST_SHOWN).filter(word => FEATURE.test(word) && known.has(word)).slice(0, MOST_SHOWN);
  return [el('h1', {}, name.replace('-', '/')),
    card('Bars of the last week', bars.length ? candles(bars, `candles of ${name}`) : nothing('No bar within the last week.')),
    await features(name, chosen, known, shown),
    card(`What was expected, and what came${chosen ? `, ${chosen} ahead` : ''}`,
      el('div', { class: 'bar' }, ahead.map(other => el('a', { href: `#/pair/${name}/${other}${wanted ? `/${wanted}` : ''}`, 'aria-current': other === chosen ? 'true' : undefined }, other))),
      ofHorizon.length ? fan(ofHorizon, `intervals of ${name} ${chosen} ahead and outcomes`) : nothing('No forecast of this pair within the last week.')),
    ofHorizon.length ? card('Forecasts', table([
      { title: 'decided', cell: row => link(`#/explain/${row.prediction_id}/${row.decision_at}`, when(row.decision_at)) }, { title: 'P(up)', n: true, cell: row => percent(row.p_up) },
      { title: 'expected', n: true, cell: row => signed(row.expected_return) },
      { title: 'interval', n: true, cell: row => interval(row.lower, row.upper) },
      { title: 'came', n: true, cell: row => signed(row.outcome) },
      { title: 'held', cell: row => row.held === null ? '–' : row.held ? 'yes' : 'no' },
      { title: 'how sure', n: true, cell: sure }, { title: 'verdict', cell: standing }, { title: 'model', cell: row => row.version || '–' },
    ], ofHorizon.slice(0, 48), { caption: `the newest ${Math.min(48, ofHorizon.length)} of ${ofHorizon.length} within the last week` })) : null,
    texts(health, said), transfers(health, moved)];
}
