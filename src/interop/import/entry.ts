import type { Field } from '../../domain/field.ts';
import { isEqual, type JsonObject } from '../../domain/json.ts';
import { type Noun, nounOf, parseField } from '../../domain/noun.ts';
import { NOUNS } from '../../domain/nouns.ts';
import type { Bad, Found, FoundType, JobNamed, Own, Proposal, Remark, Where } from './found.ts';
import type { Told } from './plan.ts';
import { beginningOf, cutText, NOTES } from './remarks.ts';

/** What a file has of one record, checked: the values are right, each alone, and what is not is among the remarks. */
export interface Entry {
  readonly key: string;
  readonly type: FoundType;
  readonly where: readonly Where[];
  /** Only those that are not empty. */
  readonly values: JsonObject;
  readonly remarks: readonly Remark[];
  readonly told: readonly Told[];
  /** The contacts that it names, as entries of their own. */
  readonly people: readonly Named[];
  /** More than one where the file says it more than once. */
  readonly jobs: readonly JobNamed[];
  readonly proposal: Proposal | null;
  readonly isImplied: boolean;
  /** The record from which Touchbase itself wrote it, wherever that is. */
  readonly from: Own | null;
  /** The same, where it stands. */
  readonly own: OwnRecord | null;
}

export interface OwnRecord {
  readonly id: string;
  /** Whether what the file says is newer than what stands, or what stands is; null where the file does not say. */
  readonly since: 'newer' | 'older' | null;
}

export interface Named {
  readonly entry: Entry;
  readonly role: string | null;
}

export function nounOfFound(type: FoundType): Noun {
  return nounOf(NOUNS, type);
}

/** Those whom entries name, by all that is said of them: the same person is one entry however often they are named. */
export type People = Map<string, Entry | null>;

/**
 * Checks what was found; a bad value does not lose the row, only one without what is required is bad.
 *
 * @param known whom earlier ones named
 */
export function entryOf(found: Found, key: string, known: People): Entry | { readonly bad: Bad } {
  const checked = checkedFields(found.type, found.fields);
  const values = withName(found.type, checked);
  const noun = nounOfFound(found.type);
  const lacking = Object.entries(noun.fields).find(
    ([name, field]) => field.required && values[name] === undefined && name !== 'email',
  );
  // What a record that stands says of itself need not be said again.
  if (lacking && !found.own)
    return { bad: badOf(found, checked.told, `${lacking[1].label} is missing, and it is required.`) };
  return {
    key,
    type: found.type,
    where: [found.where],
    values,
    remarks: [...cleanRemarks(found.remarks ?? []), ...checked.remarks],
    told: checked.told,
    people: (found.people ?? []).flatMap((person) => named(person, found.where, known)),
    jobs: found.job && Object.values(found.job).some(Boolean) ? [found.job] : [],
    proposal: found.proposal ?? null,
    isImplied: false,
    from: found.own ?? null,
    own: null,
  };
}

/** What is brought in instead where no record of the kind can be made. */
export function badOf({ where, fields }: Found, told: readonly Told[], why: string): Bad {
  const excerpt = Object.values(fields)
    .filter((value) => typeof value === 'string')
    .join(', ');
  return { where, why: [why, ...told.map(({ detail }) => detail)].join(' '), excerpt: beginningOf(excerpt, 120) };
}

export interface Checked {
  readonly values: Record<string, unknown>;
  readonly remarks: Remark[];
  readonly told: Told[];
}

/** Fields that are right, each alone; what is not is among the remarks, and told. */
export function checkedFields(type: FoundType, fields: JsonObject): Checked {
  const noun = nounOfFound(type);
  const checked: Checked = { values: {}, remarks: [], told: [] };
  for (const [name, sent] of Object.entries(fields)) {
    const value = clean(sent);
    if (value === undefined || value === null || value === '' || name === 'needs_email') continue;
    const field = Object.hasOwn(noun.fields, name) ? noun.fields[name] : undefined;
    if (!field) keepAsRemark(checked, name, { label: name }, value, 'no_such_field', 'No field holds it.');
    else if (name === NOTES[type] && typeof value === 'string') checked.values[name] = value;
    else check(checked, name, field, value);
  }
  return checked;
}

