// One forecast back to what it rests on.
import { get } from '/api.js';
import { card, el, interval, link, nothing, number, percent, signed, table, when } from '/dom.js';

const outcomes = { HOLDS: ['✓ holds', 'up'], DIFFERS: ['✗ differs', 'down'], NOT_LOOKED_AT: ['– not looked at', 'quiet'] };
const facts = pairs => el('dl', {}, pairs.filter(([, value]) => value !== undefined && value !== null).flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));

// How far it was calibrated; its gates stand in the verdict's reasons.
const verdict = said => facts([['P(up)', percent(said.p_up ?? said.p)], ['expected', said.expected_return === undefined ? null : signed(said.expected_return)],
  ['interval', said.lower === undefined ? null : interval(said.lower, said.upper)], ['may miss', said.alpha === undefined ? null : percent(said.alpha)],
  ['window', said.validated === undefined ? null : said.validated ? 'a full calibration window stands behind the interval' : 'no full calibration window yet'],
  ['independent outcomes', number(said.independent_outcomes, 1)], ['standing', said.standing], ['refused by', said.reasons || 'no gate'], ['regime', said.regime]]);

function features(all) {
  const columns = [
    { title: 'feature', cell: row => row.name, value: row => row.name }, { title: 'group', cell: row => row.group, value: row => row.group },
    { title: 'value', n: true, cell: row => row.value === null ? 'missing' : String(row.value), value: row => row.value },
    { title: 'unit', cell: row => row.unit }, { title: 'means', wraps: true, cell: row => row.meaning }, { title: 'looks back', cell: row => row.memory }];
  const known = all.filter(row => row.value !== null);
  const shown = table(columns, known, { caption: `${known.length} of ${all.length} had a value` });
  const every = el('input', { type: 'checkbox', onchange: event => shown.show(event.target.checked ? all : known) });
  return [el('div', { class: 'bar' }, el('label', {}, every, ' missing ones, too')), shown];
}

export async function explain(forecast, at) {
  if (!forecast) return [el('h1', {}, 'Why this forecast'), card('No forecast chosen', nothing('Each row of a pair\'s forecasts leads here.'), link('#/market', 'to the market'))];
  const found = await get(`/explain/${encodeURIComponent(forecast)}`, { at });
  const said = found.forecast;
  return [el('h1', {}, `${said.pair}, ${said.horizon} ahead`),
    card(found.verified ? 'Nothing that was looked at differs' : 'Something differs', table([
      { title: 'step', cell: row => row.name },
      { title: '', cell: row => { const [word, style] = outcomes[row.outcome]; return el('span', { class: style }, word); } },
      { title: 'what was found', wraps: true, cell: row => row.says }], found.steps),
    found.payloads.length ? null : nothing('Down to the raw payloads: cst serve --archive with the archive of the run\'s events; the features made again of them: cst explain.')),
    el('div', { class: 'cards' },
      card('Forecast', facts([['decided', when(said.decision_at)], ['of', said.statement], ['says', percent(said.p_up_raw)], ['base rate', percent(said.climatology)],
        ['expected', signed(said.expected_return)], ['volatility', percent(said.sigma)], ['more unusual than', `${percent(said.novelty)} of the training rows`],
        ['groups missing', said.missing_groups || 'none'], ['prediction id', said.prediction_id]])),
      card('Verdict', found.verdict ? verdict(found.verdict) : nothing('None judges it by itself: it is a challenger, or one vote among the members.'))),
    card('Model', found.model ? [facts(Object.entries(found.model).filter(([, value]) => typeof value !== 'object').map(([name, value]) => [name.replaceAll('_', ' '), String(value)])), link(`#/models/${found.model.sha256}`, 'its card')] : nothing('No announcement of it was found.')),
    card('Features', features(found.features)),
    found.payloads.length ? card('Raw payloads', table([
      { title: 'source', cell: row => row.source }, { title: 'kind', cell: row => row.kind }, { title: 'file', cell: row => row.name || 'network' },
      { title: 'events', n: true, cell: row => number(row.events, 0), value: row => row.events }, { title: 'bytes', n: true, cell: row => row.bytes === null ? 'not found' : number(row.bytes, 0) },
      { title: '', cell: row => row.intact ? el('span', { class: 'up' }, '✓ its hash') : el('span', { class: 'down' }, '✗ gone or altered') },
      { title: 'SHA-256', wraps: true, cell: row => row.sha256 }], found.payloads, { caption: 'of every event that could enter: the whole market within the memory of the features' })) : null,
    card('Proofs', nothing('Leaf and neighbours lead to the day\'s root as in RFC 6962; the days lead to the run\'s root in run.json.'),
      ...found.proofs.map(proof => el('details', {}, el('summary', {}, `${proof.dataset} of ${proof.date}: row ${number(proof.index + 1, 0)} of ${number(proof.size, 0)}`),
        facts([['leaf', proof.leaf], ...proof.siblings.map((hash, i) => [`neighbour ${i + 1}`, hash]), ['root', proof.day_root]]))))];
}
