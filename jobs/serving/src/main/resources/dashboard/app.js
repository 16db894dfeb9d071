// Which page is shown: the part of the address behind #/. It is made anew when the run has grown.
import { onGrowth } from '/api.js';
import { card, el, link, nothing } from '/dom.js';
import * as views from '/views.js';

const pages = [['overview', 'Overview'], ['market', 'Market'], ['gates', 'Gates'], ['models', 'Models'], ['portfolio', 'Portfolio'], ['data', 'Data']];
const view = document.getElementById('view');
const alive = document.getElementById('alive');
let showing = 0;

function theme(chosen) {
  document.documentElement.dataset.theme = chosen;
  localStorage.setItem('theme', chosen);
}

async function show(isNew) {
  const [page, ...words] = (location.hash.slice(2) || 'overview').split('/');
  const own = ++showing;
  document.getElementById('pages').replaceChildren(...pages.map(([name, title]) => {
    const to = link(`#/${name}`, title);
    if (name === page || (name === 'market' && page === 'pair')) to.setAttribute('aria-current', 'page');
    return to;
  }));
  let shown;
  try {
    shown = Object.hasOwn(views, page) ? await views[page](...words)
      : [el('h1', {}, 'No such page'), nothing('Choose one above.')];
  } catch (problem) {
    shown = [card(problem.title || 'This page failed', el('p', {}, problem.message),
      el('button', { type: 'button', onclick: () => show(true) }, 'Try again'))];
    shown[0].classList.add('problem');
  }
  if (own !== showing) return;
  view.replaceChildren(...shown.filter(Boolean));
  document.title = `${view.querySelector('h1, h2')?.textContent || page} · CryptoSmartTrader`;
  if (isNew) view.focus({ preventScroll: false });
}

theme(localStorage.getItem('theme') || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
document.getElementById('theme').addEventListener('click', () => {
  theme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark');
  show(false);
});
addEventListener('hashchange', () => show(true));
const stream = onGrowth(({ whole_up_to: upTo }) => {
  alive.textContent = upTo ? `whole up to ${upTo.slice(0, 16).replace('T', ' ')} UTC` : 'no whole tick yet';
  show(false);
});
stream.addEventListener('error', () => { alive.textContent = 'no connection; tried again'; });
show(false);
