import { type Conversation, type Conversed, conversationsOf, isAwaited } from './conversations.ts';
import { type CalendarDate, daysBetween } from './dates.ts';
import { median, percentile } from './median.ts';
import { silenceOf, theirMoves } from './occasions.ts';
import { STAGE_KEYS, type Stage } from './stages.ts';

/** How long nothing was heard, in one open application or in one conversation that is about none. */
export interface Silence {
  /** Null where it is a conversation with a contact about no application. */
  readonly application_id: string | null;
  /** Null where it is that of an application. */
  readonly contact_id: string | null;
  readonly stage: Stage | null;
  /** The day of their last word; before any, that of applying or of my first message. */
  readonly since: CalendarDate;
  /** Whole days from `since` to today, never negative. */
  readonly days: number;
  /** Whose turn it is: mine, where their last message has no answer. */
  readonly waitsFor: 'me' | 'them';
  readonly usual: UsualWait;
  /** Whether to ask if this was ghosted. Nothing is set by it: the person decides, and a reply reopens what they closed. */
  readonly mayBeGhosted: boolean;
}

/** How long an answer takes at a stage, in days. */
export interface UsualWait {
  readonly medianDays: number;
  /** Nine answers of ten came no later. */
  readonly ninetiethDays: number;
  /** After more days than that, `mayBeGhosted`. */
  readonly ghostedAfterDays: number;
  /** `history`: from this person's own waits at this stage; `default`: from ours, while there are fewer than `FEWEST_CASES`. */
  readonly from: 'history' | 'default';
  /** How many waits of their own there are, also where those were too few. */
  readonly cases: number;
}

export const FEWEST_CASES = 5;

/** However quick the answers were, nobody is suspected earlier: people fall ill and go on holiday. */
const GHOSTED_AFTER_AT_LEAST = 14;

const DEFAULT_WAITS: Readonly<Record<Stage | 'none', readonly [medianDays: number, ninetiethDays: number]>> = {
  saved: [4, 14],
  applied: [10, 30],
  screening: [5, 14],
  assessment: [7, 21],
  interview: [7, 21],
  final: [7, 21],
  offer: [3, 14],
  closed: [7, 30],
  none: [4, 14],
};

/**
 * The silences of a workspace: one for each open application and each conversation with a contact who is not closed,
 * ghosted or on hold. Where I neither applied nor wrote and nothing was heard, there is none.
 *
 * @param records closed applications too: their waits are part of what is usual
 * @param today the person's own calendar date
 * @returns the longest first
 */
export function silencesOf(records: Conversed, today: CalendarDate): readonly Silence[] {
  const conversations = conversationsOf(records, today);
  const usual = usualWaits(conversations, today);
  return conversations
    .filter(isAwaited)
    .flatMap((conversation): Silence[] => {
      const { application, contact } = conversation;
      const since = marksOf(conversation, today).at(-1)?.on;
      if (since === undefined) return [];
      const stage = application?.stage ?? null;
      const wait = usual(stage);
      const days = daysBetween(since, today);
      return [
        {
          application_id: application?.application_id ?? null,
          contact_id: contact?.contact_id ?? null,
          stage,
          since,
          days,
          waitsFor: silenceOf(conversation, today)?.after === 'received' ? 'me' : 'them',
          usual: wait,
          mayBeGhosted: days > wait.ghostedAfterDays,
        },
      ];
    })
    .toSorted((a, b) => b.days - a.days || (idOf(a) < idOf(b) ? -1 : 1));
}

/**
 * What is usual at each stage in a person's own history: the waits, from one day of which they spoke (or from applying)
 * to the next, that ended in an answer. A rejection is one.
 *
 * @returns asked for a stage, or null for conversations about no application
 */
export function usualWaits(
  conversations: readonly Conversation[],
  today: CalendarDate,
): (stage: Stage | null) => UsualWait {
  const waits = Map.groupBy(
    conversations.flatMap((one) => waitsOf(one, today)),
    ({ stage }) => stage,
  );
  const usual = new Map([null, ...STAGE_KEYS].map((stage) => [stage, usualWait(stage, waits.get(stage) ?? [])]));
  return (stage) => usual.get(stage) ?? usualWait(stage, []);
}

function usualWait(stage: Stage | null, answered: readonly Wait[]): UsualWait {
  const waits = answered.map(({ days }) => days);
  const [usualMedian, usualNinetieth] = DEFAULT_WAITS[stage ?? 'none'];
  const isKnown = waits.length >= FEWEST_CASES;
  const medianDays = (isKnown ? median(waits) : null) ?? usualMedian;
  const ninetiethDays = (isKnown ? percentile(waits, 0.9) : null) ?? usualNinetieth;
  return {
    medianDays,
    ninetiethDays,
    ghostedAfterDays: Math.max(ninetiethDays, GHOSTED_AFTER_AT_LEAST),
    from: isKnown ? 'history' : 'default',
    cases: waits.length,
  };
}

/** A day from which an answer is waited for. */
interface Mark {
  readonly on: CalendarDate;
  readonly isTheirs: boolean;
}

/** The days on which they spoke, and that of applying; without that, of my first message if it came before any word. In order. */
function marksOf({ application, turns }: Conversation, today: CalendarDate): readonly Mark[] {
  const moves = application ? theirMoves(application, today) : [];
  const spoken = [...turns.filter(({ by }) => by !== 'me'), ...moves].map(({ on }) => on);
  const theirs = [...new Set(spoken)].toSorted().map((on): Mark => ({ on, isTheirs: true }));
  const begun = begunOn({ application, turns }, theirs[0]?.on, today);
  if (begun === null || spoken.includes(begun)) return theirs;
  return [...theirs, { on: begun, isTheirs: false }].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

function begunOn(
  { application, turns }: Pick<Conversation, 'application' | 'turns'>,
  firstWord: CalendarDate | undefined,
  today: CalendarDate,
): CalendarDate | null {
  const applied = application?.applied_on ?? null;
  if (applied !== null && applied <= today) return applied;
  const written = turns.find(({ by }) => by === 'me')?.on ?? null;
  return written !== null && firstWord !== undefined && firstWord < written ? null : written;
}

/** A wait that ended in an answer, at the stage at which it began. */
interface Wait {
  readonly stage: Stage | null;
  readonly days: number;
}

function waitsOf(conversation: Conversation, today: CalendarDate): readonly Wait[] {
  const marks = marksOf(conversation, today);
  return marks.flatMap(({ on, isTheirs }, index) => {
    const from = marks[index - 1]?.on;
    if (from === undefined || !isTheirs) return [];
    return [{ stage: stageOn(conversation, from), days: daysBetween(from, on) }];
  });
}

function stageOn({ application }: Conversation, day: CalendarDate): Stage | null {
  if (application === null) return null;
  return application.stage_history.findLast(({ on }) => on <= day)?.stage ?? 'saved';
}

function idOf({ application_id, contact_id }: Silence): string {
  return application_id ?? contact_id ?? '';
}
