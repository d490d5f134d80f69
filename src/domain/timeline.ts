import { type CalendarDate, splitDateTime } from './dates.ts';
import { rowsOf } from './history.ts';
import type { JsonObject } from './json.ts';
import type { AnyRecord } from './noun.ts';
import type { StageRow } from './settle-stage.ts';

/** One thing that happened, as a timeline shows it. */
export type Happened = { readonly at: string; readonly key: string } & (
  | { readonly kind: 'interaction'; readonly record: AnyRecord }
  | { readonly kind: 'task'; readonly record: AnyRecord }
  | { readonly kind: 'stage'; readonly record: AnyRecord; readonly stage: string; readonly outcome: string | null }
  | { readonly kind: 'status'; readonly record: AnyRecord; readonly status: string | null }
  | { readonly kind: 'added'; readonly record: AnyRecord }
);

export interface Timeline {
  /** What is still to be done, the first due first; what has no day comes last. */
  readonly ahead: readonly AnyRecord[];
  /** What happened, the newest first. `at` is a date, or a date and a time as it was written. */
  readonly happened: readonly Happened[];
}

/** What a timeline is about, and everything that touches it. */
export interface Touching {
  /** The contact or the application itself. */
  readonly subject: AnyRecord;
  readonly interactions: readonly AnyRecord[];
  readonly tasks: readonly AnyRecord[];
  /** Whose stages are shown: the application itself, or those of a contact. */
  readonly applications: readonly AnyRecord[];
}

/** Everything that touches a contact or an application, in order. */
export function timelineOf({ subject, interactions, tasks, applications }: Touching): Timeline {
  const open = tasks.filter(({ done_at }) => done_at === null);
  const happened: Happened[] = [
    { kind: 'added', at: subject.created_at, key: 'added', record: subject },
    ...interactions.map(
      (record): Happened => ({
        kind: 'interaction',
        at: textOf(record.occurred_at),
        key: textOf(record.interaction_id),
        record,
      }),
    ),
    ...tasks
      .filter(({ done_at }) => done_at !== null)
      .map((record): Happened => ({ kind: 'task', at: textOf(record.done_at), key: textOf(record.task_id), record })),
    ...applications.flatMap(stagesOf),
    ...statusesOf(subject),
  ];
  return { ahead: open.toSorted((a, b) => byText(dueOf(a), dueOf(b))), happened: newestFirst(happened) };
}

/** When a task asks for attention: when it wakes, where it was put off; null where it has no day. */
export function wakesOn({ due_on, snoozed_until }: JsonObject): CalendarDate | null {
  if (typeof snoozed_until === 'string' && (typeof due_on !== 'string' || snoozed_until > due_on)) return snoozed_until;
  return typeof due_on === 'string' ? due_on : null;
}

function stagesOf(record: AnyRecord): Happened[] {
  return rowsOf<StageRow>(record, 'stage_history').map(({ stage, outcome, on }, index) => ({
    kind: 'stage',
    at: on,
    key: `${textOf(record.application_id)} ${index}`,
    record,
    stage,
    outcome,
  }));
}

function statusesOf(record: AnyRecord): Happened[] {
  const rows = rowsOf<{ readonly status: string | null; readonly on: CalendarDate }>(record, 'status_history');
  return rows.map(({ status, on }, index) => ({ kind: 'status', at: on, key: `status ${index}`, record, status }));
}

/** What is known to the day alone stands above what happened at a time of that day; what is as old stays in its order. */
function newestFirst(happened: readonly Happened[]): readonly Happened[] {
  const keyOf = ({ at }: Happened) => {
    const { date, time } = splitDateTime(at);
    return `${date}T${time || '~'}`;
  };
  return happened.toReversed().sort((a, b) => byText(keyOf(b), keyOf(a)));
}

function dueOf(task: AnyRecord): string {
  return wakesOn(task) ?? '~';
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
