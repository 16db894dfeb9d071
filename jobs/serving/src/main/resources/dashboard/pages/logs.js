// What sessions of the program logged.
import { get } from '/api.js';
import { card, el, link, nothing, number, table, when } from '/dom.js';

const LEVELS = ['INFO', 'WARN', 'ERROR'];
const size = bytes => bytes < 10_000 ? `${number(bytes, 0)} B` : `${number(bytes / 1000, 0)} kB`;

// What is looked for stays while the page is made anew.
let level = '';
let wanted = '';

const short = logger => logger ? logger.split('.').pop() : '';

function said(line) {
  if (!line.exception) return line.message;
  return el('details', {}, el('summary', {}, line.message), el('pre', {}, line.exception));
}

async function file(session, name) {
  const shown = el('div');
  const search = el('input', { type: 'search', placeholder: 'words', value: wanted, 'aria-label': 'search the lines shown' });
  const choice = el('select', { 'aria-label': 'least level' }, el('option', { value: '' }, 'all levels'),
    LEVELS.map(word => el('option', { value: word, selected: word === level }, `${word} and graver`)));
  let lines = [];
  const filter = () => {
    wanted = search.value;
    const words = wanted.trim().toLowerCase();
    const found = lines.filter(line => [line.message, line.logger, line.exception].some(text => text?.toLowerCase().includes(words)));
    shown.replaceChildren(found.length ? table([
      { title: 'at', cell: line => [line.at ? el('time', { datetime: line.at }, line.at.slice(11, 23)) : '', ' ',
        el('span', { class: ['ERROR', 'FATAL'].includes(line.level) ? 'down' : line.level === 'WARN' ? 'warn' : 'quiet' }, line.level || '')] },
      { title: 'message', wraps: true, cell: line => [line.logger ? el('span', { class: 'quiet', title: line.logger }, `${short(line.logger)}: `) : '', said(line)] },
    ], found, { caption: `${found.length} of the last ${lines.length} lines, oldest first` }) : nothing(lines.length ? 'No line has these words.' : 'No line of that level.'));
  };
  const read = async () => {
    level = choice.value;
    ({ lines } = await get(`/logs/${encodeURIComponent(session)}/${encodeURIComponent(name)}`, { lines: 1000, level }));
    filter();
  };
  search.addEventListener('input', filter);
  choice.addEventListener('change', () => read().catch(problem => shown.replaceChildren(nothing(problem.message))));
  await read();
  return card(`${name} of ${session}`, el('div', { class: 'bar' }, search, choice), shown);
}

export async function logs(session, name) {
  const { sessions } = await get('/logs');
  return [el('h1', {}, 'Logs'), session && name ? await file(session, name) : null,
    card('Sessions', sessions.length ? table([
      { title: 'started', cell: row => when(row.started_at) }, { title: 'session', cell: row => row.session.split('.')[1] },
      { title: 'processes', cell: row => row.processes.join(', ') || '–' },
      { title: 'size', n: true, cell: row => size(row.bytes) },
      { title: 'files', wraps: true, cell: row => row.files.length ? row.files.map(one => [link(`#/logs/${row.session}/${one.file}`, one.file), ` ${size(one.bytes)}  `]).flat() : 'none that is read here' },
    ], sessions, { caption: sessions.length === 1 ? '1 session' : `${sessions.length} sessions, the newest first, times in UTC` })
      : nothing('No session has logged below this folder. Logs lie in data/logs of the program, or where CST_LOGS says; cst serve --logs DIR names another folder.'))];
}
