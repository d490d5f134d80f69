import { endpoint, type Route } from '../http/route.ts';
import { change, changeAnswers, IF_MATCH, perNoun } from './records.ts';

/** Brings a deleted record back as it was. */
export const restoreRecord: Route = {
  name: 'restore',
  access: 'write',
  caller: 'identity',
  endpoints: perNoun((noun) =>
    endpoint({
      method: 'POST',
      path: `/v1/${noun.type}/{id}/restore`,
      summary: `Restore a deleted ${noun.singular}`,
      headers: IF_MATCH,
      answers: changeAnswers(noun, `There is no such ${noun.singular}, or it was forgotten.`),
      handle: (call) => change(noun, call, 'restore'),
    }),
  ),
};
