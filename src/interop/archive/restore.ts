import type { JsonObject } from '../../domain/json.ts';
import type { Noun } from '../../domain/noun.ts';
import { Refused } from '../import/format.ts';
import type { Answer } from './batch-answer.ts';
import type { ReadRecords } from './read-records.ts';

/** Bounds of `POST /v1/batch`; the second leaves room for its envelope. */
const MOST = 100;
const MOST_CHARACTERS = 300_000;

/** An operation as `POST /v1/batch` takes it. */
export interface Reinstating {
  readonly op: 'reinstate';
  readonly type: string;
  readonly record: JsonObject;
}

/** Sends one batch; what cannot be reached throws. */
export type Send = (operations: readonly Reinstating[]) => Promise<readonly Answer[]>;

/** A record that was not taken, and why. */
export interface NotTaken {
  readonly type: string;
  readonly title: string;
  readonly why: string;
}

export interface Restored {
  /** Came back. */
  readonly reinstated: number;
  /** Stood so already. */
  readonly unchanged: number;
  /** Stand with other values, and were left so. */
  readonly standing: readonly NotTaken[];
  readonly refused: readonly NotTaken[];
}

/**
 * Puts back every record of an export, batch by batch. It may be broken off and begun again: what is back already is
 * left alone.
 *
 * @param tell told after each batch how many records are done, of how many
 * @throws Refused where the export has records of a kind that this program does not know
 */
export async function restoreAll(
  nouns: readonly Noun[],
  records: ReadRecords,
  send: Send,
  tell: (done: number, all: number) => void = () => {},
): Promise<Restored> {
  const operations = operationsOf(nouns, records);
  const answers: Answer[] = [];
  for (const some of batchesOf(operations)) {
    answers.push(...(await send(some)));
    tell(answers.length, operations.length);
  }
  const told = operations.map((operation, place) => ({ operation, answer: answers[place] ?? UNANSWERED }));
  const isStanding = ({ problem }: Answer) => problem?.code === 'already_exists';
  const notTaken = told.filter(({ answer }) => answer.problem);
  return {
    reinstated: told.filter(({ answer }) => answer.status === 201).length,
    unchanged: told.filter(({ answer }) => answer.status === 200).length,
    standing: notTaken.filter(({ answer }) => isStanding(answer)).map((one) => notTakenOf(nouns, one)),
    refused: notTaken.filter(({ answer }) => !isStanding(answer)).map((one) => notTakenOf(nouns, one)),
  };
}

const UNANSWERED: Answer = {
  status: 500,
  problem: { code: 'internal', detail: 'There was no answer. Restore once more.' },
};

function operationsOf(nouns: readonly Noun[], records: ReadRecords): readonly Reinstating[] {
  const unknown = [...records.keys()].filter((type) => !nouns.some((noun) => noun.type === type));
  if (unknown.length > 0) {
    throw new Refused(`This Touchbase does not know ${unknown.join(', ')}. Update Touchbase, then restore the export.`);
  }
  return nouns.flatMap(({ type }) =>
    (records.get(type) ?? []).map((record) => ({ op: 'reinstate' as const, type, record })),
  );
}

function* batchesOf(operations: readonly Reinstating[]): Iterable<readonly Reinstating[]> {
  let batch: Reinstating[] = [];
  let characters = 0;
  for (const operation of operations) {
    const more = JSON.stringify(operation).length;
    if (batch.length === MOST || (batch.length > 0 && characters + more > MOST_CHARACTERS)) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(operation);
    characters += more;
  }
  if (batch.length > 0) yield batch;
}

function notTakenOf(
  nouns: readonly Noun[],
  { operation, answer }: { operation: Reinstating; answer: Answer },
): NotTaken {
  const noun = nouns.find(({ type }) => type === operation.type);
  const title = noun && (operation.record[noun.titleField] ?? operation.record[noun.idField]);
  const { detail = '', errors = [] } = answer.problem ?? {};
  const why = [detail, ...errors.map((error) => `${error.field}: ${error.detail}`)].join(' ');
  return { type: operation.type, title: String(title ?? ''), why };
}
