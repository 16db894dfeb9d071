// What lets a forecast be acted on, and what refuses it.
import { get, rows } from '/api.js';
import { card, el, nothing, number, percent, table } from '/dom.js';
import { progress } from '/parts.js';

export async function gates() {
  const [all, status, reasons] = await Promise.all([rows('/gates'), get('/status'), get('/gates/reasons')]);
  return [el('h1', {}, 'Gates'), card('Progress to 12 weeks', all.length ? all.map(progress) : nothing('No tick yet.')),
    card('What the gates go by', table([
      { title: 'horizon', cell: row => row.horizon },
      { title: 'independent outcomes', n: true, cell: row => number(row.independent_outcomes, 0) },
      { title: 'coverage this month', n: true, cell: row => percent(row.coverage) },
      { title: 'skill', n: true, cell: row => percent(row.skill) },
      { title: 'its 95 %', n: true, cell: row => `${percent(row.skill_lower)} to ${percent(row.skill_upper)}` },
      { title: 'columns drifted', n: true, cell: row => percent(row.drifted_share) },
      { title: 'verdicts', n: true, cell: row => number(row.verdicts, 0) }, { title: 'passed', n: true, cell: row => number(row.passed, 0) },
      { title: 'refusals', wraps: true, cell: row => row.refusals || 'none' }], all, { caption: 'at the last tick; – is not measured' })),
    card('What refuses a verdict', table([{ title: 'reason', cell: ([key]) => key }, { title: 'means', wraps: true, cell: ([, value]) => value }], Object.entries(reasons))),
    card('Status', table([{ title: 'what', cell: ([key]) => key }, { title: 'is', wraps: true, cell: ([, value]) => value === null ? 'not measured' : typeof value === 'object' ? JSON.stringify(value) : String(value) }], Object.entries(status)))];
}
