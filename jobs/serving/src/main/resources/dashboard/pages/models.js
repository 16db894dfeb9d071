// The models in force and how they keep their word.
import { rows } from '/api.js';
import { card, el, nothing, number, percent, table, when } from '/dom.js';

export async function models() {
  const [all, performance, drift] = await Promise.all([rows('/models'), rows('/performance'), rows('/drift', { limit: 40 })]);
  return [el('h1', {}, 'Models'), card('In use at the last tick', all.length ? table([
    { title: 'horizon', cell: row => row.horizon }, { title: 'member', cell: row => row.member }, { title: 'role', cell: row => row.role },
    { title: 'of', cell: row => row.statement }, { title: 'version', cell: row => row.version },
    { title: 'knows up to', cell: row => when(row.trained_as_of) }, { title: 'in use from', cell: row => when(row.activated_at) },
    { title: 'base rate', n: true, cell: row => percent(row.climatology) }], all) : nothing('No model is in force.')),
  card('Intervals by month', performance.length ? table([
    { title: 'horizon', cell: row => row.horizon }, { title: 'month', cell: row => row.month },
    { title: 'promised', n: true, cell: row => percent(row.promised) }, { title: 'held', n: true, cell: row => percent(row.realised) },
    { title: 'outcomes', n: true, cell: row => number(row.outcomes, 0) }], performance) : nothing('No outcome is known yet.')),
  card('Columns unlike the training set', drift.length ? table([
    { title: 'horizon', cell: row => row.horizon }, { title: 'column', cell: row => row.column },
    { title: 'PSI', n: true, cell: row => number(row.psi, 3) }, { title: '', cell: row => row.drifted ? el('span', { class: 'warn' }, 'drifted') : '' }], drift)
    : nothing('Not measured: it takes 28 whole days.'))];
}
