// Where the data comes from, and what was not heard.
import { get } from '/api.js';
import { card, el, nothing, number, table, when } from '/dom.js';

export async function data() {
  const said = await get('/sources');
  return [el('h1', {}, 'Data'), said.sources.length ? [card('Written', el('p', {}, 'everything heard is written up to ', when(said.promised), ', ', number(said.events, 0), ' events since ingest started')),
    card('Sources', table([
      { title: 'source', cell: row => row.source },
      { title: 'calls', n: true, cell: row => number(row.calls?.succeeded ?? null, 0) },
      { title: 'tried again', n: true, cell: row => number(row.calls?.retried ?? null, 0) },
      { title: 'refused', n: true, cell: row => number(row.calls?.refused ?? null, 0) },
      { title: 'not heard', wraps: true, cell: row => row.complaints?.length ? el('span', { class: 'warn', title: row.complaints.join('\n') }, row.complaints[0], row.complaints.length > 1 ? ` and ${row.complaints.length - 1} more` : '') : 'nothing' },
    ], said.sources, { caption: 'since ingest started' }))]
    : card('No ingest here', nothing('This run came from an archive, or cst serve was started without --data of the installation.'))].flat();
}
