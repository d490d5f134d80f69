import type { Deployment } from './deployment.ts';
import { must, type TickList } from './tick-list.ts';

/** The page, and what protects it. */
export async function checkSite(list: TickList, deployment: Deployment): Promise<void> {
  const { site } = deployment;
  await list.tick('the page may speak to its services and to nothing else', () => policy(deployment));
  await list.tick('a view answers with the page, a missing asset does not', () => views(site));
  if (site.startsWith('https:')) await list.tick('plain HTTP is sent on to HTTPS', () => redirect(site));
}

async function policy({ site, config }: Deployment): Promise<void> {
  const response = await fetch(`${site}/`);
  must(response.ok, `the page is answered with ${response.status}`);
  const directives = response.headers.get('Content-Security-Policy')?.split('; ') ?? [];
  const connect = directives
    .find((directive) => directive.startsWith('connect-src '))
    ?.split(' ')
    .slice(1);
  const { api, identity, login } = config;
  const wanted = ["'self'", ...[api, identity.endpoint, login.users, login.domain].map((url) => new URL(url).origin)];
  must(
    JSON.stringify(connect?.toSorted()) === JSON.stringify(wanted.toSorted()),
    `connect-src is ${connect?.join(' ') ?? 'not there'}`,
  );
}

async function views(site: string): Promise<void> {
  const view = await fetch(`${site}/contacts`);
  must(view.ok && isPage(view), `/contacts is answered with ${view.status}`);
  const missing = await fetch(`${site}/assets/never-there.js`);
  must(missing.status === 404, `a missing asset is answered with ${missing.status}`);
}

function isPage({ headers }: Response): boolean {
  return headers.get('Content-Type')?.startsWith('text/html') === true;
}

async function redirect(site: string): Promise<void> {
  const { status, headers } = await fetch(site.replace('https:', 'http:'), { redirect: 'manual' });
  const to = headers.get('Location') ?? '';
  must(status >= 301 && status <= 308 && to.startsWith('https:'), `plain HTTP is answered with ${status} ${to}`);
}
