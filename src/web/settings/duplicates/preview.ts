import type { Field } from '../../../domain/field.ts';
import type { Merge } from '../../../domain/merge.ts';
import { mergeMany } from '../../../domain/merge-many.ts';
import { type AnyRecord, idOf, type Noun } from '../../../domain/noun.ts';
import { NOUNS } from '../../../domain/nouns.ts';
import { settings } from '../../../domain/settings.ts';
import { toText } from '../../../domain/typed-text.ts';
import { wordsOf } from '../../contacts/words-of.ts';
import type { Replica } from '../../sync/replica.ts';
import { say } from '../../words/say-settings.ts';
import { short } from './compared-rows.ts';

/** A field that a merge changes, as a person reads it. */
export interface FieldChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What a merge would do. */
export interface Preview {
  readonly changes: readonly FieldChange[];
  /** How many records of each other noun would belong to the one that stays. */
  readonly moves: readonly (readonly [string, number])[];
}

/** The changes that merge records into one; or why they cannot be merged. */
export function mergeIn(replica: Replica, noun: Noun, kept: AnyRecord, others: readonly AnyRecord[]): Merge {
  return mergeMany(noun, kept, others, {
    nouns: NOUNS,
    recordsOf: (type) => replica.collection(type).all(),
    lineOf: ({ field, value }) => {
      const known = noun.fields[field];
      const text = toText(value);
      return known ? say.merge.line(say.schema.label(field, known), wordsOf(field, known, text)) : text;
    },
  });
}

/** What a merge would do, for who decides about it; how histories are joined is told by nobody. */
export function previewOf(
  noun: Noun,
  kept: AnyRecord,
  operations: Extract<Merge, { operations: unknown }>['operations'],
): Preview {
  const edits = operations.filter(({ operation }) => operation.op === 'edit');
  const own = edits.find(({ type, id }) => type === noun.type && id === idOf(noun, kept));
  const changes = Object.entries(own?.operation.record ?? {}).flatMap(([name, value]) => {
    const field = noun.fields[name];
    return field && name !== noun.history?.field ? [changeOf(name, field, kept[name], value)] : [];
  });
  // Which pairs are told apart is nothing that belongs to it.
  const moved = edits.filter((one) => one !== own && one.type !== settings.type).map(({ type }) => type);
  const moves = [...new Set(moved)].map((type) => [type, moved.filter((one) => one === type).length] as const);
  return { changes, moves };
}

function changeOf(name: string, field: Field, before: unknown, after: unknown): FieldChange {
  const [was, is] = [textOf(name, field, before), textOf(name, field, after)];
  // Notes only grow at their end.
  if (field.control === 'notes' && was !== '' && is.startsWith(was)) {
    return { label: say.merge.added, before: '', after: short(is.slice(was.length).trim()) };
  }
  return { label: say.schema.label(name, field), before: short(was), after: short(is) };
}

function textOf(name: string, field: Field, value: unknown): string {
  if (!field.entryFields) return wordsOf(name, field, toText(value));
  return Array.isArray(value) && value.length > 0 ? say.merge.rows(value.length) : '';
}
