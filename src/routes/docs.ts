import { docsPage } from '../http/docs-page.ts';
import { DOCS_STYLE } from '../http/docs-style.ts';
import type { DocumentOf } from '../http/openapi.ts';
import { PAGE_HEADERS } from '../http/page-headers.ts';
import { endpoint, type Route } from '../http/route.ts';

/** The API's description for people: the same document as a page. */
export function docs(documentOf: DocumentOf): Route {
  return {
    name: 'docs',
    access: 'none',
    caller: 'anyone',
    endpoints: () => [
      endpoint({
        method: 'GET',
        path: '/v1/docs',
        summary: 'Show the API as a page',
        answers: { 200: { description: 'A page to read.', mediaType: 'text/html', schema: { type: 'string' } } },
        handle: async ({ nouns, site }) => ({
          status: 200,
          headers: { ...PAGE_HEADERS, 'Content-Type': 'text/html; charset=utf-8' },
          body: await docsPage(documentOf(nouns), site),
        }),
      }),
      endpoint({
        method: 'GET',
        path: '/v1/docs.css',
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
