import { invalidFields } from '../domain/errors.ts';
import { uuidV7 } from '../domain/id.ts';
import type { JsonObject } from '../domain/json.ts';
import type { Noun } from '../domain/noun.ts';
import { createSchema, reference } from '../http/json-schema.ts';
import { Refusal } from '../http/problem.ts';
import { type Answer, type Call, endpoint, type Route } from '../http/route.ts';
import { carryOutEffects } from './carry-out-effects.ts';
import { perform } from './perform.ts';
import { changeAnswers, outcomeAnswer, perNoun, recordAnswer } from './records.ts';

/** A new record; its sender may choose the id, and then may send it twice. */
export const createRecord: Route = {
  name: 'create',
  access: 'write',
  caller: 'identity',
  endpoints: perNoun((noun) =>
    endpoint({
      method: 'POST',
      path: `/v1/${noun.type}`,
      summary: `Create a ${noun.singular}`,
      body: { mediaTypes: ['application/json'], schema: createSchema(noun) },
      answers: {
        201: {
          description: `The new ${noun.singular}; \`Location\` is its address.`,
          schema: reference(noun.singular),
        },
        200: {
          description: 'It was there already: the same request came before. As it stands now.',
          schema: reference(noun.singular),
        },
        400: changeAnswers(noun)[400] ?? { description: 'Some fields are not valid.' },
        409: { description: 'The id is taken by one with other values: `record` is that one.' },
      },
      handle: (call) => create(noun, call),
    }),
  ),
};

async function create(noun: Noun, call: Call): Promise<Answer> {
  const id = chosenId(noun, call.body) ?? call.newId();
  const outcome = await perform(call, call.workspace, noun, id, { op: 'create', record: call.body });
  await carryOutEffects(call, call.workspace, noun, outcome);
  return 'record' in outcome && outcome.changed
    ? recordAnswer(noun, outcome.record, 201)
    : outcomeAnswer(noun, outcome);
}

/**
 * The id that the sender chose for a new record, in lower case; undefined where it left that to the server.
 *
 * @throws Refusal (invalid_fields) where it is no UUID of version 7, by whose time records are ordered
 */
export function chosenId(noun: Noun, record: JsonObject): string | undefined {
  const id = record[noun.idField];
  if (id === undefined || id === null || id === '') return undefined;
  const known = uuidV7(id);
  if (known !== undefined) return known;
  const detail = 'Send a UUID of version 7, or none: then the server makes one.';
  throw new Refusal(invalidFields([{ field: noun.idField, code: 'bad_id', detail }]));
}
