import type { ParseArgsOptionsConfig } from 'node:util';
import type { Field } from '../../domain/field.ts';
import type { JsonObject } from '../../domain/json.ts';
import { type Noun, nounOf } from '../../domain/noun.ts';
import { NOUNS } from '../../domain/nouns.ts';
import { fromText } from '../../domain/typed-text.ts';
import { type Client, optionOf } from './client.ts';
import { EXIT, Failure, type Typed, textOf } from './command.ts';
import { findRecord, LISTED } from './find.ts';

/** The options of every field that can be typed, of all nouns that are listed. */
export const FIELD_OPTIONS: ParseArgsOptionsConfig = Object.fromEntries(
  LISTED.flatMap(({ fields }) => Object.keys(fields)).map((name) => [optionOf(name), { type: 'string' as const }]),
);

const KINDS: Partial<Record<Field['control'], string>> = {
  date: 'YYYY-MM-DD',
  date_time: 'YYYY-MM-DD or YYYY-MM-DDTHH:MM',
  tags: 'with commas between',
  number: 'a number',
  flag: 'true or false',
};

/** What help says of these options, noun by noun. */
export const FIELD_GROUPS = LISTED.map(({ singular, fields }) => ({
  of: singular,
  about: Object.fromEntries(Object.entries(fields).map(([name, field]) => [optionOf(name), aboutField(field)])),
}));

function aboutField({ label, choices, control, entryFields, references, required }: Field): string {
  const what = choices
    ? Object.keys(choices).join(', ')
    : entryFields
      ? `rows as JSON, of ${Object.keys(entryFields).join(', ')}`
      : references !== undefined
        ? 'words of it, or its id'
        : KINDS[control];
  return [label, what && `: ${what}`, required && ' (required)'].filter(Boolean).join('');
}

/**
 * The fields of a noun that were typed as options; who or what is named by words is found by them.
 *
 * @throws Failure where an option is no field of the noun
 */
export async function fieldsTyped(client: Client, noun: Noun, options: Typed): Promise<JsonObject> {
  const byOption = new Map(Object.entries(noun.fields).map(([name, field]) => [optionOf(name), { name, field }]));
  const values: Record<string, unknown> = {};
  for (const option of Object.keys(options).filter((option) => option in FIELD_OPTIONS)) {
    const text = textOf(options, option);
    const known = byOption.get(option);
    if (text === undefined) continue;
    if (!known) throw new Failure(unknown(noun, option, [...byOption.keys()]), EXIT.usage);
    values[known.name] = await valueTyped(client, known.field, option, text);
  }
  return values;
}

async function valueTyped(client: Client, field: Field, option: string, text: string): Promise<unknown> {
  if (text === '') return null;
  if (field.references !== undefined) {
    const { noun, record } = await findRecord(client, [nounOf(NOUNS, field.references)], text);
    return record[noun.idField];
  }
  if (!field.entryFields) return fromText(field, text);
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure(`--${option} takes rows as JSON: [{"…": "…"}].`, EXIT.usage);
  }
}

function unknown({ singular }: Noun, option: string, known: readonly string[]): string {
  return `--${option} is no field of a ${singular}. It has: ${known.map((name) => `--${name}`).join(', ')}.`;
}
