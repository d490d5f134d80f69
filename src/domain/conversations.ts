import type { Application } from './application.ts';
import type { Contact } from './contact.ts';
import { type CalendarDate, splitDateTime, utcMillis } from './dates.ts';
import type { Interaction } from './interaction.ts';
import { fold } from './search.ts';
import type { Stage } from './stages.ts';

export type ApplicationFacts = Pick<
  Application,
  | 'application_id'
  | 'position'
  | 'company'
  | 'stage'
  | 'applied_on'
  | 'next_action_on'
  | 'contact_ids'
  | 'stage_history'
  | 'deleted_at'
>;
export type ContactFacts = Pick<
  Contact,
  'contact_id' | 'name' | 'company' | 'recruiter_company' | 'status' | 'next_follow_up' | 'deleted_at'
>;
export type InteractionFacts = Pick<
  Interaction,
  | 'interaction_id'
  | 'contact_id'
  | 'application_id'
  | 'direction'
  | 'kind'
  | 'occurred_at'
  | 'created_at'
  | 'deleted_at'
>;

/** What one workspace keeps, closed applications included: by them it is known which conversations are over. */
export interface Conversed {
  readonly applications: readonly ApplicationFacts[];
  readonly contacts: readonly ContactFacts[];
  readonly interactions: readonly InteractionFacts[];
}

/** One interaction, as a turn of a conversation. A note is none. */
export interface Turn {
  readonly interaction: InteractionFacts;
  readonly on: CalendarDate;
  /** Who spoke: in an interview, a call of theirs, or where no direction was given, both did. */
  readonly by: 'me' | 'them' | 'both';
  /** False where it was said elsewhere, with the same person: it answers here, but begins nothing. */
  readonly isOwn: boolean;
}

/** All that was said about one application, or with one contact about none in particular; the earliest first. */
export interface Conversation {
  readonly application: ApplicationFacts | null;
  /** Null where it is that of an application. */
  readonly contact: ContactFacts | null;
  readonly turns: readonly Turn[];
}

/** The kinds of interaction that are interviews, and the stage that each is of. */
export const INTERVIEWS: Readonly<Record<string, Stage>> = {
  recruiter_screen: 'screening',
  technical: 'interview',
  behavioural: 'interview',
  panel: 'interview',
  on_site: 'interview',
  final: 'final',
};

/**
 * The conversations of a workspace: one for each application, and one for each contact with whom something was said that
 * is about no application. What names no application is about the only open one of its contact; where the contact is on
 * several, it is their own, and answers in each.
 *
 * @param today what is dated after it was not said yet
 */
export function conversationsOf(records: Conversed, today: CalendarDate): readonly Conversation[] {
  const known = knownOf(records);
  const turns = new Map<string, Turn[]>();
  const add = (id: string, turn: Turn) => {
    const standing = turns.get(id);
    if (standing) standing.push(turn);
    else turns.set(id, [turn]);
  };
  const spoken = turnsOf(records.interactions, today).flatMap((turn) => {
    const owner = ownerOf(turn, known);
    return owner === null ? [] : [{ turn, owner }];
  });
  for (const { turn, owner } of spoken) add(owner, turn);
  const alone = [...known.contacts.values()].filter(({ contact_id }) => turns.has(contact_id));
  const hasOwn = new Set(alone.map(({ contact_id }) => contact_id));
  for (const { turn, owner } of spoken) {
    for (const id of elsewhere(turn, owner, known)) {
      if (id !== turn.interaction.contact_id || hasOwn.has(id)) add(id, { ...turn, isOwn: false });
    }
  }
  const ordered = (id: string) => inOrder(turns.get(id) ?? []);
  return [
    ...[...known.applications.values()].map((application) => {
      return { application, contact: null, turns: ordered(application.application_id) };
    }),
    ...alone.map((contact) => ({ application: null, contact, turns: ordered(contact.contact_id) })),
  ];
}

/** Whether an application is still pursued. */
export function isOpen({ stage }: Pick<ApplicationFacts, 'stage'>): boolean {
  return stage !== 'closed';
}

/** The statuses of a contact from whom nothing is wanted now. */
const RESTING = new Set(['closed', 'ghosted', 'on hold']);

