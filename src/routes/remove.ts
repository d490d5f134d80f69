import type { Noun } from '../domain/noun.ts';
import { type Answer, type Call, endpoint, type Route } from '../http/route.ts';
import { TOMBSTONE_DAYS } from '../store/store.ts';
import { change, changeAnswers, IF_MATCH, perNoun } from './records.ts';

/** Deletes a record so that it can be restored. */
export const removeRecord: Route = {
  name: 'remove',
  access: 'write',
  caller: 'identity',
  endpoints: perNoun((noun) => {
    const { 200: _, ...refusals } = changeAnswers(noun, `There is no such ${noun.singular}.`);
    return endpoint({
      method: 'DELETE',
      path: `/v1/${noun.type}/{id}`,
      summary: `Delete a ${noun.singular}`,
      description: `It can be restored for ${TOMBSTONE_DAYS} days; then it is forgotten.`,
      headers: IF_MATCH,
      answers: { 204: { description: `The ${noun.singular} is deleted, or was already.` }, ...refusals },
      handle: (call) => remove(noun, call),
    });
  }),
};

async function remove(noun: Noun, call: Call): Promise<Answer> {
  const answer = await change(noun, call, 'remove');
  return answer.status === 200 ? { status: 204, headers: answer.headers ?? {} } : answer;
}
