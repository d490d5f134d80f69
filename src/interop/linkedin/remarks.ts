import type { Remark } from '../import/found.ts';

/** What is kept beside the fields: only what the table says something for. */
export function remarksOf(values: Readonly<Record<string, string | undefined>>): { remarks?: readonly Remark[] } {
  const remarks = Object.entries(values).flatMap(([label, value]) => (value ? [{ label, value }] : []));
  return remarks.length > 0 ? { remarks } : {};
}

/** The fields that the table says something for. */
export function fieldsOf(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
