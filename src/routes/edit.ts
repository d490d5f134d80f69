import { patchSchema } from '../http/json-schema.ts';
import { endpoint, type Route } from '../http/route.ts';
import { change, changeAnswers, IF_MATCH, perNoun } from './records.ts';

/** Some fields of a record, by JSON Merge Patch (RFC 7396). */
export const editRecord: Route = {
  name: 'edit',
  access: 'write',
  caller: 'identity',
  endpoints: perNoun((noun) =>
    endpoint({
      method: 'PATCH',
      path: `/v1/${noun.type}/{id}`,
      summary: `Edit a ${noun.singular}`,
      description: 'A JSON Merge Patch (RFC 7396): only the fields that are sent change; null empties one.',
      headers: IF_MATCH,
      body: { mediaTypes: ['application/merge-patch+json', 'application/json'], schema: patchSchema(noun) },
      answers: changeAnswers(noun),
      handle: (call) => change(noun, call, 'edit'),
    }),
  ),
};
