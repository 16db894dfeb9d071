// The models in force, their cards, and how they keep their word.
import { get, rows } from '/api.js';
import { card, el, link, nothing, number, percent, table, when } from '/dom.js';
import { lines, reliability } from '/charts.js';
import { horizons } from '/parts.js';

const facts = pairs => el('dl', {}, pairs.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
const span = ({ from, until, rows: count }) => [number(count, 0), ' rows, ', when(from), ' to ', when(until)];
const named = values => Object.entries(values);

// What the trainer says of one file; two statements may share one.
function cardOf(model) {
  return card(`${model.member} ${model.horizon}: ${model.version}`,
    facts([['forecasts', model.statement === 'up' ? 'that the return is above 0' : model.statement], ['knows up to', when(model.trained_as_of)],
      ['trained on', span(model.training)], ['held back', span(model.held_back)], ['seed', model.seed], ['base rate', percent(model.climatology)],
      ['made by', model.made_by], ['training root', model.training_root]]),
    named(model.scores).length ? table([{ title: 'score', cell: ([name]) => name }, { title: 'on rows held back', n: true, cell: ([, value]) => number(value, 4) }], named(model.scores))
      : nothing('No score on rows held back.'),
    importance(model),
    controls(model.controls),
    el('details', {}, el('summary', {}, 'Parameters'), facts(named(model.parameters))),
    el('details', {}, el('summary', {}, `${model.columns.length} columns`), el('p', {}, model.columns.join(', '))));
}

function importance(model) {
  if (!model.importance) return nothing(`What it owes to its columns: ${model.importance_missing}.`);
  return table([{ title: 'group', cell: row => row.group }, { title: 'columns', n: true, cell: row => row.columns },
    { title: 'Brier rises permuted', n: true, cell: row => number(row.permuted.brierRise, 5) },
    { title: 'Brier rises without', n: true, cell: row => number(row.without?.brierRise?.value ?? null, 5) },
    { title: 'its interval', n: true, cell: row => `${number(row.without?.brierRise?.lower ?? null, 5)} to ${number(row.without?.brierRise?.upper ?? null, 5)}` }],
  model.importance.groups, { caption: `what it owes to groups of columns, on ${number(model.importance.heldBack.rows, 0)} rows held back; an interval that holds 0 shows no worth` });
}

const controls = tried => tried ? el('p', {}, `Tried on labels whose worth is known: ${tried.permuted.passed && tried.planted.passed ? 'passed' : 'failed'}.`) : null;

function coverage(performance) {
  const months = [...new Set(performance.map(row => row.month))].sort();
  const of = (horizon, month) => performance.find(row => row.horizon === horizon && row.month === month);
  const ahead = horizons(performance);
  return [
    months.length < 2 ? null : lines(months.map(month => `${month}-01T00:00:00Z`), [
      ...ahead.slice(0, 3).map(horizon => ({ title: `held ${horizon} %`, values: months.map(month => { const row = of(horizon, month); return row ? 100 * row.realised : null; }) })),
      { title: 'promised %', dashed: true, values: months.map(month => 100 * performance.find(row => row.month === month).promised) }], 'intervals that held, by month, beside what was promised'),
    table([
      { title: 'horizon', cell: row => row.horizon }, { title: 'month', cell: row => row.month },
      { title: 'promised', n: true, cell: row => percent(row.promised) }, { title: 'held', n: true, cell: row => percent(row.realised) },
      { title: 'outcomes', n: true, cell: row => number(row.outcomes, 0) }], performance)];
}

function diagrams(bins) {
  return el('div', { class: 'cards' }, horizons(bins).map(horizon => {
    const own = bins.filter(bin => bin.horizon === horizon);
    return el('figure', {}, el('figcaption', {}, `${horizon}: ${number(own[0].outcomes, 0)} outcomes, ECE ${percent(own[0].ece)}`),
      reliability(own, `${horizon}: how often came what was said`),
      table([{ title: 'P(up)', cell: bin => `${percent(bin.from_p, 0)} to ${percent(bin.until_p, 0)}` }, { title: 'said', n: true, cell: bin => percent(bin.mean_p) },
        { title: 'rose', n: true, cell: bin => percent(bin.up_share) }, { title: 'outcomes', n: true, cell: bin => number(bin.n, 0) }], own));
  }));
}

export async function models(forest) {
  const all = await rows('/models');
  const [performance, drift, ...reliabilities] = await Promise.all([rows('/performance'), rows('/drift', { limit: 40 }), ...horizons(all).map(horizon => rows(`/reliability/${horizon}`))]);
  const bins = reliabilities.flat();
  const champions = all.filter(row => row.role === 'champion' && row.statement === 'up');
  const chosen = forest || (champions.find(row => row.member === 'forest') || champions[0])?.forest;
  const said = chosen ? await get(`/models/${encodeURIComponent(chosen)}`).catch(problem => problem) : null;
  return [el('h1', {}, 'Models'), card('In use at the last tick', all.length ? table([
    { title: 'horizon', cell: row => row.horizon }, { title: 'member', cell: row => row.member }, { title: 'role', cell: row => row.role },
    { title: 'of', cell: row => row.statement },
    { title: 'version', cell: row => { const to = link(`#/models/${row.forest}`, row.version); if (row.forest === chosen) to.setAttribute('aria-current', 'true'); return to; } },
    { title: 'knows up to', cell: row => when(row.trained_as_of) }, { title: 'in use from', cell: row => when(row.activated_at) },
    { title: 'base rate', n: true, cell: row => percent(row.climatology) }], all, { caption: 'a version leads to its card' }) : nothing('No model is in force: cst models announce hands one to a live run, a backtest trains its own.')),
  ...(said === null ? [] : said.cards ? said.cards.map(cardOf) : [card('No card', nothing(said.message))]),
  card('How often came what was said', bins.length ? [nothing('outcomes of the last 31 days; overlapping ones are not independent'), diagrams(bins)] : nothing('No outcome is known yet: the first comes a horizon behind the first forecast.')),
  card('Intervals by month', performance.length ? coverage(performance) : nothing('No outcome is known yet.')),
  card('Columns unlike the training set', drift.length ? table([
    { title: 'horizon', cell: row => row.horizon }, { title: 'column', cell: row => row.column },
    { title: 'PSI', n: true, cell: row => number(row.psi, 3) }, { title: '', cell: row => row.drifted ? el('span', { class: 'warn' }, 'drifted') : '' }], drift)
    : nothing('Not measured: it takes 28 whole days.'))];
}
