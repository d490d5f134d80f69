import type { DocumentOf } from '../http/openapi.ts';
import { endpoint, type Route } from '../http/route.ts';

/** The API's description for programs. */
export function openApi(documentOf: DocumentOf): Route {
  return {
    name: 'openapi',
    access: 'none',
    caller: 'anyone',
    endpoints: () => [
      endpoint({
        method: 'GET',
        path: '/v1/openapi.json',
        summary: 'Describe the API (OpenAPI 3.1)',
        answers: { 200: { description: 'An OpenAPI document.', schema: { type: 'object' } } },
        handle: async ({ nouns }) => ({ status: 200, body: documentOf(nouns) }),
      }),
    ],
  };
}
