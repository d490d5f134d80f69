import { toText } from '../../domain/typed-text.ts';
import type { Where } from '../../interop/import/found.ts';
import type { Plan, Row } from '../../interop/import/plan.ts';
import type { Report } from '../../interop/import/report.ts';
import type { Terminal } from './command.ts';
import { tableText } from './table.ts';

/** So many rows of each kind are shown; a spreadsheet of thousands is not read in a terminal. */
const SHOWN = 10;

const HEADINGS: readonly (readonly [Row['action'], string])[] = [
  ['create', 'New'],
  ['update', 'Changed'],
  ['merge', 'Likely the same, merged'],
];

/** What an import would do. */
export function printPlan(
  { out, note, width }: Pick<Terminal, 'out' | 'note' | 'width'>,
  { rows, bad, leftOut }: Plan,
): void {
  for (const [action, heading] of HEADINGS) {
    const some = rows.filter((row) => row.action === action);
    if (some.length === 0) continue;
    out(`${heading}: ${some.length}\n`);
    out(tableText(['', '', ''], some.slice(0, SHOWN).map(rowWords), width).replace(/^\s*\n/, ''));
    if (some.length > SHOWN) out(`  and ${some.length - SHOWN} more\n`);
  }
  const left = rows.filter(({ action }) => action === 'alone');
  const alone = left.filter(({ told }) => !told.some(({ code }) => WHY_ALONE.has(code))).length;
  if (alone > 0) out(`Left alone, for nothing in them is new: ${alone}\n`);
  for (const { title, told } of left) {
    for (const { code, detail } of told)
      if (code === 'kept' || code === 'older') out(`Left alone, ${title}: ${detail}\n`);
  }
  const open = rows.filter(
    ({ proposal }) =>
      proposal?.chosen === 'undecided' && (proposal.application !== null || Object.keys(proposal.edit).length > 0),
  ).length;
  const saying = open === 1 ? '1 message that seems' : `${open} messages that seem`;
  if (open > 0) out(`Left open: ${saying} to say how an application stands (--proposals)\n`);
  for (const { where, why } of bad.slice(0, SHOWN)) note(`Not readable, ${whereWords(where)}: ${why}\n`);
  if (bad.length > SHOWN) note(`and ${bad.length - SHOWN} more that are not readable\n`);
  for (const { where, what } of leftOut.slice(0, SHOWN)) note(`Left out, ${whereWords(where)}: ${what}\n`);
  if (leftOut.length > SHOWN) note(`and ${leftOut.length - SHOWN} more left out\n`);
}

/** What is told of a row that is left alone although something in it is new. */
const WHY_ALONE: ReadonlySet<string> = new Set(['waits', 'kept', 'older']);

/** What an import did. */
export function reportWords({ counts, failed, others }: Report): string {
  const { created, updated, merged, alone, bad, leftOut, named } = counts;
  const told = [
    `${created + named} added`,
    `${updated} changed`,
    `${merged} merged`,
    `${alone} left alone`,
    `${bad} not readable`,
    `${leftOut} left out`,
  ].filter((text) => !text.startsWith('0 '));
  const failures = [
    ...failed.map(({ row, detail }) => `Not made: ${row.title}. ${detail}`),
    ...others.map(({ type, id, detail }) => `Not made: ${type} ${id}. ${detail}`),
  ];
  return [`${told.join(', ') || 'Nothing new'}.`, ...failures].map((line) => `${line}\n`).join('');
}

function rowWords({ type, title, where, match, differences, action }: Row): readonly string[] {
  const changes = differences
    .filter(({ chosen }) => chosen === 'theirs')
    .map(({ field, mine, theirs }) => `${field}: ${toText(mine) || '(empty)'} → ${toText(theirs)}`);
  const how = action === 'create' ? '' : [match && `is ${match.title} here`, ...changes].filter(Boolean).join('; ');
  return [`  ${where[0] ? whereWords(where[0]) : ''}`, `${title} (${type})`, how];
}

function whereWords({ file, line, place }: Where): string {
  return line !== undefined ? `${file}:${line}` : place !== undefined ? `${file} no. ${place}` : file;
}
