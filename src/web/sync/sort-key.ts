import type { Field } from '../../domain/field.ts';
import { instantOf } from '../instant.ts';

/** Empty values are null. */
export type SortKey = string | number | null;

/** What a value is sorted by: a date-time by its instant, a choice by its label, empty ones by null. */
export function sortKey(field: Field, value: unknown): SortKey {
  if (Array.isArray(value)) return value.join(', ') || null;
  if (typeof value !== 'string' || value === '') return null;
  if (field.control === 'date_time') return instantOf(value);
  return field.choices?.[value] ?? value;
}

/** How two keys of a field are compared: dates as they are written, texts as people do; empty ones come last. */
export function keyComparer({ control }: Field): (a: SortKey, b: SortKey) => number {
  return control === 'date' ? compareWritten : compareKeys;
}

/** As code units: the order of every store for ids and dates. */
export function compareWritten(a: SortKey, b: SortKey): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

const collator = new Intl.Collator(undefined, { numeric: true });

function compareKeys(a: SortKey, b: SortKey): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}
