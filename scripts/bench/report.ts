import type { Expectation } from './expectations.ts';
import type { HttpRow } from './http.ts';
import { type Figures, growthOf } from './measure.ts';
import type { StoreName } from './subjects.ts';

export interface StoreRow {
  readonly store: StoreName;
  readonly size: number;
  readonly operation: string;
  readonly figures: Figures;
}

const TITLES: Readonly<Record<StoreName, string>> = {
  sqlite: 'SQLite, a file on the disk: milliseconds, and operations a second one after the other',
  dynamodb: 'DynamoDB, played by dynalite in this process: milliseconds, and capacity units of a call (read + write)',
};

const NOTES: Readonly<Record<StoreName, string>> = {
  sqlite: 'A create and an edit read the record first, as they do in the API. Growth is that of p50.',
  dynamodb: `The units are what counts, and growth is theirs; the times are dynalite's, not DynamoDB's. dynalite counts a write to the
table alone: at AWS each write goes to both indexes too, so a create costs 3 times as many write units as here, and an
edit 4 times (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html#LSI.ThroughputConsiderations).
A search or a filter reads at most 4 MB for a page; where that does not reach the end, the page says where to go on.`,
};

/** One table of a store: a line for each operation, a group of columns for each size. */
export function storeReport(store: StoreName, rows: readonly StoreRow[]): string {
  const sizes = [...new Set(rows.map(({ size }) => size))];
  const header = [
    '',
    ...sizes.flatMap((size) => [`${size.toLocaleString('en')}: p50`, 'p99', LAST_COLUMN[store]]),
    'growth',
  ];
  const names = [...new Set(rows.map(({ operation }) => operation))];
  const lines = names.map((name) => {
    const ofName = rows.filter(({ operation }) => operation === name);
    return [name, ...ofName.flatMap(({ figures }) => cells(store, figures)), growthText(ofName)];
  });
  return `${TITLES[store]}\n\n${columns([header, ...lines])}\n\n${NOTES[store]}\n`;
}

const LAST_COLUMN: Readonly<Record<StoreName, string>> = { sqlite: '/s', dynamodb: 'units' };

function cells(store: StoreName, { p50, p99, perSecond, readUnits = 0, writeUnits = 0 }: Figures): string[] {
  const units = `${readUnits.toFixed(1)}${writeUnits > 0 ? ` + ${writeUnits.toFixed(1)}` : ''}`;
  return [p50.toFixed(2), p99.toFixed(2), store === 'dynamodb' ? units : perSecond.toFixed(0)];
}

function growthText(rows: readonly StoreRow[]): string {
  const growth = growthOf(rows.map(({ figures }) => figures));
  return growth === undefined ? '' : `${growth.toFixed(1)}×`;
}

export function httpReport(size: number, rows: readonly HttpRow[]): string {
  const title = `HTTP, the laptop's server in a process of its own, ${size.toLocaleString('en')} contacts: milliseconds`;
  const header = ['', 'connections', 'p50', 'p99', '/s'];
  const lines = rows.map(({ operation, connections, figures: { p50, p99, perSecond } }) => {
    return [operation, String(connections), p50.toFixed(2), p99.toFixed(2), perSecond.toFixed(0)];
  });
  return `${title}\n\n${columns([header, ...lines])}\n`;
}

export function expectationReport(all: readonly Expectation[]): string {
  const header = ['', 'expected', 'measured', ''];
  const lines = all.map(({ what, unit, below, measured }) => {
    return [what, `< ${below} ${unit}`, `${measured.toFixed(2)} ${unit}`, measured < below ? 'met' : 'MISSED'];
  });
  return `Expected on two shared cores\n\n${columns([header, ...lines])}\n`;
}

/** The first column to the left, the others to the right. */
export function columns(lines: readonly (readonly string[])[]): string {
  const [header = []] = lines;
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const cell = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0);
  return lines.map((line) => line.map(cell).join('  ').trimEnd()).join('\n');
}
