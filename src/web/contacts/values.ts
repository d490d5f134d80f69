import type { AnyRecord } from '../../domain/noun.ts';
import { fold } from '../../domain/search.ts';

export interface UsedValue {
  /** As it was written first. */
  readonly value: string;
  readonly count: number;
}

/** The values that records have in a field, the most frequent first; case and accents do not make two of one. */
export function usedValues(name: string, records: Iterable<AnyRecord>): UsedValue[] {
  const used = new Map<string, { value: string; count: number }>();
  for (const record of records) {
    for (const value of listOf(record[name])) {
      const known = used.get(fold(value));
      if (known) known.count++;
      else used.set(fold(value), { value, count: 1 });
    }
  }
  return [...used.values()].sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}

function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' && value !== '' ? [value] : [];
}
