// Elements by name. Texts are set as text, never as markup: titles of news are somebody else's words.

const DRAWN = new Set(['svg', 'polyline', 'line', 'circle', 'text', 'title']);

export function el(name, attributes = {}, ...children) {
  const element = DRAWN.has(name)
    ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined).map(child =>
    child instanceof Node ? child : document.createTextNode(String(child))));
  return element;
}

export const link = (to, text) => el('a', { href: to }, text);

const missing = '–';

export const number = (value, digits = 2) => value === null || value === undefined ? missing
  : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

export const percent = (value, digits = 1) => value === null || value === undefined ? missing : `${number(100 * value, digits)} %`;

// Money comes as decimal text. People are shown cents; all its digits are in the title.
export const money = (text, currency = '') => {
  if (text === null || text === undefined) return missing;
  const [whole, part = ''] = text.split('.');
  const shown = `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part.padEnd(2, '0').slice(0, 2)}`;
  return el('span', { title: text }, `${shown} ${currency}`.trim());
};

export const interval = (lower, upper) => lower === null || upper === null
  ? el('span', { class: 'quiet', title: 'no bound: too few outcomes, or the interval had to be infinite' }, 'unbounded')
  : `${percent(lower)} to ${percent(upper)}`;

export const price = value => value === null || value === undefined ? missing
  : value.toLocaleString('en', { maximumSignificantDigits: 7 });

// An instant as people read it; the whole of it is in the title.
export const when = iso => iso ? el('time', { datetime: iso, title: iso }, `${iso.slice(0, 10)} ${iso.slice(11, 16)}`) : missing;

export const signed = (value, digits = 2) => {
  if (value === null || value === undefined) return missing;
  const text = `${value > 0 ? '▲ +' : value < 0 ? '▼ ' : ''}${percent(value, digits)}`;
  return el('span', { class: value > 0 ? 'up' : value < 0 ? 'down' : '' }, text);
};

export function card(title, ...children) {
  return el('section', { class: 'card' }, el('h2', {}, title), ...children);
}

export function nothing(text) {
  return el('p', { class: 'quiet' }, text);
}

export function spark(values) {
  const known = values.filter(value => value !== null);
  if (known.length < 2) return el('span', { class: 'quiet' }, missing);
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const points = known.map((value, i) => `${(100 * i / (known.length - 1)).toFixed(1)},${(22 - 20 * (value - low) / span).toFixed(1)}`);
  return el('svg', { class: 'spark', viewBox: '0 0 100 24', preserveAspectRatio: 'none', role: 'img', 'aria-label': 'closes of two days' },
    el('polyline', { points: points.join(' ') }));
}

// A table whose columns are {title, cell(row), value(row)?, n?: right-aligned, wraps?: long text}; those with a value sort when clicked.
export function table(columns, all, { caption, order } = {}) {
  let sorting = order;
  let down = true;
  const body = el('tbody');
  const fill = () => {
    const sorted = [...all];
    if (sorting) {
      const of = row => sorting.value(row);
      sorted.sort((a, b) => (of(a) === null ? 1 : of(b) === null ? -1 : of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0) * (down ? -1 : 1));
    }
    body.replaceChildren(...sorted.map(row => el('tr', {}, columns.map(column =>
      el('td', { class: column.n ? 'n' : column.wraps ? 'wrap' : undefined }, column.cell(row))))));
  };
  const head = columns.map(column => {
    const cell = el('th', { scope: 'col', class: column.n ? 'n' : undefined },
      column.value ? el('button', { type: 'button', onclick: () => {
        down = sorting === column ? !down : true;
        sorting = column;
        head.forEach(other => other.removeAttribute('aria-sort'));
        cell.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        fill();
      } }, column.title) : column.title);
    return cell;
  });
  fill();
  const element = el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption || 'table' },
    el('table', {}, caption ? el('caption', {}, caption) : null, el('thead', {}, el('tr', {}, head)), body));
  element.show = rows => { all = rows; fill(); };
  return element;
}
