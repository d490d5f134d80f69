import { toJsonSchema } from '@valibot/to-json-schema';
import type { EntryFields, Field } from '../domain/field.ts';
import type { Noun, SERVER_FIELDS } from '../domain/noun.ts';

/** A schema of the dialect that OpenAPI 3.1 uses (JSON Schema 2020-12). */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

const INSTANT = { type: 'string', format: 'date-time', readOnly: true };
const SERVER_SCHEMAS: Readonly<Record<(typeof SERVER_FIELDS)[number], JsonSchema>> = {
  created_at: { ...INSTANT, description: 'When the server first kept it.' },
  updated_at: { ...INSTANT, description: 'When it last changed.' },
  version: { type: 'integer', minimum: 1, readOnly: true, description: '1 when created, one more with each change.' },
  deleted_at: { ...INSTANT, type: ['string', 'null'], description: 'When it was deleted; null while it is not.' },
  recent_changes: {
    type: 'array',
    items: { type: 'string' },
    readOnly: true,
    description: 'The `change_id`s of its latest changes: a change that comes again is known by it.',
  },
};

/** A record as it is answered: every field is there. */
export function recordSchema(noun: Noun): JsonSchema {
  const properties = { [noun.idField]: idSchema(true), ...fieldSchemas(noun), ...SERVER_SCHEMAS };
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

/** The fields of a new record; its sender may choose the id. */
export function createSchema(noun: Noun): JsonSchema {
  return { ...replaceSchema(noun), properties: { [noun.idField]: idSchema(false), ...fieldSchemas(noun) } };
}

/** All fields of a record; what is left out becomes empty. */
export function replaceSchema(noun: Noun): JsonSchema {
  const all = Object.entries(noun.fields).filter(([, field]) => field.required);
  const required = all.flatMap(([name, { unless }]) => (unless === undefined ? [name] : []));
  const allOf = all.flatMap(([name, { unless }]) => (unless === undefined ? [] : [oneOfTwo(name, unless)]));
  const properties = { ...serverSchemas(noun), ...fieldSchemas(noun) };
  return { type: 'object', properties, required, ...(allOf.length > 0 && { allOf }), additionalProperties: false };
}

/** A field that is required unless a flag is set. */
function oneOfTwo(name: string, unless: string): JsonSchema {
  const has = { properties: { [name]: { type: 'string' } }, required: [name] };
  return { anyOf: [has, { properties: { [unless]: { const: true } }, required: [unless] }] };
}

/** A JSON Merge Patch (RFC 7396): the fields that change; null empties one. What is left out has no default: it stays. */
export function patchSchema(noun: Noun): JsonSchema {
  const stays = Object.entries(fieldSchemas(noun)).map(([name, { default: _, ...schema }]) => [name, schema]);
  const properties = { ...serverSchemas(noun), ...Object.fromEntries(stays) };
  return { type: 'object', properties, additionalProperties: false };
}

export function reference(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

function serverSchemas(noun: Noun): Readonly<Record<string, JsonSchema>> {
  return { [noun.idField]: idSchema(true), ...SERVER_SCHEMAS };
}

function idSchema(readOnly: boolean): JsonSchema {
  return {
    type: 'string',
    format: 'uuid',
    description: 'A UUID, version 7 (RFC 9562).',
    ...(readOnly && { readOnly }),
  };
}

function fieldSchemas({ fields }: Pick<Noun, 'fields'>): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)]));
}

function fieldSchema(field: Field): JsonSchema {
  const { $schema: _, ...bare } = toJsonSchema(field.value, { errorMode: 'ignore', typeMode: 'input' });
  const value = field.entryFields ? { ...bare, items: entrySchema(field.entryFields) } : bare;
  const traits = { title: field.label, ...(field.hint && { description: field.hint }) };
  const examples = field.suggestions && { examples: field.suggestions };
  if (field.unless) {
    const description = `Required, unless \`${field.unless}\` is true.`;
    return { ...value, type: [value.type, 'null'], minLength: 1, description, ...traits, ...examples };
  }
  if (field.required) return { ...value, ...(value.type === 'string' && { minLength: 1 }), ...traits, ...examples };
  if (field.empty !== null) return { ...value, ...traits, default: field.empty };
  if ('enum' in value) return { ...value, enum: [...[value.enum].flat(), null], ...traits, default: null };
  return { ...value, type: [value.type, 'null'], ...traits, ...examples, default: null };
}

function entrySchema(fields: EntryFields): JsonSchema {
  const required = Object.keys(fields).filter((name) => fields[name]?.required);
  return { type: 'object', properties: fieldSchemas({ fields }), required, additionalProperties: false };
}
