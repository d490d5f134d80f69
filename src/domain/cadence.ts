import type { Beginning, CadenceRule } from './cadence-row.ts';
import { rulesAfter } from './cadence-rules.ts';
import {
  type ContactFacts,
  type Conversation,
  type Conversed,
  conversationsOf,
  type InteractionFacts,
  isAwaited,
  isOpen,
} from './conversations.ts';
import { addDays, type CalendarDate, splitDateTime } from './dates.ts';
import { interviewsWithoutThanks, type Occasion, silenceOf } from './occasions.ts';
import { isCovered, NO_PLANS, type Plans, plansOf, type TaskFacts, tasksSince } from './plans.ts';
import type { TaskKind } from './task.ts';
import { addWorkingDays, workingDayFrom } from './working-days.ts';

/** Something to do that nobody planned yet. */
export interface Suggestion {
  /** Names the silence and the step that it answers: the same on every device and every day, and no two share one. */
  readonly key: string;
  readonly kind: TaskKind;
  /** Never a Saturday or a Sunday. It may be past: the suggestion stands until it is answered or lapses. */
  readonly due_on: CalendarDate;
  readonly contact_id: string | null;
  readonly application_id: string | null;
  /** What a title is made of, in the words of whoever shows it. */
  readonly title: {
    readonly reason: Beginning;
    /** The day on which the silence began. */
    readonly since: CalendarDate;
    /** 1 for the first time that it is suggested for this silence, 2 for the second. */
    readonly step: number;
    readonly interview: InteractionFacts['kind'];
    readonly contact: string | null;
    readonly company: string | null;
    readonly position: string | null;
  };
}

export interface CadenceInput extends Conversed {
  readonly tasks: readonly TaskFacts[];
  /** The rows of the settings; none means the usual cadence. */
  readonly rules: readonly CadenceRule[];
  /** The person's own calendar date. */
  readonly today: CalendarDate;
}

/** So many days after it was due a suggestion is no longer given: thanks come too late, and the silence says enough. */
export const LAPSES_AFTER_DAYS = { thank_you: 7, other: 30 } as const;

/**
 * What to do next, and when, in every conversation of one workspace. Closed applications suggest nothing, nor do contacts
 * that are closed, ghosted or on hold. Each step of a rule is given once for a silence: what I wrote since it began takes a
 * step, and so does a task of that kind that was done since; an open task, or the date that the contact or the application
 * carries, holds it back. So a suggestion is dismissed by keeping it as a task that is done.
 *
 * @returns the earliest first
 */
export function suggestionsOf(input: CadenceInput): readonly Suggestion[] {
  const { rules, today } = input;
  const firstThanks = addDays(today, -LAPSES_AFTER_DAYS.thank_you);
  const first = addDays(today, -LAPSES_AFTER_DAYS.other);
  const plans = plansOf(input);
  const contacts = new Map(input.contacts.map((one) => [one.contact_id, one]));
  return conversationsOf(input, today)
    .filter(isAwaited)
    .flatMap((conversation) => suggestionsIn(conversation, { rules, plans, contacts, today }))
    .filter(({ due_on, kind }) => due_on >= (kind === 'thank_you' ? firstThanks : first))
    .toSorted((a, b) => compare(a.due_on, b.due_on) || compare(a.title.since, b.title.since) || compare(a.key, b.key));
}

/**
 * The next follow-up to offer in the form in which an interaction was just written down: what its conversation would
 * suggest if nothing were planned yet, thanks aside.
 *
 * @param interaction the one just written down; it need not be among the others
 * @returns a day after it and no earlier than `today`; null where nothing is to be followed up
 */
export function followUpAfter(
  interaction: InteractionFacts,
  { today, rules, ...records }: Omit<CadenceInput, 'tasks'>,
): CalendarDate | null {
  const { interaction_id: id, occurred_at } = interaction;
  const { date: on } = splitDateTime(occurred_at);
  const interactions = [...records.interactions.filter((one) => one.interaction_id !== id), interaction];
  const isItsOwn = ({ turns }: Conversation) => turns.some((one) => one.isOwn && one.interaction.interaction_id === id);
  const conversation = conversationsOf({ ...records, interactions }, on > today ? on : today).find(isItsOwn);
  if (!conversation || isOver(conversation, interaction)) return null;
  const contacts = new Map(records.contacts.map((one) => [one.contact_id, one]));
  const days = suggestionsIn(conversation, { rules, plans: NO_PLANS, contacts, today })
    .filter(({ kind, due_on }) => kind !== 'thank_you' && due_on > on && due_on >= today)
    .map(({ due_on }) => due_on);
  return days.toSorted()[0] ?? null;
}

