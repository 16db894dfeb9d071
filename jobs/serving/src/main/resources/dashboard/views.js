// The pages. Each takes what the address says and gives what is shown; it asks the API and computes nothing.
import { get, rows } from '/api.js';
import { card, el, interval, link, money, nothing, number, percent, price, signed, spark, table, when } from '/dom.js';
import { candles, fan, lines } from '/charts.js';

const dashed = pair => pair.replace('/', '-');
const pairLink = pair => link(`#/pair/${dashed(pair)}`, pair);
const horizons = all => [...new Set(all.map(row => row.horizon))].sort((a, b) => parseInt(a) - parseInt(b));

const sure = verdict => verdict.confidence === null
  ? el('span', { class: 'quiet', title: 'the training gate is shut' }, 'not stated') : percent(verdict.confidence);

const standing = verdict => verdict.reasons
  ? el('span', { title: verdict.reasons }, `${verdict.standing}: ${verdict.reasons.split(',')[0]}`) : verdict.standing;

function refusals(gates) {
  const counts = new Map();
  for (const row of gates) {
    for (const part of (row.refusals || '').split(' ').filter(Boolean)) {
      const [reason, count] = part.trim().split('=');
      counts.set(reason, (counts.get(reason) || 0) + Number(count));
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function progress(gate) {
  const share = parseFloat(gate.training_progress) / 100;
  return el('div', {}, el('span', {}, `${gate.horizon}: ${gate.training_progress}, ${number(gate.weeks_completed, 1)} of 12 weeks, `,
    gate.training_open ? 'open' : 'shut'),
  el('progress', { max: 1, value: Number.isFinite(share) ? share : 0, 'aria-label': `training at ${gate.horizon}` }));
}

export async function overview() {
  const [reasons, health, gates, signals, performance, accounts] = await Promise.all([
    get('/gates/reasons'), get('/health'), rows('/gates'), rows('/predictions/latest', { order: 'surest', limit: 8 }), rows('/performance'), rows('/portfolio')]);
  if (!health.ready) return [el('h1', {}, 'Overview'), card('Nothing to show yet', ...health.reasons.map(nothing))];
  const blocked = refusals(gates);
  const months = new Map(performance.map(row => [row.horizon, row]));
  return [el('h1', {}, 'Overview'), el('div', { class: 'cards' },
    card('Is it alive?', el('p', { class: 'big' }, when(health.whole_up_to)), nothing(`UTC; rows of ${health.kind} ${health.run} are whole up to then`)),
    card('Why is trading blocked?', blocked.length
      ? el('ul', {}, blocked.map(([reason, count]) => el('li', {}, `${reasons[reason] || reason} (${reason}, ${count})`)))
      : nothing('No verdict of the last tick was refused.'), link('#/gates', 'all gates')),
    card('Training, of 12 weeks', gates.length ? gates.map(progress) : nothing('No tick yet.'))),
  card('What does it expect?', signals.length ? table([
    { title: 'pair', cell: row => pairLink(row.pair) }, { title: 'horizon', cell: row => row.horizon },
    { title: 'P(up)', n: true, cell: row => percent(row.p_up) },
    { title: 'expected', n: true, cell: row => signed(row.expected_return) },
    { title: 'interval', n: true, cell: row => interval(row.lower, row.upper) },
    { title: 'how sure', n: true, cell: sure }, { title: 'verdict', cell: standing },
  ], signals, { caption: 'the likeliest of the last tick, whatever the gates say of them' }) : nothing('No forecast at the last tick: no model is in force, or histories are too short.')),
  el('div', { class: 'cards' },
    card('How good were its intervals?', months.size ? table([
      { title: 'horizon', cell: row => row.horizon }, { title: 'month', cell: row => row.month },
      { title: 'promised', n: true, cell: row => percent(row.promised) }, { title: 'held', n: true, cell: row => percent(row.realised) },
      { title: 'outcomes', n: true, cell: row => number(row.outcomes, 0) }], [...months.values()]) : nothing('No outcome is known yet.')),
    card('Paper accounts', accounts.length ? table([
      { title: 'lane', cell: row => row.lane }, { title: 'equity', n: true, cell: row => money(row.equity, row.quote) },
      { title: 'drawdown', n: true, cell: row => percent(row.drawdown) },
      { title: '', cell: row => row.stopped ? el('strong', { class: 'down' }, 'stopped') : '' }], accounts) : nothing('No account yet.')))];
}

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

export async function pair(name, horizon) {
  const [bars, verdicts] = await Promise.all([rows(`/market/${name}`), rows(`/predictions/${name}`)]);
  const ahead = horizons(verdicts);
  const chosen = ahead.includes(horizon) ? horizon : ahead[0];
  const ofHorizon = verdicts.filter(verdict => verdict.horizon === chosen);
  return [el('h1', {}, name.replace('-', '/')),
    card('Bars of the last week', bars.length ? candles(bars, `candles of ${name}`) : nothing('No bar within the last week.')),
    card(`What was expected, and what came${chosen ? `, ${chosen} ahead` : ''}`,
      el('div', { class: 'bar' }, ahead.map(other => el('a', { href: `#/pair/${name}/${other}`, 'aria-current': other === chosen ? 'true' : undefined }, other))),
      ofHorizon.length ? fan(ofHorizon, `intervals of ${name} ${chosen} ahead and outcomes`) : nothing('No forecast of this pair within the last week.')),
    ofHorizon.length ? card('Forecasts', table([
      { title: 'decided', cell: row => when(row.decision_at) }, { title: 'P(up)', n: true, cell: row => percent(row.p_up) },
      { title: 'expected', n: true, cell: row => signed(row.expected_return) },
      { title: 'interval', n: true, cell: row => interval(row.lower, row.upper) },
      { title: 'came', n: true, cell: row => signed(row.outcome) },
      { title: 'held', cell: row => row.held === null ? '–' : row.held ? 'yes' : 'no' },
      { title: 'how sure', n: true, cell: sure }, { title: 'verdict', cell: standing }, { title: 'model', cell: row => row.version || '–' },
    ], ofHorizon.slice(0, 48), { caption: `the newest ${Math.min(48, ofHorizon.length)} of ${ofHorizon.length} within the last week` })) : null];
}

export async function gates() {
  const [all, status, reasons] = await Promise.all([rows('/gates'), get('/status'), get('/gates/reasons')]);
  return [el('h1', {}, 'Gates'), card('Progress to 12 weeks', all.length ? all.map(progress) : nothing('No tick yet.')),
    card('What the gates go by', table([
      { title: 'horizon', cell: row => row.horizon },
      { title: 'independent outcomes', n: true, cell: row => number(row.independent_outcomes, 0) },
      { title: 'coverage this month', n: true, cell: row => percent(row.coverage) },
      { title: 'skill', n: true, cell: row => percent(row.skill) },
      { title: 'its 95 %', n: true, cell: row => `${percent(row.skill_lower)} to ${percent(row.skill_upper)}` },
      { title: 'columns drifted', n: true, cell: row => percent(row.drifted_share) },
      { title: 'verdicts', n: true, cell: row => number(row.verdicts, 0) }, { title: 'passed', n: true, cell: row => number(row.passed, 0) },
      { title: 'refusals', wraps: true, cell: row => row.refusals || 'none' }], all, { caption: 'at the last tick; – is not measured' })),
    card('What refuses a verdict', table([{ title: 'reason', cell: ([key]) => key }, { title: 'means', wraps: true, cell: ([, value]) => value }], Object.entries(reasons))),
    card('Status', table([{ title: 'what', cell: ([key]) => key }, { title: 'is', wraps: true, cell: ([, value]) => value === null ? 'not measured' : typeof value === 'object' ? JSON.stringify(value) : String(value) }], Object.entries(status)))];
}

export async function models() {
  const [all, performance, drift] = await Promise.all([rows('/models'), rows('/performance'), rows('/drift', { limit: 40 })]);
  return [el('h1', {}, 'Models'), card('In use at the last tick', all.length ? table([
    { title: 'horizon', cell: row => row.horizon }, { title: 'member', cell: row => row.member }, { title: 'role', cell: row => row.role },
    { title: 'of', cell: row => row.statement }, { title: 'version', cell: row => row.version },
    { title: 'knows up to', cell: row => when(row.trained_as_of) }, { title: 'in use from', cell: row => when(row.activated_at) },
    { title: 'base rate', n: true, cell: row => percent(row.climatology) }], all) : nothing('No model is in force.')),
  card('Intervals by month', performance.length ? table([
    { title: 'horizon', cell: row => row.horizon }, { title: 'month', cell: row => row.month },
    { title: 'promised', n: true, cell: row => percent(row.promised) }, { title: 'held', n: true, cell: row => percent(row.realised) },
    { title: 'outcomes', n: true, cell: row => number(row.outcomes, 0) }], performance) : nothing('No outcome is known yet.')),
  card('Columns unlike the training set', drift.length ? table([
    { title: 'horizon', cell: row => row.horizon }, { title: 'column', cell: row => row.column },
    { title: 'PSI', n: true, cell: row => number(row.psi, 3) }, { title: '', cell: row => row.drifted ? el('span', { class: 'warn' }, 'drifted') : '' }], drift)
    : nothing('Not measured: it takes 28 whole days.'))];
}

export async function portfolio() {
  const [accounts, past, orders, risk] = await Promise.all([
    rows('/portfolio'), rows('/portfolio/history'), rows('/orders', { limit: 100 }), rows('/risk', { limit: 30 })]);
  const of = lane => past.filter(row => row.lane === lane);
  const lane = name => {
    const history = of(name);
    return card(name === 'GATED' ? 'GATED: acts only on what passed every gate' : 'RESEARCH: on paper for ever, whatever the gates say',
      table([{ title: 'currency', cell: row => row.quote }, { title: 'equity', n: true, cell: row => money(row.equity) }, { title: 'cash', n: true, cell: row => money(row.cash) },
        { title: 'positions', n: true, cell: row => row.positions }, { title: 'realised', n: true, cell: row => money(row.realised) },
        { title: 'unrealised', n: true, cell: row => money(row.unrealised) }, { title: 'fees', n: true, cell: row => money(row.fees) },
        { title: 'drawdown', n: true, cell: row => percent(row.drawdown) },
        { title: 'kill switch', cell: row => row.stopped ? el('strong', { class: 'down' }, 'tripped') : 'armed' }],
      accounts.filter(row => row.lane === name)),
      [...new Set(history.map(row => row.quote))].map(quote => {
        const own = history.filter(row => row.quote === quote);
        const moved = own.some(row => row.equity !== own[0].equity);
        return moved ? lines(own.map(row => row.at), [{ title: `equity in ${quote}`, values: own.map(row => Number(row.equity)) }], `equity of ${name} in ${quote}`) : null;
      }));
  };
  return [el('h1', {}, 'Portfolio and risk'), ...(accounts.length ? [lane('GATED'), lane('RESEARCH')] : [card('No account yet', nothing('Accounts begin with the first whole tick.'))]),
    card('Orders of the last 30 days', orders.length ? table([
      { title: 'at', cell: row => when(row.at) }, { title: 'lane', cell: row => row.lane }, { title: 'pair', cell: row => pairLink(row.pair) },
      { title: 'side', cell: row => row.side }, { title: 'quantity', n: true, cell: row => row.quantity }, { title: 'price', n: true, cell: row => row.price },
      { title: 'status', cell: row => row.status }, { title: 'reason', cell: row => row.reason || '' }], orders) : nothing('None.')),
    card('Limits hit within 30 days, the newest', risk.length ? table([
      { title: 'at', cell: row => when(row.at) }, { title: 'lane', cell: row => row.lane }, { title: 'event', cell: row => row.event },
      { title: 'rule', cell: row => row.rule || '' }, { title: 'of', cell: row => row.subject }, { title: 'detail', cell: row => row.detail || '' }], risk) : nothing('None.'))];
}

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
