import * as v from 'valibot';
import type { Noun } from '../../src/domain/noun.ts';
import { NOUNS } from '../../src/domain/nouns.ts';

/** Of a record that need not be there. */
const SOME_ID = '018f3b1e-0000-7000-8000-00000000000a';

/** The fields of a record that has `text` in all that can hold it. */
export function sampleOf({ fields }: Noun, text: string): Record<string, unknown> {
  const values = Object.entries(fields).flatMap(([name, { control, value, maxLength }]): [string, unknown][] => {
    if (control === 'email') return [[name, `${text}@example.org`]];
    if (control === 'url') return [[name, `https://example.org/${text}`]];
    if (control === 'tags') return [[name, [text]]];
    if (control === 'date' || control === 'date_time') return [[name, '2026-03-01']];
    if (control === 'reference') return [[name, SOME_ID]];
    if (control === 'number') return [[name, [1, 15].find((number) => v.is(value, number))]];
    // The name of a zone, a time of the day: no text fits but such.
    if (control === 'text' && maxLength === undefined) return [];
    return control === 'text' || control === 'notes' || control === 'tel'
      ? [[name, fitting(text.slice(0, 50), maxLength)]]
      : [];
  });
  return Object.fromEntries(values);
}

/** What goes into a sample. */
export interface Filling {
  readonly text: string;
  /** Where an id is asked for. */
  readonly id: string;
  /** Which of the choices of a closed list. */
  readonly choice: number;
  /** Which of the optional parts are in it, at whatever depth. */
  readonly isIn: (name: string) => boolean;
}

const Schema = v.object({
  type: v.optional(v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1))])),
  enum: v.optional(v.array(v.unknown())),
  properties: v.optional(v.record(v.string(), v.looseObject({ readOnly: v.optional(v.boolean()) }))),
  required: v.optional(v.array(v.string()), []),
  allOf: v.optional(v.array(v.object({ anyOf: v.array(v.object({ required: v.array(v.string()) })) })), []),
  items: v.optional(v.unknown()),
  format: v.optional(v.string()),
  maxLength: v.optional(v.number()),
  pattern: v.optional(v.string()),
  examples: v.optional(v.array(v.unknown()), []),
});

/** A value that a JSON schema allows. */
export function sampleOfSchema(schema: unknown, filling: Filling): unknown {
  const {
    type,
    enum: choices,
    properties,
    items,
    format,
    maxLength,
    pattern,
    examples,
    ...parts
  } = v.parse(Schema, schema);
  if (choices) return choices[filling.choice % choices.length];
  if (pattern !== undefined && examples.length > 0) return examples[0];
  switch (typeof type === 'string' ? type : type?.[0]) {
    case 'object':
      return properties ? sampleObject(properties, needed(parts), filling) : sampleOf(anyNoun(), filling.text);
    case 'array':
      return items === undefined ? [] : [sampleOfSchema(items, filling)];
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return false;
    default:
      return fitting(sampleText(format, filling), maxLength);
  }
}

/** The names of all parts that may be left out, at whatever depth. */
export function optionalParts(schema: unknown): string[] {
  const { properties = {}, items, ...parts } = v.parse(Schema, schema);
  const required = needed(parts);
  const here = Object.entries(properties).filter(([name, { readOnly }]) => !readOnly && !required.includes(name));
  const inner = [...Object.values(properties), ...(items === undefined ? [] : [items])].flatMap(optionalParts);
  return [...new Set([...here.map(([name]) => name), ...inner])];
}

/** What is in every sample: of what is required in one way or another, the first way. */
function needed({ required, allOf }: Pick<v.InferOutput<typeof Schema>, 'required' | 'allOf'>): readonly string[] {
  return [...required, ...allOf.flatMap(({ anyOf }) => anyOf[0]?.required ?? [])];
}

type Properties = NonNullable<v.InferOutput<typeof Schema>['properties']>;

function sampleObject(properties: Properties, required: readonly string[], filling: Filling): object {
  const kept = Object.entries(properties).filter(
    ([name, { readOnly }]) => !readOnly && (required.includes(name) || filling.isIn(name)),
  );
  return Object.fromEntries(kept.map(([name, property]) => [name, sampleOfSchema(property, filling)]));
}

/** Where a text has no room there is another: half of a handle would be told from half of another. */
function fitting(text: string, maxLength = Number.POSITIVE_INFINITY): string {
  return text.length > maxLength ? 'x'.repeat(maxLength) : text;
}

function sampleText(format: string | undefined, { text, id }: Filling): string {
  if (format === 'uuid') return id;
  if (format === 'email') return `${text}@example.org`;
  if (format === 'uri') return `https://example.org/${text}`;
  if (format === 'date') return '2026-03-01';
  return format === 'date-time' ? '2026-03-01T09:00:00Z' : text;
}

function anyNoun(): Noun {
  const [first] = NOUNS;
  if (!first) throw new Error('There are no nouns.');
  return first;
}