function check(checked: Checked, name: string, field: Field, value: unknown): void {
  const parsed = parseField(name, field, value);
  if ('value' in parsed) {
    checked.values[name] = parsed.value;
    return;
  }
  const { code, detail } = parsed.error;
  if (field.control === 'tags' && Array.isArray(value)) checkTags(checked, name, field, value);
  else if (code === 'too_long' && typeof value === 'string' && CUTTABLE.has(field.control)) {
    checkLong(checked, name, field, value, detail);
  } else if (code !== 'required') keepAsRemark(checked, name, field, value, 'bad_value', detail);
}

/** Of these the beginning is of use. */
const CUTTABLE = new Set(['text', 'tel', 'notes']);

function checkLong(checked: Checked, name: string, field: Field, value: string, detail: string): void {
  const limit = field.maxLength ?? 0;
  const isLong = field.control === 'notes';
  checked.values[name] = isLong ? cutText(value, limit) : `${beginningOf(value, limit - 1)}…`;
  const told = `${field.label} was cut: ${detail}`;
  if (isLong) checked.told.push({ code: 'cut', field: name, detail: told });
  else keepAsRemark(checked, name, field, value, 'cut', told);
}

/** Those that are right; the others go into the notes together. */
function checkTags(checked: Checked, name: string, field: Field, sent: readonly unknown[]): void {
  let tags: readonly unknown[] = [];
  const others: unknown[] = [];
  for (const tag of sent) {
    const more = [...tags, tag];
    if ('value' in parseField(name, field, more)) tags = more;
    else if (!tags.some((one) => isEqual(one, tag))) others.push(tag);
  }
  if (tags.length > 0) checked.values[name] = tags;
  if (others.length > 0) keepAsRemark(checked, name, field, others.join('; '), 'bad_value', 'It is no tag.');
}

function keepAsRemark(
  checked: Checked,
  name: string,
  { label }: Pick<Field, 'label'>,
  value: unknown,
  code: Told['code'],
  why: string,
): void {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  checked.remarks.push({ label, value: text });
  checked.told.push({ code, field: name, detail: `${label} “${beginningOf(text, 60)}” is kept in the notes. ${why}` });
}

/** An address without a name is called by its address, as mail programs do. */
function withName(type: FoundType, { values, told }: Checked): JsonObject {
  if (type !== 'contacts' || values.name !== undefined || typeof values.email !== 'string') return values;
  told.push({ code: 'name_from_email', field: 'name', detail: 'It has no name: it is called by its e-mail address.' });
  return { ...values, name: beginningOf(values.email, 200) };
}

type Person = NonNullable<Found['people']>[number];

function named({ role, ...person }: Person, where: Where, known: People): readonly Named[] {
  const key = `person:${[person.email, person.linkedin_url, person.name, person.company, person.phone].map((part) => part ?? '').join('|')}`;
  const entry = known.get(key) ?? (known.has(key) ? null : impliedBy(person, where, key, known));
  known.set(key, entry);
  return entry === null ? [] : [{ entry, role: role ?? null }];
}

function impliedBy(person: Omit<Person, 'role'>, where: Where, key: string, known: People): Entry | null {
  const fields = Object.fromEntries(Object.entries(person).filter(([, value]) => value));
  const entry = entryOf({ type: 'contacts', where, fields }, key, known);
  return 'bad' in entry ? null : { ...entry, isImplied: true, remarks: [], told: [] };
}

function cleanRemarks(remarks: readonly Remark[]): readonly Remark[] {
  return remarks
    .map(({ label, value }) => ({ label: cleanText(label), value: cleanText(value) }))
    .filter(({ value }) => value.trim() !== '');
}

/** Without what is no text: NUL and half characters. */
function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  return Array.isArray(value) ? value.map(clean) : value;
}

function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
