// What the API says. A page asks again when the run has grown; what did not change is answered from the browser's own store.

export class ApiProblem extends Error {
  constructor(problem) {
    super(problem.detail);
    this.title = problem.title;
  }
}

let answeredUpTo;

// Up to when the run was whole by the last answer that says so.
export const wholeUpTo = () => answeredUpTo;

export async function get(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== undefined && value !== ''));
  const address = `/api${path}${query.size ? `?${query}` : ''}`;
  let reply;
  try {
    reply = await fetch(address, { headers: { Accept: 'application/json' }, cache: 'no-cache' });
  } catch {
    throw new ApiProblem({ title: 'No answer', detail: 'The server does not answer. Is cst serve or cst up running?' });
  }
  const body = await reply.json();
  if (!reply.ok) throw new ApiProblem(body);
  if (body.whole_up_to !== undefined) answeredUpTo = body.whole_up_to;
  return body;
}

export async function rows(path, parameters) {
  return (await get(path, { limit: 5000, ...parameters })).items;
}

// Tells when the run has grown, and when nobody answers. A browser opens a stream that broke again by itself; it has six of them
// for all its tabs, so that only a page that is seen holds one.
export function onGrowth(tell, fail) {
  let stream;
  const listen = () => {
    stream?.close();
    if (document.hidden) return;
    stream = new EventSource('/api/events');
    stream.addEventListener('whole', event => tell(JSON.parse(event.data)));
    stream.addEventListener('error', fail);
  };
  document.addEventListener('visibilitychange', listen);
  listen();
}
