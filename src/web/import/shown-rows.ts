import { matchesWords, searchable, words } from '../../domain/search.ts';
import type { Plan, ProposalRow, Row } from '../../interop/import/plan.ts';

/** Which part of a plan is looked at. */
export const SHOWS = ['all', 'decide', 'create', 'update', 'merge', 'alone', 'bad', 'leftOut'] as const;
export type Show = (typeof SHOWS)[number];

/** The rows of a plan by what becomes of them. */
export function rowsShown({ rows }: Pick<Plan, 'rows'>, show: Show): readonly Row[] {
  switch (show) {
    case 'bad':
    case 'leftOut':
      return [];
    case 'all':
      return rows;
    case 'decide':
      return rows.filter(isToDecide);
    default:
      return rows.filter(({ action }) => action === show);
  }
}

/**
 * The same, with those that were there before: a row that is said to become something else stays where the person looks,
 * and so does the focus on it.
 */
export function rowsKept(plan: Pick<Plan, 'rows'>, show: Show, before: ReadonlySet<string>): readonly Row[] {
  const keys = new Set(rowsShown(plan, show).map(({ key }) => key));
  return plan.rows.filter(({ key }) => keys.has(key) || before.has(key));
}

/** Those in which every word of a text is the beginning of one. */
export function rowsWith(rows: readonly Row[], text: string): readonly Row[] {
  const wanted = words(text);
  if (wanted.length === 0) return rows;
  return rows.filter(({ title, fields }) => {
    const all = [title, ...Object.values(fields).filter((value) => typeof value === 'string')];
    return matchesWords(searchable(all.join(' ')), wanted);
  });
}

/** How many there are of each. */
export function countsOf(plan: Plan): Readonly<Record<Show, number>> {
  const of = (show: Show) => rowsShown(plan, show).length;
  return {
    all: plan.rows.length,
    decide: of('decide'),
    create: of('create'),
    update: of('update'),
    merge: of('merge'),
    alone: of('alone'),
    bad: plan.bad.length,
    leftOut: plan.leftOut.length,
  };
}

/**
 * How many of each noun become so: the rows of the file, and the applications that what a message says begins or moves on,
 * which have no row of their own.
 */
export function byType(
  { rows, writes }: Pick<Plan, 'rows' | 'writes'>,
  ...actions: readonly Row['action'][]
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { contacts: 0, applications: 0, interactions: 0, tasks: 0 };
  const add = (type: string, action: Row['action']) => {
    if (actions.includes(action)) counts[type] = (counts[type] ?? 0) + 1;
  };
  for (const { type, action } of rows) add(type, action);
  const jobs = new Set(
    rows.flatMap(({ type, id, action }) => (type === 'applications' && action !== 'alone' ? id : [])),
  );
  for (const { type, id, before } of writes) {
    if (type === 'applications' && !jobs.has(id)) add(type, before ? 'update' : 'create');
  }
  return counts;
}

function isToDecide({ proposal }: Row): boolean {
  return proposal !== null && proposal.chosen === 'undecided' && canAccept(proposal);
}

/**
 * Whether accepting it does something: to an application that is known, or by beginning one. Who said that a message says
 * something else, which does nothing, can still say otherwise.
 */
export function canAccept({ application, edit, chosen, class: said }: ProposalRow): boolean {
  const isElse = chosen !== said && chosen !== 'undecided' && chosen !== 'dismissed';
  return application !== null || Object.keys(edit).length > 0 || isElse;
}

/** Why an import would change nothing; null where it would change something. */
export function whyNothing(plan: Plan): 'empty' | 'unread' | 'undecided' | 'left' | 'known' | null {
  const { rows, bad, writes } = plan;
  if (writes.length > 0) return null;
  if (rows.length === 0) return bad.length > 0 ? 'unread' : 'empty';
  if (rows.some(isToDecide)) return 'undecided';
  return rows.some(({ match, differences }) => match === null || differences.length > 0) ? 'left' : 'known';
}
