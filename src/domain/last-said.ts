import { conversationsOf, inOrder, isInterview, type Turn, turnsOf } from './conversations.ts';
import { type CalendarDate, splitDateTime } from './dates.ts';
import type { DigestRecords, Talk } from './digest-records.ts';
import type { Interaction } from './interaction.ts';
import { instantOf } from './zone.ts';
import type { ZoneName } from './zone-name.ts';

/** The last word of a conversation. */
export interface LastSaid {
  readonly on: CalendarDate;
  readonly by: Turn['by'];
  readonly kind: Interaction['kind'];
  /** What was said, or what it was about, in one short line; empty where nothing was written down. */
  readonly text: string;
  /** With whom. */
  readonly contact_id: string | null;
}

const LONGEST = 140;

/**
 * Tells what was said last: with a contact about whatever it was; where no contact is asked for, or nothing was said with
 * them, about an application. Notes say nothing, and what is still to come was not said yet.
 */
export function lastSaidIn(records: DigestRecords, { now, today, zone }: Moment) {
  const spoken = records.interactions.filter((talk) => wasSaid(talk, { now, today, zone }));
  const talks = new Map(spoken.map((talk) => [talk.interaction_id, talk]));
  const withPeople = Map.groupBy(turnsOf(spoken, today), ({ interaction }) => interaction.contact_id);
  const conversations = conversationsOf({ ...records, interactions: spoken }, today);
  const about = new Map(conversations.map((one) => [one.application?.application_id ?? '', one.turns]));
  return (contactId: string | null, applicationId: string | null): LastSaid | null => {
    const theirs = contactId === null ? [] : inOrder(withPeople.get(contactId) ?? []);
    const turn = theirs.at(-1) ?? (applicationId === null ? undefined : about.get(applicationId))?.at(-1);
    const talk = talks.get(turn?.interaction.interaction_id ?? '');
    if (!turn || !talk) return null;
    return { on: turn.on, by: turn.by, kind: talk.kind, text: gist(talk), contact_id: talk.contact_id };
  };
}

/** An instant, and which day it is then to the person. */
export interface Moment {
  /** In milliseconds. */
  readonly now: number;
  readonly today: CalendarDate;
  readonly zone: ZoneName;
}

/** An interview of which only the day is known may still come on that day. */
function wasSaid({ occurred_at, kind }: Talk, { now, today, zone }: Moment): boolean {
  const { date, time } = splitDateTime(occurred_at);
  if (time === '') return isInterview(kind) ? date < today : date <= today;
  return instantOf(occurred_at, zone) <= now;
}

/** The first line of what was said that is no greeting: those are short, and end with a comma. */
function gist({ body, subject }: Talk): string {
  const lines = (body ?? '').split('\n').map((line) => line.trim());
  const first = lines.find((line) => line !== '' && !/^.{1,40},$/u.test(line)) ?? lines.find((line) => line !== '');
  return shortened(first ?? subject ?? '', LONGEST);
}

/** What would move the cursor or turn the direction of a line that others are part of. */
const CONTROLS = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** A text in one line of at most so many characters, cut between two words where there are any. */
export function shortened(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').replace(CONTROLS, '').trim();
  const characters = [...line];
  if (characters.length <= longest) return line;
  const cut = characters.slice(0, longest - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > cut.length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/, '')}…`;
}
