// All pairs, and what is expected of each.
import { rows } from '/api.js';
import { card, el, nothing, percent, price, signed, spark, table } from '/dom.js';
import { horizons, pairLink } from '/parts.js';

export async function market() {
  const [pairs, verdicts] = await Promise.all([rows('/market/overview'), rows('/predictions/latest')]);
  const ahead = horizons(verdicts);
  const byPair = new Map();
  verdicts.forEach(verdict => byPair.set(`${verdict.pair} ${verdict.horizon}`, verdict));
  const columns = [
    { title: 'pair', cell: row => pairLink(row.pair), value: row => row.pair },
    { title: 'close', n: true, cell: row => price(row.close), value: row => row.close },
    { title: '24 h', n: true, cell: row => signed(row.change_24h), value: row => row.change_24h },
    { title: 'traded 24 h', n: true, cell: row => price(row.quote_volume_24h), value: row => row.quote_volume_24h },
    { title: 'two days', cell: row => spark(row.closes) },
    ...ahead.map(horizon => ({
      title: `P(up) ${horizon}`, n: true,
      cell: row => { const verdict = byPair.get(`${row.pair} ${horizon}`); return verdict ? el('span', { title: `${verdict.standing} ${verdict.reasons}` }, percent(verdict.p_up)) : '–'; },
      value: row => byPair.get(`${row.pair} ${horizon}`)?.p_up ?? null,
    })),
  ];
  const shown = table(columns, pairs, { caption: `${pairs.length === 1 ? '1 pair' : `${pairs.length} pairs, the most traded first`}` });
  const search = el('input', { type: 'search', placeholder: 'pair', 'aria-label': 'search pairs',
    oninput: event => shown.show(pairs.filter(row => row.pair.includes(event.target.value.trim().toUpperCase()))) });
  return [el('h1', {}, 'Market'), el('div', { class: 'bar' }, search),
    pairs.length ? shown : card('No bars yet', nothing('Bars come with the first whole tick.'))];
}
