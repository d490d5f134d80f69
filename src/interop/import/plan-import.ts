import { beginAccepted } from './begun.ts';
import type { Choices } from './choices.ts';
import { Drafts } from './drafts.ts';
import { type Entry, entryOf, type Named, nounOfFound } from './entry.ts';
import type { Bad, Found, FoundType, Item, LeftOut } from './found.ts';
import { gathered } from './gather.ts';
import { textOf } from './identity.ts';
import { Jobs } from './jobs.ts';
import { Matcher } from './matcher.ts';
import type { Plan, PlanContext, Row, Standing, Told } from './plan.ts';
import { proposed } from './proposed.ts';
import { carryOutEffects } from './reached.ts';
import { CUT, withRemarks } from './remarks.ts';
import { Rows } from './rows.ts';

/**
 * What bringing in a file would do, from what a reader found in it and all records that stand. Planned again after it was
 * carried out, it does nothing.
 *
 * @param choices what the person said of its rows; `NO_CHOICES` at first
 */
export function planImport(items: Iterable<Item>, standing: Standing, choices: Choices, context: PlanContext): Plan {
  const { entries, bad, leftOut } = sorted(items);
  const drafts = new Drafts(standing, context.today);
  const rows = new Rows(drafts, new Matcher(drafts, choices.all), choices, context);
  const ids = contactsOf(entries, rows);
  const contactOf = ({ entry }: Named) => ids.get(entry) ?? null;
  rows.add('applications', gathered(ofType(entries, 'applications').map((entry) => withPeople(entry, contactOf))));
  const jobs = new Jobs(drafts);
  const scene = { drafts, jobs, choices, context };
  const saying = ofType(entries, 'interactions').filter(({ proposal }) => proposal !== null);
  beginAccepted(
    saying.map((entry) => withParties(entry, contactOf, jobs)),
    scene,
  );
  for (const type of ['interactions', 'tasks'] as const) {
    rows.add(type, gathered(ofType(entries, type).map((entry) => withParties(entry, contactOf, jobs))));
  }
  carryOutEffects(drafts, context.today);
  const all = proposed(rows.all, scene);
  return { rows: inOrder(all, entries), bad: [...bad, ...rows.bad], leftOut, writes: drafts.writes() };
}

/** What was found as entries, each with a key of its own. */
function sorted(items: Iterable<Item>) {
  const entries: Entry[] = [];
  const bad: Bad[] = [];
  const leftOut: LeftOut[] = [];
  const times = new Map<string, number>();
  for (const item of items) {
    if ('bad' in item) bad.push(item.bad);
    else if ('leftOut' in item) leftOut.push(item.leftOut);
    else if ('found' in item) {
      const entry = entryOf(item.found, keyOf(item.found, times));
      if ('bad' in entry) bad.push(entry.bad);
      else entries.push(entry);
    }
  }
  return { entries, bad, leftOut };
}

/** By its place in the file, which stays where the person corrects what a column means. */
function keyOf({ type, where }: Found, times: Map<string, number>): string {
  const place = [type, where.file, where.line ?? '', where.place ?? ''].join(':');
  const time = times.get(place) ?? 0;
  times.set(place, time + 1);
  return time === 0 ? place : `${place}:${time}`;
}

/** The contacts of the file, then those that only others name; whom each entry became. */
function contactsOf(entries: readonly Entry[], rows: Rows): ReadonlyMap<Entry, string | null> {
  const implied = entries.flatMap(({ people }) => people.map(({ entry }) => entry));
  const groups = gathered([...ofType(entries, 'contacts'), ...implied]);
  const ids = rows.add('contacts', groups);
  return new Map(groups.flatMap((group, place) => group.entries.map((entry) => [entry, ids[place] ?? null] as const)));
}

function ofType(entries: readonly Entry[], type: FoundType): readonly Entry[] {
  return entries.filter((entry) => entry.type === type);
}

type ContactOf = (named: Named) => string | null;

function withPeople(entry: Entry, contactOf: ContactOf): Entry {
  const found = new Map<string, { contact_id: string; role: string | null }>();
  for (const named of entry.people) {
    const id = contactOf(named);
    if (id !== null && !found.has(id)) found.set(id, { contact_id: id, role: named.role });
  }
  const contact_ids = [...found.values()].slice(0, 50);
  return contact_ids.length === 0 ? entry : { ...entry, values: { ...entry.values, contact_ids } };
}

/** It is with the first that it names; the others are told in its text. */
function withParties(entry: Entry, contactOf: ContactOf, jobs: Jobs): Entry {
  const known = entry.people.filter((named) => contactOf(named) !== null);
  const [first, ...others] = known;
  const also = others.filter((named) => first === undefined || contactOf(named) !== contactOf(first));
  const contact_id = first && contactOf(first);
  const application_id = jobs.findAny(entry.jobs);
  return withText({
    ...entry,
    values: { ...entry.values, ...(contact_id && { contact_id }), ...(application_id && { application_id }) },
    remarks: [...entry.remarks, ...also.map(({ entry: { values } }) => ({ label: 'Also', value: calledOf(values) }))],
  });
}

/** A conversation is known again by how its text begins, which its remarks are part of. */
function withText(entry: Entry): Entry {
  if (entry.type !== 'interactions') return entry;
  const { body, ...values } = entry.values;
  const { maxLength = 0, label } = nounOfFound('interactions').fields.body ?? {};
  const text = withRemarks(null, textOf(body) || null, entry.remarks, maxLength);
  if (text === null) return { ...entry, values };
  const cut: Told = { code: 'cut', field: 'body', detail: `${label} was too long and was cut.` };
  const told = text.endsWith(CUT) ? [...entry.told, cut] : entry.told;
  return { ...entry, values: { ...values, body: text }, remarks: [], told };
}

function calledOf({ name, email }: Entry['values']): string {
  const [called, address] = [textOf(name), textOf(email)];
  return address === '' || address === called ? called : `${called} <${address}>`;
}

/** As the file has them; people whom only others name come last. */
function inOrder(rows: readonly Row[], entries: readonly Entry[]): readonly Row[] {
  const places = new Map(entries.map(({ key }, place) => [key, place]));
  const placeOf = ({ key }: Row) => places.get(key) ?? entries.length;
  return [...rows].sort((one, other) => placeOf(one) - placeOf(other));
}
