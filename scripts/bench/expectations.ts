import type { HttpRow } from './http.ts';
import { growthOf } from './measure.ts';
import type { StoreRow } from './report.ts';

/** A bound that was set before anything was measured, for two shared cores. */
export interface Expectation {
  readonly what: string;
  readonly unit: 'ms' | 's' | 'MB' | '×';
  readonly below: number;
  readonly measured: number;
}

/** What is expected of 100,000 contacts. */
export function expectations(rows: readonly StoreRow[], http: readonly HttpRow[]): Expectation[] {
  const alone = (operation: string) =>
    http.filter((row) => row.connections === 1 && row.operation.startsWith(operation));
  const p50 = (operation: string) => alone(operation).map(({ figures }) => figures.p50);
  const p99 = (operation: string) => alone(operation).map(({ figures }) => figures.p99);
  const all = [
    expectation('create, durable, over HTTP: p50', 'ms', 3, p50('create')),
    expectation('list page of 100, over HTTP: p50', 'ms', 5, p50('list')),
    expectation('the slowest search, over HTTP: p99', 'ms', 100, p99('search')),
    expectation('growth of get and of every list page, SQLite: p50', '×', 2, growths(rows, 'sqlite')),
    expectation('growth of get and of every list page, DynamoDB: units', '×', 1.1, growths(rows, 'dynamodb')),
  ];
  return all.filter(({ measured }) => Number.isFinite(measured));
}

function expectation(what: string, unit: Expectation['unit'], below: number, measured: readonly number[]): Expectation {
  return { what, unit, below, measured: Math.max(...measured) };
}

/** What must cost the same at every size. */
function growths(rows: readonly StoreRow[], store: StoreRow['store']): number[] {
  const flat = rows.filter((row) => row.store === store && /^(get|list)/.test(row.operation));
  const byOperation = Object.values(Object.groupBy(flat, ({ operation }) => operation));
  return byOperation.flatMap((ofOne) => growthOf((ofOne ?? []).map(({ figures }) => figures)) ?? []);
}
