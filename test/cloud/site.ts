import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import * as v from 'valibot';
import type { Clock } from './clock.ts';
import { type Received, type Sent, type Server, serve } from './server.ts';

export interface SiteOptions {
  readonly clock: Clock;
  readonly headers: { readonly content_security_policy: string; readonly headers: Readonly<Record<string, string>> };
  /** The origins that the page may ask besides its own. */
  connect(): readonly string[];
  /** What is in config.json. */
  config(): object;
}

const ROOT = join(import.meta.dirname, '../..');
const WEB = join(ROOT, 'dist/web');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** The site as CloudFront serves it from the bucket: the same function chooses the file. */
export async function startSite({ clock, headers, connect, config }: SiteOptions): Promise<Server> {
  const viewer = viewerFunction();
  return serve(clock, async (request) => {
    const sent = await answer(request);
    const policy = headers.content_security_policy.replace('{connect}', connect().join(' '));
    return { ...sent, headers: { ...sent.headers, ...headers.headers, 'Content-Security-Policy': policy } };
  });

  async function answer({ method, url }: Received): Promise<Sent> {
    if (method !== 'GET' && method !== 'HEAD') return { status: 403, body: 'This distribution allows GET and HEAD.' };
    const isAsset = url.pathname.startsWith('/assets/');
    const uri = isAsset ? url.pathname : viewer(url.pathname);
    if (uri === '/config.json') return file(uri, Buffer.from(JSON.stringify(config())), 'no-store');
    const content = await read(uri);
    if (content === undefined) return missing();
    return file(uri, content, isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
  }

  async function missing(): Promise<Sent> {
    return { ...file('/index.html', (await read('/index.html')) ?? Buffer.from(''), 'no-cache'), status: 404 };
  }
}

/** The file of a path, by the function that CloudFront runs. */
function viewerFunction(): (path: string) => string {
  const sandbox = createContext({});
  runInContext(readFileSync(join(ROOT, 'infra/terraform/app/views.js'), 'utf8'), sandbox);
  return (path) => {
    const chosen: unknown = runInContext(`handler({ request: { uri: ${JSON.stringify(path)} } }).uri`, sandbox);
    return v.parse(v.string(), chosen);
  };
}

async function read(path: string): Promise<Buffer | undefined> {
  return readFile(join(WEB, join('/', decodeURIComponent(path)))).catch(() => undefined);
}

function file(path: string, body: Buffer, caching: string): Sent {
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  return { status: 200, headers: { 'Content-Type': type, 'Cache-Control': caching }, body };
}
