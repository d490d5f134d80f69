import { replaceSchema } from '../http/json-schema.ts';
import { endpoint, type Route } from '../http/route.ts';
import { change, changeAnswers, IF_MATCH, perNoun } from './records.ts';

/** All fields of a record at once; what is left out becomes empty. */
export const replaceRecord: Route = {
  name: 'replace',
  access: 'write',
  caller: 'identity',
  endpoints: perNoun((noun) =>
    endpoint({
      method: 'PUT',
      path: `/v1/${noun.type}/{id}`,
      summary: `Replace a ${noun.singular}`,
      description: 'A record may be sent back whole, as it was got; its `version` then counts as `If-Match` does.',
      headers: IF_MATCH,
      body: { mediaTypes: ['application/json'], schema: replaceSchema(noun) },
      answers: changeAnswers(noun),
      handle: (call) => change(noun, call, 'replace'),
    }),
  ),
};
