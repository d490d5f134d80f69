import type { Beginning } from './cadence-row.ts';
import {
  type ApplicationFacts,
  type Conversation,
  INTERVIEWS,
  type InteractionFacts,
  isInterview,
  type Turn,
} from './conversations.ts';
import type { CalendarDate } from './dates.ts';
import { type Stage, stageRank } from './stages.ts';

/** Something after which nothing more was said that would settle it: what a suggestion answers. */
export interface Occasion {
  readonly after: Beginning;
  /** The id of what began it, an interaction or, by applying, the application. */
  readonly id: string;
  readonly on: CalendarDate;
  /** Null where applying began it. */
  readonly interaction: InteractionFacts | null;
  /** The days on which I wrote since, without an answer. */
  readonly writtenOn: readonly CalendarDate[];
}

/**
 * The silence in which a conversation stands: who had the last word, and since when. Null where nothing is waited for.
 * By an interview it is their answer that is waited for; whom to thank is told by `interviewsWithoutThanks`.
 *
 * @param today stages that are dated after it were not reached yet
 */
export function silenceOf({ application, turns }: Conversation, today: CalendarDate): Occasion | null {
  const spoken = turns.map((turn): Step => ({ on: turn.on, turn }));
  const moves = application ? movesOf(application, today) : [];
  // Moves first: they are days without a time, and what was said on the same day was mostly what led on from them.
  const steps = moves.length === 0 ? spoken : [...moves, ...spoken].toSorted((a, b) => compare(a.on, b.on));
  return steps.reduce<Standing>(after, { silence: null, isHeard: false }).silence;
}

/** The last interview with each person after which I wrote nothing to them. */
export function interviewsWithoutThanks({ turns }: Conversation): readonly Occasion[] {
  const due = new Map<string, Occasion>();
  for (const { interaction, on, by, isOwn } of turns) {
    const { contact_id, interaction_id: id } = interaction;
    if (isOwn && isInterview(interaction.kind)) {
      due.set(contact_id ?? '', { after: 'interview', id, on, interaction, writtenOn: [] });
    }
    if (by !== 'me') continue;
    for (const other of contact_id === null ? [...due.keys()] : [contact_id, '']) due.delete(other);
  }
  return [...due.values()];
}

/**
 * The days on which an application went on because of them: a later stage, or that they rejected it.
 *
 * @param today stages that are dated after it were not reached yet
 */
export function theirMoves({ stage_history }: Pick<ApplicationFacts, 'stage_history'>, today: CalendarDate) {
  return stage_history.filter((row, index) => {
    if (row.on > today || row.outcome === 'rejected') return row.on <= today;
    const before = stage_history[index - 1]?.stage ?? 'saved';
    const isFurther = stageRank(row.stage) > stageRank(before) && row.stage !== 'closed';
    return isFurther && stageRank(row.stage) > stageRank('applied');
  });
}

type Step =
  | { readonly on: CalendarDate; readonly turn: Turn }
  | { readonly on: CalendarDate; readonly stage: Stage }
  | { readonly on: CalendarDate; readonly applied: ApplicationFacts };

/** `isHeard`: whether they said anything yet. */
interface Standing {
  readonly silence: Occasion | null;
  readonly isHeard: boolean;
}

function movesOf(application: ApplicationFacts, today: CalendarDate): readonly Step[] {
  const { applied_on } = application;
  const moves = theirMoves(application, today).map(({ on, stage }) => ({ on, stage }));
  return applied_on === null || applied_on > today ? moves : [{ on: applied_on, applied: application }, ...moves];
}

function after(standing: Standing, step: Step): Standing {
  if ('turn' in step) return afterTurn(standing, step.turn);
  if ('stage' in step) return { silence: outlives(standing.silence, step.stage), isHeard: true };
  const { application_id: id } = step.applied;
  const silence: Occasion = { after: 'applied', id, on: step.on, interaction: null, writtenOn: [] };
  return { ...standing, silence };
}

/** A message that I owe an answer outlives a new stage; so does an interview, where the stage only says that it was. */
function outlives(silence: Occasion | null, stage: Stage): Occasion | null {
  if (silence?.after === 'received') return silence;
  const interview = silence?.after === 'interview' ? INTERVIEWS[silence.interaction?.kind ?? ''] : undefined;
  return interview && stageRank(stage) <= stageRank(interview) ? silence : null;
}

function afterTurn({ silence, isHeard }: Standing, turn: Turn): Standing {
  const begun = (after: Beginning): Occasion | null => {
    const { interaction, on } = turn;
    return turn.isOwn ? { after, id: interaction.interaction_id, on, interaction, writtenOn: [] } : null;
  };
  if (turn.by === 'them') return { silence: begun('received'), isHeard: true };
  if (turn.by === 'both')
    return { silence: isInterview(turn.interaction.kind) ? begun('interview') : null, isHeard: true };
  if (silence === null) return { silence: begun(isHeard ? 'replied' : 'reached_out'), isHeard };
  if (silence.after === 'received') return { silence: begun('replied'), isHeard };
  // What I wrote on the day of applying is the application.
  if (silence.after === 'applied' && silence.on === turn.on) return { silence, isHeard };
  return { silence: { ...silence, writtenOn: [...silence.writtenOn, turn.on] }, isHeard };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
