import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, MiddlewareHandler } from 'hono';

/** Where `npm run build` puts the web app. */
export const WEB_ROOT = join(import.meta.dirname, '../../dist/web');

const files = serveStatic({
  root: WEB_ROOT,
  onFound: (path, context) => context.header('Cache-Control', caching(path)),
});
const page = serveStatic({
  root: WEB_ROOT,
  path: 'index.html',
  onFound: (_, context) => context.header('Cache-Control', 'no-cache'),
});

/** The files of the web app; an address that is a view of it gets its page. */
export const webApp: MiddlewareHandler = async (context, next) => {
  const answer = await files(context, async () => undefined);
  if (answer) return answer;
  return isView(context) ? page(context, next) : next();
};

/** Files under `assets` carry a hash of their content in their name. */
function caching(path: string): string {
  return path.includes(join('web', 'assets')) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function isView({ req }: Context): boolean {
  return !req.path.startsWith('/v1/') && !/\.\w+$/.test(req.path) && (req.header('Accept') ?? '').includes('text/html');
}
