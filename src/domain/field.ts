import * as v from 'valibot';
import { isCalendarDate, isDateTime } from './dates.ts';
import type { FieldErrorCode } from './errors.ts';
import { uuid } from './id.ts';
import { isObject } from './json.ts';
import { fold } from './search.ts';

/** How a person is asked for a value; the web app has one control for each. */
export type Control =
  | 'text'
  | 'email'
  | 'tel'
  | 'url'
  | 'date'
  | 'date_time'
  | 'choice'
  | 'tags'
  | 'notes'
  | 'number'
  | 'flag'
  | 'reference'
  | 'entries';

/** What a field is beside its values: how it is called, asked for and listed. */
export interface FieldTraits {
  readonly label: string;
  /** One short sentence for the person who fills it in and for the API's reader. */
  readonly hint?: string;
  /** Values to offer where any text is allowed. */
  readonly suggestions?: readonly string[];
  /** The name of the query parameter that filters a list by this field. */
  readonly filter?: string;
  /** False for what is too long to be a column of a table. */
  readonly column?: boolean;
  /** False for what programs set: no form asks for it, no table shows it, and no search reads it. */
  readonly typed?: boolean;
}

/** What a row of an `entries` field has. */
export type EntryFields = Readonly<Record<string, Field>>;

/**
 * One field of a noun. From it come validation, the form's control, the table's column and the OpenAPI schema.
 * `Value` is the type on the wire: with null where the field may be empty.
 */
export interface Field<Value = unknown> extends FieldTraits {
  readonly control: Control;
  /** What a value must be when there is one. Its messages are `FieldErrorCode`s with a sentence: see `message`. */
  readonly value: v.GenericSchema<NonNullable<Value>>;
  readonly empty: Value | undefined;
  readonly required: boolean;
  /** The flag of a record that may lack it although it is required. */
  readonly unless?: string;
  /** The label of each allowed value, where they are a closed list. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly maxLength?: number;
  /** The type of the records that it names by their ids. */
  readonly references?: string;
  /** The fields of each row, where the value is a list of rows. */
  readonly entryFields?: EntryFields;
}

/** Any text: whatever a person writes, kept as it is, up to `maxLength` UTF-16 code units. */
export function text(traits: FieldTraits & { maxLength: number; control?: Control }): Field<string | null> {
  return optional(traits.control ?? 'text', plainText(traits.maxLength), traits);
}

/** An e-mail address, internationalised ones (RFC 6531) included; quoted local parts are not. At most 254 (RFC 5321). */
export function email(traits: FieldTraits): Field<string | null> {
  const ADDRESS = /^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\".]+(\.[^\s@<>()[\],;:\\".]+)+$/u;
  const value = v.pipe(
    plainText(254),
    v.check((address) => ADDRESS.test(address), message('bad_email', 'Enter an e-mail address like name@example.org.')),
  );
  return optional('email', value, { ...traits, maxLength: 254 });
}

/** A web address; only `http` and `https`, so that it can be made a link. At most 2,000. */
export function url(traits: FieldTraits): Field<string | null> {
  const value = v.pipe(
    plainText(2000),
    v.check(isWebAddress, message('bad_url', 'Enter a web address that begins with https:// or http://.')),
  );
  return optional('url', value, { ...traits, maxLength: 2000 });
}

/** A calendar date, `YYYY-MM-DD`. */
export function date(traits: FieldTraits): Field<string | null> {
  const wrong = message('bad_date', 'Enter a date that exists, as YYYY-MM-DD: for example 2026-03-31.');
  return optional(
    'date',
    v.pipe(v.string(wrong), v.check(isCalendarDate, wrong), v.metadata({ format: 'date' })),
    traits,
  );
}

const DATE_TIME = 'ISO 8601: a date, or a date and a time, with or without an offset. It comes back as it was sent.';

/** An ISO 8601 date, or a date and a time, with or without an offset; kept as it was sent. */
export function dateTime(traits: FieldTraits): Field<string | null> {
  const wrong = message(
    'bad_date_time',
    'Enter a date, or a date and a time, as in ISO 8601: 2026-03-31 or 2026-03-31T14:30 or 2026-03-31T14:30:00+02:00.',
  );
  return optional('date_time', v.pipe(v.string(wrong), v.check(isDateTime, wrong), v.description(DATE_TIME)), traits);
}

/** One of a closed list: the keys of `choices` go over the wire, a person reads their labels. */
export function choice<Key extends string>(
  traits: FieldTraits & { choices: Readonly<Record<Key, string>> },
): Field<Key | null> {
  const keys = Object.keys(traits.choices) as Key[];
  const value = v.picklist(keys, message('bad_choice', `Choose one of: ${keys.join(', ')}.`));
  return optional('choice', value, traits);
}

