import type { Interaction } from '../../domain/interaction.ts';
import type { Character } from './character.ts';
import { SPECIAL } from './letters.ts';
import { MEETINGS } from './meetings.ts';
import { MESSAGES } from './messages.ts';
import type { Moment } from './moment.ts';
import type { Pursuit, Step } from './pursuit.ts';

/** Something that was said so many days ago, or noted. */
export interface Talk {
  readonly daysAgo: number;
  /** The time as the person's last one is known: a time, or the day alone. Absent: some time of a working day. */
  readonly lastAt?: string | undefined;
  readonly isLast: boolean;
  readonly contact: string | null;
  readonly pursuit: Pursuit | null;
  readonly fields: Partial<Omit<Interaction, 'contact_id' | 'application_id' | 'occurred_at'>>;
}

type MomentName = keyof typeof MESSAGES | keyof typeof MEETINGS;

const MOMENTS: Readonly<Record<MomentName, Moment>> = { ...MESSAGES, ...MEETINGS };

/** How often what a person does not always write down is written down. */
const SELDOM: Partial<Record<MomentName, number>> = {
  receipt: 0.5,
  accept: 0.2,
  thanks: 0.4,
  debrief: 0.7,
  nudge: 0.6,
};

/** What follows a stage: how many days after it was reached, negative for what led to it. */
const LEADS_TO: Readonly<Record<Step[0], readonly (readonly [days: number, moment: MomentName])[]>> = {
  saved: [],
  applied: [[0, 'sent']],
  screening: [
    [-3, 'invite'],
    [-2, 'accept'],
    [0, 'screen'],
    [1, 'thanks'],
  ],
  assessment: [
    [0, 'task'],
    [5, 'handed'],
  ],
  interview: [
    [-3, 'onward'],
    [-2, 'accept'],
    [0, 'technical'],
    [1, 'debrief'],
    [1, 'thanks'],
    [4, 'behavioural'],
    [5, 'thanks'],
  ],
  final: [
    [-2, 'onward'],
    [-1, 'accept'],
    [-1, 'debrief'],
    [0, 'panel'],
    [1, 'final'],
    [2, 'thanks'],
  ],
  offer: [
    [0, 'offerCall'],
    [1, 'offer'],
  ],
  closed: [],
};

/**
 * All that was said: what the stages of each pursuit tell, the talks with friends, and the last word with each person on
 * the very day on which the cast has it. With people, nothing is said after that.
 */
export function talksOf(
  people: readonly Character[],
  pursuits: readonly Pursuit[],
  random: () => number,
): readonly Talk[] {
  const byEmail = new Map(people.map((person) => [person.email, person]));
  const ofPursuits = pursuits.flatMap((pursuit) => talksAbout(pursuit, byEmail, random));
  const withFriends = people.filter(isFriend).flatMap((friend) => chatsWith(friend, random));
  const last = people.filter(({ last }) => last !== undefined).map((person) => lastWord(person, pursuits, random));
  return [...ofPursuits, ...withFriends, ...last];
}

function talksAbout(pursuit: Pursuit, people: ReadonlyMap<string, Character>, random: () => number): readonly Talk[] {
  const person = people.get(pursuit.people?.[0]?.[0] ?? '');
  const said = (daysAgo: number, moment: MomentName): Talk => ({
    daysAgo,
    isLast: false,
    contact: person?.email ?? null,
    pursuit,
    fields: fieldsOf(moment, person, pursuit, random, daysAgo),
  });
  const talks = pursuit.path.flatMap((step, place) => {
    const [after, before] = [
      pursuit.path[place + 1]?.[1] ?? 0,
      pursuit.path[place - 1]?.[1] ?? Number.POSITIVE_INFINITY,
    ];
    return momentsOf(step, pursuit, place, person !== undefined, random)
      .map(([days, moment]) => said(Math.min(step[1] - days, before), moment))
      .filter(({ daysAgo }) => daysAgo > after || step[0] === 'closed');
  });
  if (pursuit.revealed) talks.push(said(pursuit.revealed.daysAgo, 'revealed'));
  const until = person?.last ?? 0;
  return talks.filter(({ daysAgo }) => daysAgo > until).sort((a, b) => b.daysAgo - a.daysAgo);
}

