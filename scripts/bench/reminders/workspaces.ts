import { addDays, type CalendarDate } from '../../../src/domain/dates.ts';
import { type AnyRecord, idOf } from '../../../src/domain/noun.ts';
import { NOUNS } from '../../../src/domain/nouns.ts';
import { storyApplications, storyContacts, storyInteractions, storyTasks } from '../../../src/entry/story.ts';
import { itemOf } from '../../../src/store/dynamodb-item.ts';
import { itemBytes, readUnits } from './item-bytes.ts';

/** How much a person has written down. Of those with nothing due no digest is sent. */
export interface Workspace {
  readonly size: SizeName;
  /** Of a hundred people, so many. */
  readonly share: number;
  readonly records: ReadonlyMap<string, readonly AnyRecord[]>;
  /** What it takes to read all of each noun. */
  readonly reads: ReadonlyMap<string, readonly number[]>;
  readonly count: number;
  readonly bytes: number;
  readonly isQuiet: boolean;
}

export const SIZES = ['nothing due', 'just begun', 'in the middle', 'half a year'] as const;
export type SizeName = (typeof SIZES)[number];

type Counts = readonly [share: number, contacts: number, applications: number, interactions: number, tasks: number];
const COUNTS: Readonly<Record<SizeName, Counts>> = {
  'nothing due': [20, 12, 0, 0, 0],
  'just begun': [50, 12, 10, 30, 6],
  'in the middle': [25, 30, 35, 150, 20],
  'half a year': [5, 1000, 1000, 1000, 1000],
};

/** As many as one query of a list reads at most. */
const PAGE = 502;

/** Workspaces of every size, cut out of the story, and the smallest of all with which a person is still told something. */
export function workspaces(today: CalendarDate): { readonly all: readonly Workspace[]; readonly least: Workspace } {
  const all = SIZES.map((size) => workspace(size, COUNTS[size], today));
  return { all, least: workspace('just begun', [0, 2, 1, 2, 1], today) };
}

function workspace(
  size: SizeName,
  [share, contacts, applications, interactions, tasks]: Counts,
  today: CalendarDate,
): Workspace {
  const isQuiet = applications === 0;
  const quiet = { next_follow_up: null, status: 'closed' };
  const due = {
    due_on: addDays(today, -1),
    done_at: null,
    snoozed_until: null,
    contact_id: null,
    application_id: null,
  };
  const records = new Map<string, readonly AnyRecord[]>([
    [
      'contacts',
      storyContacts(today)
        .slice(0, contacts)
        .map((one) => ({ ...one, ...(isQuiet && quiet) })),
    ],
    [
      'applications',
      openFirst(storyApplications(today))
        .slice(0, applications)
        .map((one) => ({ ...one })),
    ],
    [
      'interactions',
      storyInteractions(today)
        .slice(0, interactions)
        .map((one) => ({ ...one })),
    ],
    [
      'tasks',
      storyTasks(today)
        .slice(0, tasks)
        .map((one, place) => ({ ...one, ...(place === 0 && due) })),
    ],
  ]);
  const bytes = new Map([...records].map(([type, all]) => [type, all.map((record) => bytesOf(type, record))]));
  return {
    size,
    share,
    records,
    reads: new Map([...bytes].map(([type, all]) => [type, readsOf(all)])),
    count: [...records.values()].flat().length,
    bytes: sum([...bytes.values()].flat()),
    isQuiet,
  };
}

/** Interviews are about the first. */
function openFirst<One extends { readonly stage: string | null }>(all: readonly One[]): readonly One[] {
  return [...all.filter(({ stage }) => stage === 'interview'), ...all.filter(({ stage }) => stage !== 'interview')];
}

function bytesOf(type: string, record: AnyRecord): number {
  const noun = NOUNS.find((one) => one.type === type);
  if (!noun) throw new Error(`There is no noun ${type}.`);
  return itemBytes(itemOf('0'.repeat(WORKSPACE_LENGTH), noun, { type, id: idOf(noun, record), record }));
}

/** So long the name of a workspace is: a SHA-256 in base64url. */
export const WORKSPACE_LENGTH = 43;

/** Each query of a list reads a page, of at most 1 MB. */
function readsOf(bytes: readonly number[]): readonly number[] {
  const pages = Math.max(1, Math.ceil(bytes.length / PAGE));
  return Array.from({ length: pages }, (_, page) => readUnits(sum(bytes.slice(page * PAGE, (page + 1) * PAGE))));
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
