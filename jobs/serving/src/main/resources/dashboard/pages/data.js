// Where the data comes from, and what was not heard.
import { get } from '/api.js';
import { card, el, nothing, number, percent, table, when } from '/dom.js';

const named = (title, ...pairs) => card(title, el('dl', {}, pairs.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])));

function certificate(found) {
  if (!found) return card('Does any column know its future?', nothing('Not looked at: cst certify --archive DIR does, and cst serve --data names its folder.'));
  return named(`Does any column know its future? ${found.verdict}`, ['columns', number(found.columns, 0)], ['ticks', number(found.ticks, 0)],
    ['from', when(found.from)], ['until', when(found.until)], ['accused', found.accused.join(', ') || 'none'], ['untested', found.untested.join(', ') || 'none'],
    ['of', found.is_of_these_columns ? 'the columns of this run' : el('span', { class: 'warn' }, 'other columns than this run has')], ['certificate', found.hash]);
}

function parity(found) {
  if (!found) return card('Do files and Kafka agree?', nothing('Not compared: cst verify --run DIR compares a live run with its replay, cst parity --note two outputs.'));
  return named(found.equal ? 'Files and Kafka agree, bit by bit' : 'Files and Kafka differ', ['compared', when(found.at)], ['with', found.beside],
    ['rows', number(found.rows, 0)], ['finite values', number(found.values, 0)], ['differing', found.differing.join(', ') || 'nothing']);
}

function authenticity(status) {
  return named('Where rows come from', ['from authentic sources', status.data_authenticity === null ? 'not measured' : text(status.data_authenticity)],
    ['artificial data removed', status.artificial_data_removed === null ? 'not measured' : text(status.artificial_data_removed)], ['integrations', text(status.api_integrations)]);
}

const text = value => value === null || value === undefined ? 'not measured' : typeof value === 'object' ? Object.entries(value).map(([name, inside]) => `${name} ${inside}`).join(', ') : String(value);

export async function data() {
  const [said, audits, status] = await Promise.all([get('/sources'), get('/audits'), get('/status')]);
  return [el('h1', {}, 'Data'), el('div', { class: 'cards' }, authenticity(status), certificate(audits.certificate), parity(audits.parity)), said.sources.length ? [card('Written', el('p', {}, 'everything heard is written up to ', when(said.promised), ', ', number(said.events, 0), ' events since ingest started')),
    card('Sources', table([
      { title: 'source', cell: row => row.source },
      { title: 'calls', n: true, cell: row => number(row.calls?.succeeded ?? null, 0) },
      { title: 'tried again', n: true, cell: row => number(row.calls?.retried ?? null, 0) },
      { title: 'refused', n: true, cell: row => number(row.calls?.refused ?? null, 0) },
      { title: 'not heard', wraps: true, cell: row => row.complaints?.length ? el('span', { class: 'warn', title: row.complaints.join('\n') }, row.complaints[0], row.complaints.length > 1 ? ` and ${row.complaints.length - 1} more` : '') : 'nothing' },
    ], said.sources, { caption: 'since ingest started' }))]
    : card('No ingest here', nothing('This run came from an archive, or cst serve was started without --data of the installation.'))].flat();
}
