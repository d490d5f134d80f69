import { beginAccepted } from './begun.ts';
import type { Choices } from './choices.ts';
import { Drafts } from './drafts.ts';
import type { Entries } from './entries.ts';
import { type Entry, type Named, nounOfFound } from './entry.ts';
import type { FoundType } from './found.ts';
import { gathered } from './gather.ts';
import { textOf } from './identity.ts';
import { Jobs } from './jobs.ts';
import { type Candidate, candidates, Matcher } from './matcher.ts';
import { withOwn } from './own.ts';
import type { Plan, PlanContext, Row, Standing, Told } from './plan.ts';
import { proposed } from './proposed.ts';
import { carryOutEffects } from './reached.ts';
import { CUT, withRemarks } from './remarks.ts';
import { Rows } from './rows.ts';
import { type Stood, stoodBy } from './stood.ts';
import type { Work } from './work.ts';

/** What is found in what stands, whatever is chosen. */
interface Prepared {
  readonly standing: Standing;
  readonly stood: Stood;
  readonly entries: readonly Entry[];
  /** The contacts of the files, then those that only others name, each once. */
  readonly contacts: readonly Candidate[];
  /** Which of the contacts somebody is whom an entry names. */
  readonly contactOf: ReadonlyMap<Entry, Entry>;
}

/** Plans an import, as often as something else is chosen: what no choice changes is worked out once. */
export class Planner {
  readonly #entries: Entries;
  #prepared: Prepared | null = null;

  /** @param entries all that was found: none comes later */
  constructor(entries: Entries) {
    this.#entries = entries;
  }

  /** How many things were found that can be brought in. */
  get size(): number {
    return this.#entries.all.length;
  }

  /**
   * What bringing in the entries would do, from all records that stand. Planned again after it was carried out, it does
   * nothing.
   *
   * @param standing the same object as before says that the same records stand
   * @param choices what the person said of its rows; `NO_CHOICES` at first
   */
  *plan(standing: Standing, choices: Choices, context: PlanContext): Work<Plan> {
    const { all, bad, leftOut } = this.#entries;
    this.#prepared = this.#prepared?.standing === standing ? this.#prepared : yield* prepared(all, standing);
    const { stood, entries, contacts, contactOf: whoIs } = this.#prepared;
    const drafts = new Drafts(stood.records, context.today);
    const rows = new Rows(drafts, new Matcher(drafts, choices.all), choices, context);
    const ids = yield* rows.add(contacts);
    const contactOf: ContactOf = ({ entry }) => ids.get(whoIs.get(entry) ?? entry) ?? null;
    const add = function* (type: FoundType, prepare: (entry: Entry) => Entry): Work<void> {
      const groups = yield* gathered(ofType(entries, type).map(prepare));
      const united = groups.map(({ entry }) => entry);
      yield* rows.add(yield* candidates(united, stood.shelves[type]));
    };
    yield* add('applications', (entry) => withPeople(entry, contactOf));
    const jobs = new Jobs(drafts);
    const scene = { drafts, jobs, choices, context };
    const saying = ofType(entries, 'interactions').filter(({ proposal }) => proposal !== null);
    beginAccepted(
      saying.map((entry) => withParties(entry, contactOf, jobs)),
      scene,
    );
    for (const type of ['interactions', 'tasks'] as const) {
      yield* add(type, (entry) => withParties(entry, contactOf, jobs));
    }
    yield* carryOutEffects(drafts, context.today);
    const told = yield* proposed(rows.all, scene);
    const writes = yield* drafts.writes();
    return { rows: inOrder(told, entries), bad: [...bad, ...rows.bad], leftOut, writes };
  }
}

function* prepared(all: readonly Entry[], standing: Standing): Work<Prepared> {
  const stood = yield* stoodBy(standing);
  const entries = yield* withOwn(all, stood);
  const named = new Set(entries.flatMap(({ people }) => people.map(({ entry }) => entry)));
  const groups = yield* gathered([...ofType(entries, 'contacts'), ...named]);
  const contactOf = new Map<Entry, Entry>();
  for (const group of groups) {
    for (const entry of group.entries) if (named.has(entry)) contactOf.set(entry, group.entry);
  }
  const people = groups.map(({ entry }) => entry);
  const contacts = yield* candidates(people, stood.shelves.contacts);
  return { standing, stood, entries, contacts, contactOf };
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
  if (entry.own) return entry;
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
  const left = new Map(rows.map((row) => [row.key, row]));
  const ordered = entries.flatMap(({ key }) => {
    const row = left.get(key);
    left.delete(key);
    return row ?? [];
  });
  return [...ordered, ...left.values()];
}
