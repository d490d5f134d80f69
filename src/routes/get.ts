import { deleted, notFound } from '../domain/changes.ts';
import type { Noun } from '../domain/noun.ts';
import { reference } from '../http/json-schema.ts';
import { entityTag, isKnown } from '../http/precondition.ts';
import { problemAnswer } from '../http/problem.ts';
import { type Answer, type Call, endpoint, type Route } from '../http/route.ts';
import { perNoun, recordAnswer } from './records.ts';

/** One record that is not deleted. */
export const getRecord: Route = {
  name: 'get',
  access: 'read',
  caller: 'identity',
  endpoints: perNoun((noun) =>
    endpoint({
      method: 'GET',
      path: `/v1/${noun.type}/{id}`,
      summary: `Get a ${noun.singular}`,
      headers: { 'If-None-Match': 'The ETag of the version that you have: 304 where it still stands.' },
      answers: {
        200: { description: `The ${noun.singular}; \`ETag\` is its version.`, schema: reference(noun.singular) },
        304: { description: 'The version that you have still stands.' },
        400: { description: 'The id is not a UUID.' },
        404: { description: `There is no such ${noun.singular}, or it was deleted.` },
      },
      handle: (call) => get(noun, call),
    }),
  ),
};

async function get(noun: Noun, call: Call): Promise<Answer> {
  const [record] = await call.store.get(call.workspace, [{ type: noun.type, id: call.id }]);
  if (!record) return problemAnswer(notFound(noun));
  if (record.deleted_at !== null) return problemAnswer(deleted(noun, record));
  if (isKnown(call.header('If-None-Match'), record.version)) {
    return { status: 304, headers: { ETag: entityTag(record.version) } };
  }
  return recordAnswer(noun, record);
}
