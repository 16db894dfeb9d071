// Backtests and other runs that lie beside the one shown: listed, opened, compared.
import { get } from '/api.js';
import { card, el, link, nothing, number, percent, table, when } from '/dom.js';

const byHorizon = (figures, shown) => figures ? Object.entries(figures).map(([horizon, value]) => `${horizon} ${value === null ? '–' : shown(value)}`).join(', ') : '–';
// A number as people compare it; all its digits are in the title.
const value = one => one === null ? '–' : typeof one === 'number' ? el('span', { title: one }, one.toLocaleString('en', { maximumSignificantDigits: 6 })) : String(one);

function comparison({ one, other, settings, roots, figures }) {
  const pair = [{ title: one, wraps: true, cell: row => value(row.one) }, { title: other, wraps: true, cell: row => value(row.other) }];
  return card(`${one} and ${other}`,
    el('h3', {}, 'Settings that differ'), settings.length ? table([{ title: 'setting', cell: row => row.name }, ...pair], settings) : nothing('None.'),
    el('h3', {}, 'Rows'), table([{ title: 'dataset', cell: row => row.dataset },
      { title: 'equal', cell: row => row.equal === null ? 'not sealed' : row.equal ? 'yes, bit for bit' : el('strong', { class: 'warn' }, 'no') },
      { title: 'rows', n: true, cell: row => number(row.one_rows, 0) }, { title: 'rows of the other', n: true, cell: row => number(row.other_rows, 0) }], roots),
    el('h3', {}, 'Figures of their reports'), figures.length ? table([{ title: 'figure', cell: row => row.name }, ...pair], figures)
      : nothing('Neither has a report: cst report --run DIR makes one.'));
}

function compare(listed) {
  const chosen = new Set();
  const button = el('button', { type: 'button', disabled: true, onclick: () => { location.hash = `#/runs/${[...chosen].join('/')}`; } }, 'Compare the two ticked');
  const tick = row => el('input', { type: 'checkbox', 'aria-label': `compare ${row.run}`, onchange: event => {
    if (event.target.checked) chosen.add(row.run); else chosen.delete(row.run);
    button.disabled = chosen.size !== 2;
  } });
  return [el('div', { class: 'bar' }, button), table([
    { title: '', cell: tick }, { title: 'run', cell: row => row.run }, { title: 'folder', cell: row => row.folder || '.' },
    { title: 'report', cell: row => row.has_report ? link(`/reports/${row.run}`, 'open') : el('code', {}, `cst report --run ${row.folder || '.'}`) },
    { title: 'from', cell: row => when(row.from) }, { title: 'until', cell: row => when(row.until) },
    { title: 'pairs', wraps: true, cell: row => row.pairs?.length ? row.pairs.length > 4 ? `${row.pairs.length}` : row.pairs.join(', ') : 'all' },
    { title: 'state', cell: row => row.sealed ? 'finished' : 'under way, or broken off' },
    { title: 'coverage', cell: row => byHorizon(row.coverage, percent) }, { title: 'AUC', cell: row => byHorizon(row.auc, one => number(one, 3)) },
    { title: 'gates', cell: row => byHorizon(row.gate, one => one) },
    { title: 'shown here by', cell: row => el('code', {}, `cst serve --run ${row.folder || '.'}`) },
  ], listed, { caption: listed.length === 1 ? '1 run' : `${listed.length} runs; folders are below that of --runs` })];
}

export async function runs(one, other) {
  const [{ runs: listed, damaged }, compared] = await Promise.all([get('/runs'),
    one && other ? get(`/runs/${encodeURIComponent(one)}/compare/${encodeURIComponent(other)}`) : null]);
  return [el('h1', {}, 'Runs'), compared ? comparison(compared) : null,
    card('Runs found', listed.length ? compare(listed) : nothing('No run lies here. cst quickstart makes one; cst serve --runs DIR names another folder.')),
    damaged.length ? card('Not read', table([{ title: 'folder', cell: row => row.folder }, { title: 'why', wraps: true, cell: row => row.why }], damaged)) : null];
}