/** A word from them reopens what was given up as ghosted; nothing else that is closed goes on. */
function isOver({ application }: Conversation, { direction }: InteractionFacts): boolean {
  if (application === null || isOpen(application)) return false;
  return direction !== 'in' || application.stage_history.at(-1)?.outcome !== 'ghosted';
}

interface Context {
  readonly rules: readonly CadenceRule[];
  readonly plans: Plans;
  readonly contacts: ReadonlyMap<string, ContactFacts>;
  readonly today: CalendarDate;
}

function suggestionsIn(conversation: Conversation, context: Context): readonly Suggestion[] {
  const stage = conversation.application?.stage ?? null;
  const rulesOf = ({ after }: Occasion) => rulesAfter(context.rules, after, stage);
  const silence = silenceOf(conversation, context.today);
  const given = (occasion: Occasion, rule: CadenceRule) => suggestion(conversation, occasion, rule, context) ?? [];
  const thanks = interviewsWithoutThanks(conversation).flatMap((interview) => {
    return rulesOf(interview)
      .filter(({ kind }) => kind === 'thank_you')
      .flatMap((rule) => given(interview, rule));
  });
  if (silence === null) return thanks;
  const isInterview = silence.after === 'interview';
  const rules = rulesOf(silence).filter(({ kind }) => !isInterview || kind !== 'thank_you');
  const waiting = isInterview ? withoutThanks(silence, rulesOf(silence)) : silence;
  return [...thanks, ...rules.flatMap((rule) => given(waiting, rule))];
}

/** What I wrote while thanks were due was the thanks: it does not ask for an answer yet. */
function withoutThanks(interview: Occasion, rules: readonly CadenceRule[]): Occasion {
  const thanks = rules.find(({ kind }) => kind === 'thank_you');
  if (!thanks) return interview;
  const until = dayAfter(interview.on, thanks);
  return { ...interview, writtenOn: interview.writtenOn.filter((on) => on > until) };
}

function suggestion(
  conversation: Conversation,
  occasion: Occasion,
  rule: CadenceRule,
  { plans, contacts }: Context,
): Suggestion | null {
  const { kind, most } = rule;
  const tasks = tasksSince(plans, conversation, occasion, kind);
  const days = daysOfSteps(tasks, occasion);
  const taken = countOfSteps(days);
  if (tasks.some(({ done_at }) => done_at === null) || taken >= most) return null;
  const from = days.at(-1) ?? occasion.on;
  const due_on = dayAfter(from, rule);
  if (isCovered(plans, conversation, occasion, { kind, due_on })) return null;
  const { application, contact } = conversation;
  const contact_id = occasion.interaction?.contact_id ?? contact?.contact_id ?? application?.contact_ids[0]?.contact_id;
  const person = contacts.get(contact_id ?? '');
  return {
    key: [occasion.id, rule.after, kind, taken + 1].join(':'),
    kind,
    due_on,
    contact_id: contact_id ?? null,
    application_id: application?.application_id ?? null,
    title: {
      reason: rule.after,
      since: occasion.on,
      step: taken + 1,
      interview: rule.after === 'interview' ? (occasion.interaction?.kind ?? null) : null,
      contact: person?.name ?? null,
      company: application ? application.company : (person?.company ?? null),
      position: application?.position ?? null,
    },
  };
}

/** The days on which steps were taken, in order. What was done, or dismissed, before it was due is of the day when it was due. */
function daysOfSteps(tasks: readonly TaskFacts[], { on, writtenOn }: Occasion): readonly CalendarDate[] {
  const latest = (...days: CalendarDate[]) => days.reduce((one, other) => (one > other ? one : other), on);
  const done = tasks.map(({ done_at, due_on }) => latest(due_on ?? on, splitDateTime(done_at ?? on).date));
  return [...done, ...writtenOn].toSorted();
}

/** A message and the task for it are one step, though the one may have been written down a day after the other. */
function countOfSteps(days: readonly CalendarDate[]): number {
  let count = 0;
  let last = '';
  for (const day of days) {
    if (last !== '' && day <= addDays(last, 1)) continue;
    count += 1;
    last = day;
  }
  return count;
}

function dayAfter(from: CalendarDate, { days, working_days }: CadenceRule): CalendarDate {
  return working_days ? addWorkingDays(from, days) : workingDayFrom(addDays(from, days));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
