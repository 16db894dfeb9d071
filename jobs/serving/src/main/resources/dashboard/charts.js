// Charts by uPlot, in the colours of the page.
import uPlot from '/uplot/uPlot.esm.js';
import { el, number, percent } from '/dom.js';

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const seconds = iso => Date.parse(iso) / 1000;

// Day and hour of UTC.
const instant = at => new Date(at * 1000).toISOString().slice(5, 16).replace('T', ' ');

function axes() {
  const axis = { stroke: colour('quiet'), grid: { stroke: colour('line'), width: 1 }, ticks: { stroke: colour('line') } };
  return [{ ...axis, space: 110, values: (plot, at) => at.map(instant) }, { ...axis, size: 70 }];
}

// The chart is as wide as its place, also after that has changed.
function draw({ height = 300, ...options }, data, label) {
  const place = el('div', { class: 'chart', role: 'img', 'aria-label': label });
  let plot;
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry.contentRect.width);
    if (!width) return;
    if (!plot) plot = new uPlot({ ...options, width, height, padding: [null, 45, null, null], axes: axes(), tzDate: ts => uPlot.tzDate(new Date(ts * 1000), 'Etc/UTC') }, data, place);
    else if (plot.width !== width) plot.setSize({ width, height });
  }).observe(place);
  return place;
}

// Series are {title, values, dashed?}; few values are marked each.
export function lines(at, series, label, height = 300) {
  const colours = [colour('up'), colour('down'), colour('warn'), colour('quiet')];
  return draw({
    height,
    series: [{ value: (plot, at) => at === null ? '' : instant(at) }, ...series.map(({ title, dashed }, i) => ({
      label: title, stroke: colours[i % colours.length], width: 2, spanGaps: false,
      dash: dashed ? [6, 4] : undefined, points: at.length < 40 ? { show: true, size: 6 } : undefined }))],
  }, [at.map(seconds), ...series.map(({ values }) => values)], label);
}

// What was said to the right, how often it came upwards; a circle's area is how many were said. On the diagonal said is what came.
export function reliability(bins, label) {
  const most = Math.max(...bins.map(bin => bin.n));
  const x = p => 30 + 260 * p;
  const y = share => 270 - 260 * share;
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  return el('svg', { class: 'reliability', viewBox: '0 0 300 300', role: 'img', 'aria-label': label },
    ticks.flatMap(at => [
      el('line', { class: 'grid', x1: x(at), x2: x(at), y1: y(0), y2: y(1) }), el('line', { class: 'grid', x1: x(0), x2: x(1), y1: y(at), y2: y(at) }),
      el('text', { x: x(at), y: 284, 'text-anchor': 'middle' }, number(100 * at, 0)), el('text', { x: 26, y: y(at) + 3, 'text-anchor': 'end' }, number(100 * at, 0))]),
    el('text', { x: x(0.5), y: 298, 'text-anchor': 'middle' }, 'said, %'),
    el('line', { class: 'diagonal', x1: x(0), y1: y(0), x2: x(1), y2: y(1) }),
    bins.map(bin => el('circle', { cx: x(bin.mean_p), cy: y(bin.up_share), r: 2 + 10 * Math.sqrt(bin.n / most) },
      el('title', {}, `said ${percent(bin.mean_p)}, came ${percent(bin.up_share)} of ${bin.n}`))));
}

// Open, high, low and close: a bar is filled if it fell.
export function candles(bars, label) {
  const rising = colour('up');
  const falling = colour('down');
  const data = [bars.map(bar => seconds(bar.opened_at)), ...['open', 'high', 'low', 'close'].map(name => bars.map(bar => bar[name]))];
  const paint = plot => {
    const { ctx } = plot;
    const width = Math.max(1, 0.6 * plot.bbox.width / Math.max(1, data[0].length));
    ctx.save();
    for (let i = plot.series[0].idxs[0]; i <= plot.series[0].idxs[1]; i++) {
      const x = plot.valToPos(data[0][i], 'x', true);
      const [open, high, low, close] = [1, 2, 3, 4].map(row => plot.valToPos(data[row][i], 'y', true));
      ctx.strokeStyle = ctx.fillStyle = data[4][i] >= data[1][i] ? rising : falling;
      ctx.beginPath();
      ctx.moveTo(x, high);
      ctx.lineTo(x, low);
      ctx.stroke();
      const top = Math.min(open, close);
      const height = Math.max(1, Math.abs(close - open));
      if (data[4][i] >= data[1][i]) ctx.strokeRect(x - width / 2, top, width, height);
      else ctx.fillRect(x - width / 2, top, width, height);
    }
    ctx.restore();
  };
  const none = { paths: () => null, points: { show: false } };
  return draw({
    series: [{ value: (plot, at) => at === null ? '' : instant(at) }, ...['open', 'high', 'low', 'close'].map(title => ({ label: title, ...none }))],
    hooks: { draw: [paint] },
  }, data, label);
}

// What was expected at each decision, as an interval, and what came.
export function fan(verdicts, label) {
  const oldest = [...verdicts].reverse();
  const of = name => oldest.map(verdict => verdict[name] === null ? null : 100 * verdict[name]);
  return draw({
    series: [{ value: (plot, at) => at === null ? '' : instant(at) },
      { label: 'upper %', stroke: colour('fan'), width: 1 },
      { label: 'lower %', stroke: colour('fan'), width: 1 },
      { label: 'expected %', stroke: colour('quiet'), width: 2 },
      { label: 'came %', stroke: colour('down'), width: 0, points: { show: true, size: 5, fill: colour('down') } }],
    bands: [{ series: [1, 2], fill: `${colour('fan')}22` }],
  }, [oldest.map(verdict => seconds(verdict.decision_at)), of('upper'), of('lower'), of('expected_return'), of('outcome')], label);
}
