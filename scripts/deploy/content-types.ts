import { extname } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * The media type of a file of the site. Browsers are told to believe it, so none is guessed.
 *
 * @throws Error for a kind of file that the site has not had before
 */
export function contentTypeOf(file: string): string {
  const type = TYPES[extname(file)];
  if (!type) throw new Error(`No media type is known for ${file}: add it to scripts/deploy/content-types.ts.`);
  return type;
}
