// Which page is shown: the part of the address behind #/. It is made anew when the run has grown.
import { onGrowth, wholeUpTo } from '/api.js';
import { card, el, link, nothing } from '/dom.js';
import { data } from '/pages/data.js';
import { explain } from '/pages/explain.js';
import { gates } from '/pages/gates.js';
import { logs } from '/pages/logs.js';
import { market } from '/pages/market.js';
import { models } from '/pages/models.js';
import { overview } from '/pages/overview.js';
import { pair } from '/pages/pair.js';
import { portfolio } from '/pages/portfolio.js';
import { runs } from '/pages/runs.js';

// By the first word of the address. A page takes the words behind it and gives what is shown; it asks the API and computes nothing.
// One without a title is not in the menu, but under another.
const pages = new Map([
  ['overview', { show: overview, title: 'Overview' }],
  ['market', { show: market, title: 'Market' }],
  ['pair', { show: pair, under: 'market' }],
  ['explain', { show: explain, under: 'market' }],
  ['gates', { show: gates, title: 'Gates' }],
  ['models', { show: models, title: 'Models' }],
  ['portfolio', { show: portfolio, title: 'Portfolio' }],
  ['runs', { show: runs, title: 'Runs' }],
  ['data', { show: data, title: 'Data' }],
  ['logs', { show: logs, title: 'Logs' }],
]);
const view = document.getElementById('view');
const alive = document.getElementById('alive');
let showing = 0;

function theme(chosen) {
  document.documentElement.dataset.theme = chosen;
}

async function show(isNew) {
  const [page, ...words] = (location.hash.slice(2) || 'overview').split('/');
  const own = ++showing;
  const chosen = pages.get(page);
  view.setAttribute('aria-busy', 'true');
  document.getElementById('pages').replaceChildren(...[...pages].filter(([, { title }]) => title).map(([name, { title }]) => {
    const to = link(`#/${name}`, title);
    if (name === page || name === chosen?.under) to.setAttribute('aria-current', 'page');
    return to;
  }));
  let shown;
  try {
    shown = chosen ? await chosen.show(...words)
      : [el('h1', {}, 'No such page'), nothing('Choose one above.')];
  } catch (problem) {
    shown = [card(problem.title || 'This page failed', el('p', {}, problem.message),
      el('button', { type: 'button', onclick: () => show(true) }, 'Try again'))];
    shown[0].classList.add('problem');
  }
  if (own !== showing) return;
  view.replaceChildren(...shown.filter(Boolean));
  view.setAttribute('aria-busy', 'false');
  document.title = `${view.querySelector('h1, h2')?.textContent || page} · CryptoSmartTrader`;
  if (isNew) view.focus({ preventScroll: false });
}

theme(localStorage.getItem('theme') || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
document.getElementById('theme').addEventListener('click', () => {
  theme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark');
  localStorage.setItem('theme', document.documentElement.dataset.theme);
  show(false);
});
// the address says which page it is, so that this link must not become part of it
document.querySelector('.skip').addEventListener('click', event => {
  event.preventDefault();
  view.focus();
});
addEventListener('hashchange', () => show(true));
const first = show(false);
onGrowth(async ({ whole_up_to: upTo }) => {
  alive.textContent = upTo ? `whole up to ${upTo.slice(0, 16).replace('T', ' ')} UTC` : 'no whole tick yet';
  await first;
  if (wholeUpTo() !== upTo) show(false);
}, () => { alive.textContent = 'no connection; tried again'; });
