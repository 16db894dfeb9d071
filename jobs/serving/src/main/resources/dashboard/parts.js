// Parts of several pages.
import { el, link, number, percent } from '/dom.js';

const dashed = pair => pair.replace('/', '-');
export const pairLink = pair => link(`#/pair/${dashed(pair)}`, pair);
export const horizons = all => [...new Set(all.map(row => row.horizon))].sort((a, b) => parseInt(a) - parseInt(b));

export const sure = verdict => verdict.confidence === null
  ? el('span', { class: 'quiet', title: 'the training gate is shut' }, 'not stated') : percent(verdict.confidence);

export const standing = verdict => verdict.reasons
  ? el('span', { title: verdict.reasons }, `${verdict.standing}: ${verdict.reasons.split(',')[0]}`) : verdict.standing;

export function progress(gate) {
  const share = parseFloat(gate.training_progress) / 100;
  return el('div', {}, el('span', {}, `${gate.horizon}: ${gate.training_progress}, ${number(gate.weeks_completed, 1)} of 12 weeks, `,
    gate.training_open ? 'open' : 'shut'),
  el('progress', { max: 1, value: Number.isFinite(share) ? share : 0, 'aria-label': `training at ${gate.horizon}` }));
}