/** A list of short texts, at most 50 of 50 characters, none twice, none with a comma (which separates them when typed). */
export function tags(traits: FieldTraits): Field<readonly string[]> {
  const tag = v.pipe(
    v.string(message('wrong_type', 'Each tag is a text.')),
    plainText(50),
    v.check((one) => !one.includes(','), message('bad_tag', 'A tag cannot hold a comma: make it two tags.')),
    v.check((one) => one.trim() !== '', message('bad_tag', 'A tag cannot be empty: leave it out.')),
  );
  const value = v.pipe(
    v.array(tag, message('wrong_type', 'Send a list of texts.')),
    v.maxLength(50, message('too_many', 'At most 50 tags.', 50)),
    v.check(
      (all) => new Set(all.map((one) => fold(one.trim()))).size === all.length,
      message('bad_tag', 'Each tag can be there only once, case and accents aside.'),
    ),
  );
  return { ...traits, control: 'tags', value, empty: [], required: false };
}

/** A whole number from `min` to `max`, both included. */
export function integer(traits: FieldTraits & { min: number; max: number }): Field<number | null> {
  const { min, max } = traits;
  const wrong = message('bad_number', `Enter a whole number from ${grouped(min)} to ${grouped(max)}.`, max);
  return optional(
    'number',
    v.pipe(v.number(wrong), v.safeInteger(wrong), v.minValue(min, wrong), v.maxValue(max, wrong)),
    traits,
  );
}

/** Yes or no; empty means no. */
export function flag(traits: FieldTraits): Field<boolean> {
  const value = v.boolean(message('wrong_type', 'Send true or false.'));
  return { ...traits, control: 'flag', value, empty: false, required: false };
}

/**
 * The id of a record of another type. It need not be there: records arrive in any order, and one may be deleted later.
 *
 * @param traits.references the type, such as `contacts`
 */
export function reference(traits: FieldTraits & { references: string }): Field<string | null> {
  const wrong = message('bad_id', `Send the id of one of the ${traits.references}, a UUID in lower case.`);
  const value = v.pipe(
    v.string(wrong),
    v.check((id) => uuid(id) === id, wrong),
    v.metadata({ format: 'uuid' }),
  );
  return optional('reference', value, traits);
}

const ROW = message('wrong_type', 'Send a list of entries, each an object of fields.');

/** A list of rows, each with the same few fields; `parseField` checks each as it does those of a record. At most `most`. */
export function entries<const F extends EntryFields>(
  traits: FieldTraits & { fields: F; most: number },
): Field<readonly EntryOf<F>[]> {
  const { fields: entryFields, most, ...others } = traits;
  const value = v.pipe(
    v.array(v.custom<EntryOf<F>>(isObject, ROW), ROW),
    v.maxLength(most, message('too_many', `At most ${grouped(most)} entries.`, most)),
  );
  return { ...others, column: false, control: 'entries', value, empty: [], required: false, entryFields };
}

export type EntryOf<F> = { readonly [K in keyof F]: F[K] extends Field<infer Value> ? Value : never };

/** Whether a person types its value into one control; rows have places of their own. */
export function isTyped({ control, typed }: Pick<Field, 'control' | 'typed'>): boolean {
  return control !== 'entries' && typed !== false;
}

/** The same field, never empty. */
export function required<Value>(field: Field<Value>): Field<NonNullable<Value>> {
  return { ...field, value: field.value as Field<NonNullable<Value>>['value'], empty: undefined, required: true };
}

/** The same field, empty only in a record with the flag `unless`; its noun's `settle` keeps the two in agreement. */
export function requiredUnless<Value>(unless: string, field: Field<Value>): Field<Value> {
  return { ...field, empty: undefined, required: true, unless };
}

/** What a field's schema says of a bad value: its code, bound and sentence, packed in the one string that valibot carries. */
export function message(code: FieldErrorCode, detail: string, limit?: number): string {
  return JSON.stringify({ code, detail, ...(limit !== undefined && { limit }) });
}

function optional<Value>(
  control: Control,
  value: v.GenericSchema<Value & {}>,
  traits: FieldTraits & { maxLength?: number },
): Field<Value | null> {
  return { ...traits, control, value: value as Field<Value | null>['value'], empty: null, required: false };
}

function plainText(maxLength: number) {
  return v.pipe(
    v.string(message('wrong_type', 'Send a text, or null for none.')),
    v.maxLength(maxLength, message('too_long', `At most ${grouped(maxLength)} characters.`, maxLength)),
    v.check(
      (text) => text.isWellFormed() && !text.includes('\0'),
      message(
        'bad_text',
        'There is a character in it that is not text (NUL, or half of an emoji). Delete it and type it again.',
      ),
    ),
  );
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
}

/** 10,000. `toLocaleString` would load all that the runtime knows of languages, half of the time that a function takes to start. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
