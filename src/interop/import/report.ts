import type { Failure } from './apply-parts.ts';
import type { Bad, LeftOut } from './found.ts';
import type { Plan, Row } from './plan.ts';

/** What became of each thing that a file has. */
export interface Report {
  readonly created: readonly Row[];
  readonly updated: readonly Row[];
  readonly merged: readonly Row[];
  readonly alone: readonly Row[];
  readonly failed: readonly { readonly row: Row; readonly detail: string }[];
  readonly bad: readonly Bad[];
  readonly leftOut: readonly LeftOut[];
  /** Changes of records that the file names in no row of its own, such as a task before an interview. */
  readonly others: readonly Failure[];
  readonly counts: Counts;
}

/** Of the rows of the file, those that say one thing twice counted twice; together they are all that was found. */
export interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly merged: number;
  readonly alone: number;
  readonly failed: number;
  readonly bad: number;
  readonly leftOut: number;
  /** New contacts that are only named by others: no rows of the file. */
  readonly named: number;
}

/** The report of a plan, before it is carried out (without failures) or after. */
export function reportOf({ rows, bad, leftOut }: Plan, failures: readonly Failure[] = []): Report {
  const failedOf = new Map(failures.map((failure) => [`${failure.type}/${failure.id}`, failure]));
  const failureOf = (row: Row) => (row.action === 'alone' ? undefined : failedOf.get(`${row.type}/${row.id}`));
  const failed = rows.flatMap((row) => {
    const failure = failureOf(row);
    return failure ? [{ row, detail: failure.detail }] : [];
  });
  const of = (action: Row['action']) => rows.filter((row) => row.action === action && !failureOf(row));
  const report = { created: of('create'), updated: of('update'), merged: of('merge'), alone: of('alone') };
  const told = new Set(failed.map(({ row }) => `${row.type}/${row.id}`));
  return {
    ...report,
    failed,
    bad,
    leftOut,
    others: failures.filter(({ type, id }) => !told.has(`${type}/${id}`)),
    counts: {
      created: placesOf(report.created),
      updated: placesOf(report.updated),
      merged: placesOf(report.merged),
      alone: placesOf(report.alone),
      failed: placesOf(failed.map(({ row }) => row)),
      bad: bad.length,
      leftOut: leftOut.length,
      named: report.created.filter(({ isImplied }) => isImplied).length,
    },
  };
}

function placesOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { isImplied, where }) => sum + (isImplied ? 0 : where.length), 0);
}