function momentsOf([stage, , outcome]: Step, pursuit: Pursuit, place: number, isKnown: boolean, random: () => number) {
  const moments = [...LEADS_TO[stage]];
  if (stage === 'applied' && !isKnown) moments.push([0, 'receipt']);
  if (stage === 'closed' && outcome === 'rejected') moments.push([0, 'rejection']);
  if (stage === 'closed' && outcome === 'withdrawn') moments.push([0, 'withdrawal']);
  if (stage === 'closed' && outcome === 'declined') moments.push([0, 'refusal']);
  const wait = (pursuit.path[place]?.[1] ?? 0) - (pursuit.path[place + 1]?.[1] ?? 0);
  const isSilent = stage !== 'saved' && stage !== 'closed';
  if (isSilent && wait >= 10) moments.push([9, 'nudge']);
  if (isSilent && wait >= 24) moments.push([21, 'nudge']);
  if (isSilent && isKnown && stage !== 'applied' && wait >= 14 && random() < 0.6) moments.push([12, 'update']);
  return moments.filter(([, moment]) => isWrittenDown(moment, random));
}

/** Nobody keeps a record of every line. */
function isWrittenDown(moment: MomentName, random: () => number): boolean {
  const share = SELDOM[moment];
  return share === undefined || random() < share;
}

function isFriend({ kind, last }: Character): boolean {
  return last !== undefined && (kind === 'referral' || kind === 'other');
}

/** Every two or three weeks, back to the beginning of the search. */
function chatsWith(friend: Character, random: () => number): readonly Talk[] {
  const talks: Talk[] = [];
  for (let daysAgo = (friend.last ?? 0) + 13; daysAgo < 175; daysAgo += 17 + Math.floor(random() * 9)) {
    const fields = fieldsOf('chat', friend, null, random);
    talks.unshift({ daysAgo, isLast: false, contact: friend.email, pursuit: null, fields });
  }
  return talks;
}

function lastWord(person: Character, pursuits: readonly Pursuit[], random: () => number): Talk {
  const pursuit = pursuits.find(({ people }) => people?.some(([email]) => email === person.email)) ?? null;
  const fields = SPECIAL[person.email] ?? fieldsOf(lastMoment(person, pursuit), person, pursuit, random);
  return { daysAgo: person.last ?? 0, lastAt: person.lastAt, isLast: true, contact: person.email, pursuit, fields };
}

function lastMoment(person: Character, pursuit: Pursuit | null): MomentName {
  if (isFriend(person)) return 'chat';
  if (person.status === 'ghosted' || person.status === 'awaiting reply') return 'nudge';
  if (person.status !== 'closed') return 'update';
  return pursuit?.path.at(-1)?.[2] === 'withdrawn' ? 'withdrawal' : 'rejection';
}

function fieldsOf(
  name: MomentName,
  person: Character | undefined,
  pursuit: Pursuit | null,
  random: () => number,
  daysAgo = 0,
): Talk['fields'] {
  const { kind, direction, channels, durations, said, next_step } = MOMENTS[name];
  const [subject, body] = oneOf(said, random);
  const words = {
    first: person?.name.replace('Dr. ', '').split(' ')[0] ?? 'all',
    company: companyOf(pursuit, daysAgo) ?? 'the client',
    position: pursuit?.position ?? 'the post',
  };
  return {
    kind,
    direction,
    channel: oneOf(channels, random),
    subject: filledIn(subject, words),
    body: filledIn(body, words),
    ...(durations && { duration: oneOf(durations, random) }),
    ...(next_step && { next_step }),
  };
}

function companyOf(pursuit: Pursuit | null, daysAgo: number): string | null {
  if (pursuit?.revealed && daysAgo <= pursuit.revealed.daysAgo) return pursuit.revealed.company;
  return pursuit?.company ?? null;
}

function filledIn(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}

function oneOf<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}
