import { type Deployment, replyOf } from './deployment.ts';
import { eventually, must, type TickList } from './tick-list.ts';

const ELSEWHERE = 'https://elsewhere.example';

/** What the API says to nobody in particular, and to pages of other sites. */
export async function checkRefusals(list: TickList, deployment: Deployment): Promise<void> {
  await list.tick('the API is up', () => isUp(deployment));
  await list.tick('an unsigned request is refused, as a problem that the page may read', () => unsigned(deployment));
  await list.tick('an address where nothing is gets the same', () => unknownAddress(deployment));
  await list.tick('a page of the site may call, another may not', () => origins(deployment));
  await list.tick('a preflight lets the site through, and no other', () => preflights(deployment));
}

async function isUp({ config, patienceMs }: Deployment): Promise<void> {
  await eventually(patienceMs, async () => replyOf(await fetch(`${config.api}/health`), { status: 200 }));
}

function unsigned(deployment: Deployment): Promise<void> {
  return refusedByGateway(deployment, '/contacts');
}

function unknownAddress(deployment: Deployment): Promise<void> {
  return refusedByGateway(deployment, '/nothing/is/here');
}

async function refusedByGateway({ site, config }: Deployment, path: string): Promise<void> {
  const response = await fetch(config.api + path, { headers: { Origin: site } });
  const { headers } = await replyOf(response, { status: 403, code: 'no_credentials' });
  const type = headers.get('Content-Type') ?? '';
  must(type.startsWith('application/problem+json'), `it is ${type}, no problem`);
  must(headers.get('Access-Control-Allow-Origin') === site, 'the page cannot read it: no Access-Control-Allow-Origin');
  const exposed = headers.get('Access-Control-Expose-Headers')?.toLowerCase() ?? '';
  must(exposed.includes('x-amzn-errortype'), 'x-amzn-ErrorType is not exposed');
}

async function origins({ site, config }: Deployment): Promise<void> {
  const allowed = async (Origin: string) =>
    (await fetch(`${config.api}/health`, { headers: { Origin } })).headers.get('Access-Control-Allow-Origin');
  must((await allowed(site)) === site, 'the site may not call');
  must((await allowed(ELSEWHERE)) === null, `${ELSEWHERE} may call`);
}

async function preflights({ site, config }: Deployment): Promise<void> {
  const ask = (Origin: string) =>
    fetch(`${config.api}/contacts`, {
      method: 'OPTIONS',
      headers: {
        Origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type,x-amz-date,x-amz-security-token',
      },
    });
  const ours = await ask(site);
  must(ours.ok && ours.headers.get('Access-Control-Allow-Origin') === site, `the site is answered with ${ours.status}`);
  const keptFor = ours.headers.get('Access-Control-Max-Age');
  must(keptFor === '7200', `a preflight is kept for ${keptFor} seconds`);
  const theirs = await ask(ELSEWHERE);
  must(theirs.headers.get('Access-Control-Allow-Origin') === null, `${ELSEWHERE} is let through`);
}
