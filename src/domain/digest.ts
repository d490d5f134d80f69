import { isObject, type JsonObject } from './json.ts';

/**
 * A short text by which a value of JSON is known again: 16 hexadecimal digits of FNV-1a in two lanes. It tells what a
 * person changed since; it is no protection against somebody who wants two values to look the same.
 */
export function digestOf(value: unknown): string {
  const text = canonical(value);
  return lane(text, 0x811c9dc5) + lane(text, 0x01000193);
}

/** The same for the fields of a record; empty ones count as absent, so that a field that its noun gets later changes nothing. */
export function digestOfFields(names: Iterable<string>, record: JsonObject): string {
  const filled = [...names].filter((name) => !isEmpty(record[name]));
  return digestOf(Object.fromEntries(filled.map((name) => [name, record[name]])));
}

/** Whether a field's value is none: of texts, lists and flags. */
export function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null || value === '' || value === false;
}

/** JSON with the names of each object in order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value ?? null);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`;
}

function lane(text: string, offset: number): string {
  let hash = offset;
  for (let place = 0; place < text.length; place++) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
    hash ^= hash >>> 15;
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
