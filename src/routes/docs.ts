import { docsPage } from '../http/docs-page.ts';
import { DOCS_STYLE } from '../http/docs-style.ts';
import { openApiDocument } from '../http/openapi.ts';
import { endpoint, type Route } from '../http/route.ts';

/** The API's description for people: the same document as a page. */
export function docs(described: readonly Route[]): Route {
  return {
    name: 'docs',
    access: 'none',
    endpoints: () => [
      endpoint({
        method: 'GET',
        path: '/docs',
        summary: 'Show the API as a page',
        answers: { 200: { description: 'A page to read.', mediaType: 'text/html', schema: { type: 'string' } } },
        handle: async ({ nouns }) => ({
          status: 200,
          headers: { 'Content-Type': 'text/html; charset=utf-8' },
          body: await docsPage(openApiDocument(described, nouns)),
        }),
      }),
      endpoint({
        method: 'GET',
        path: '/docs.css',
        summary: 'The style of the page',
        answers: { 200: { description: 'A style sheet.', mediaType: 'text/css', schema: { type: 'string' } } },
        handle: async () => ({
          status: 200,
          headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' },
          body: DOCS_STYLE,
        }),
      }),
    ],
  };
}