/** Whether a conversation goes on: its application is open, its contact neither closed, nor ghosted, nor on hold. */
export function isAwaited({ application, contact }: Conversation): boolean {
  if (application) return isOpen(application);
  return !RESTING.has(fold(contact?.status?.trim() ?? ''));
}

interface Known {
  readonly applications: ReadonlyMap<string, ApplicationFacts>;
  readonly contacts: ReadonlyMap<string, ContactFacts>;
  /** The applications on which a contact is, by the contact's id. */
  readonly pursuits: ReadonlyMap<string, readonly ApplicationFacts[]>;
}

function knownOf({ applications, contacts }: Conversed): Known {
  const kept = applications.filter(({ deleted_at }) => deleted_at === null);
  const pursuits = new Map<string, ApplicationFacts[]>();
  for (const one of kept) {
    for (const id of new Set(one.contact_ids.map(({ contact_id }) => contact_id))) {
      pursuits.set(id, [...(pursuits.get(id) ?? []), one]);
    }
  }
  return {
    applications: new Map(kept.map((one) => [one.application_id, one])),
    contacts: new Map(contacts.filter(({ deleted_at }) => deleted_at === null).map((one) => [one.contact_id, one])),
    pursuits,
  };
}

/** Interactions as turns: without notes, what was deleted, and what is dated after `today`. */
export function turnsOf(interactions: readonly InteractionFacts[], today: CalendarDate): readonly Turn[] {
  return interactions.flatMap((interaction): Turn[] => {
    const { date: on } = splitDateTime(interaction.occurred_at);
    if (interaction.deleted_at !== null || interaction.kind === 'note' || on > today) return [];
    return [{ interaction, on, by: speakerOf(interaction), isOwn: true }];
  });
}

function speakerOf({ kind, direction }: InteractionFacts): Turn['by'] {
  if (direction === null || isInterview(kind)) return 'both';
  if (direction === 'out') return 'me';
  return kind === 'call' ? 'both' : 'them';
}

/** Whether a kind of interaction is an interview. */
export function isInterview(kind: InteractionFacts['kind']): boolean {
  return kind !== null && Object.hasOwn(INTERVIEWS, kind);
}

/** The id of the application or the contact whose conversation a turn is part of; null where they are not there. */
function ownerOf({ interaction, on }: Turn, { applications, contacts, pursuits }: Known): string | null {
  const { application_id, contact_id } = interaction;
  if (application_id !== null) return applications.has(application_id) ? application_id : null;
  if (contact_id === null || !contacts.has(contact_id)) return null;
  const theirs = pursuits.get(contact_id) ?? [];
  const [only, ...more] = theirs.filter(isOpen);
  const over = theirs.find((one) => !isOpen(one) && (one.stage_history.at(-1)?.on ?? '') >= on);
  if (only && more.length === 0) {
    const isEarlier = (only.stage_history[0]?.on ?? '') > on;
    return over && isEarlier ? over.application_id : only.application_id;
  }
  return only === undefined && over ? over.application_id : contact_id;
}

/** The other conversations in which it answers, since it is with the same person. */
function elsewhere({ interaction }: Turn, owner: string, { pursuits }: Known): readonly string[] {
  const { contact_id } = interaction;
  if (contact_id === null) return [];
  if (owner !== contact_id) return [contact_id];
  return (pursuits.get(contact_id) ?? []).filter(isOpen).map(({ application_id }) => application_id);
}

/** By day; within a day by the time, or where one of them has none, in the order of being written down. */
export function inOrder(turns: readonly Turn[]): readonly Turn[] {
  if (turns.length < 2) return turns;
  const at = ({ interaction }: Turn) => interaction.occurred_at;
  const vague = new Set(turns.filter((turn) => splitDateTime(at(turn)).time === '').map(({ on }) => on));
  return turns.toSorted((a, b) => {
    if (a.on !== b.on) return a.on < b.on ? -1 : 1;
    const byTime = vague.has(a.on) ? 0 : utcMillis(at(a)) - utcMillis(at(b));
    return byTime || (a.interaction.interaction_id < b.interaction.interaction_id ? -1 : 1);
  });
}
