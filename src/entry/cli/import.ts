import { v7 } from 'uuid';
import { type AnyRecord, idOf, nounOf } from '../../domain/noun.ts';
import { NOUNS } from '../../domain/nouns.ts';
import { applyParts, undoParts } from '../../interop/import/apply-parts.ts';
import type { Choices } from '../../interop/import/choices.ts';
import { partsOf } from '../../interop/import/parts.ts';
import { idsBy, type Plan, type Standing } from '../../interop/import/plan.ts';
import { Planner } from '../../interop/import/planner.ts';
import { reportOf } from '../../interop/import/report.ts';
import { finished } from '../../interop/import/work.ts';
import { allOf, type Client, recordOf, resultsOf } from './client.ts';
import { type Command, EXIT, Failure, printJson, type Terminal, type Typed, textOf } from './command.ts';
import { sourceOfFile, sourceOfInput } from './file-source.ts';
import { importedRuns, nameOfRun, partsOfRun } from './import-runs.ts';
import { printPlan, reportWords } from './import-words.ts';
import { readFiles } from './read-files.ts';
import { STANDARD } from './written.ts';

export const importFiles: Command = {
  name: 'import',
  begins: true,
  takes: 'FILE…',
  summary:
    'Brings in contacts, applications, messages and events from files of other programs; shows first what would change; “-” reads the input.',
  options: {
    yes: { type: 'boolean', short: 'y' },
    'dry-run': { type: 'boolean' },
    differing: { type: 'string' },
    likely: { type: 'string' },
    proposals: { type: 'string' },
    own: { type: 'string', multiple: true },
    map: { type: 'string', multiple: true },
    list: { type: 'boolean' },
    undo: { type: 'string' },
  },
  about: {
    yes: 'do not ask',
    'dry-run': 'only show what would change',
    differing: 'where both have a value: mine (default) or theirs',
    likely: 'those that are likely the same: merge (default), create or alone',
    proposals: 'what messages seem to say of an application: accepted or dismissed (default: left open)',
    own: 'an e-mail address of yours: it tells who wrote to whom',
    map: 'what a column of a table is: "Nickname=contacts.name"; nothing after = leaves it out',
    list: 'the imports that were made',
    undo: 'takes an import back, by its id in the list; what was edited since stays',
  },
  async run(terminal, { words, options }) {
    if (options.list === true) return list(terminal);
    const run = textOf(options, 'undo');
    if (run !== undefined) return undo(terminal, run);
    if (words.length === 0) throw new Failure('Say which files: `touchbase import Connections.csv`.', EXIT.usage);
    return bringIn(terminal, words, options);
  },
};

async function bringIn(terminal: Terminal, paths: readonly string[], options: Typed): Promise<number> {
  const choices = choicesOf(options);
  const sources = await Promise.all(
    paths.map((path) => (path === STANDARD ? sourceOfInput(terminal) : sourceOfFile(path))),
  );
  const { entries, formats } = await readFiles(terminal, sources, options);
  const client = await terminal.client();
  const { today } = terminal;
  const standing = await standingOf(client);
  const context = { today: today(), idOf: idsBy(() => v7()) };
  const plan = finished(new Planner(entries).plan(standing, choices, context));
  if (options['dry-run'] === true || !(await isAgreed(terminal, plan, options))) {
    if (terminal.isJson) printJson(terminal, reportOf(plan));
    return EXIT.done;
  }
  const name = sources.map((source) => source.name).join(', ');
  const parts = partsOf(plan, { newId: () => v7(), name, format: formats.join(', ') });
  const { failures, undo: undone } = await applyParts(parts, (some) => batch(client, some), {
    ...(terminal.signal && { signal: terminal.signal }),
    onProgress: (done, of) => terminal.progress(`part ${done} of ${of}`),
    ...reading(client, terminal, parts.length),
  });
  if (undone) throw new Failure('Cancelled. What had been imported was taken back.');
  const report = reportOf(plan, failures);
  if (terminal.isJson) printJson(terminal, report);
  else terminal.out(reportWords(report));
  return failures.length > 0 ? EXIT.refused : EXIT.done;
}

/** The plan is shown, and the person says yes, before or when asked. */
async function isAgreed(terminal: Terminal, plan: Plan, options: Typed): Promise<boolean> {
  if (!terminal.isJson) printPlan(terminal, plan);
  if (plan.writes.length === 0 || options.yes === true) return plan.writes.length > 0;
  const answer = await terminal.ask('Import this? [y/N] ');
  if (answer === null) terminal.note('Nothing was changed. Use --yes to import.\n');
  return /^y(es)?$/i.test(answer?.trim() ?? '');
}

async function list(terminal: Terminal): Promise<number> {
  const runs = await importedRuns(await terminal.client());
  if (terminal.isJson) printJson(terminal, runs);
  else if (runs.length === 0) terminal.note('Nothing was imported yet.\n');
  else for (const run of runs) terminal.out(`${nameOfRun(run)}\n`);
  return EXIT.done;
}

async function undo(terminal: Terminal, run: string): Promise<number> {
  const client = await terminal.client();
  const parts = await partsOfRun(client, run);
  const { undo: undone, failures } = await undoParts(
    parts,
    (some) => batch(client, some),
    reading(client, terminal, parts.length),
  );
  const kept = undone.kept.length;
  if (terminal.isJson) printJson(terminal, { kept: undone.kept, failures });
  else terminal.out(`Undone.${kept === 0 ? '' : kept === 1 ? STAYS : ` ${kept} that were edited since stay.`}\n`);
  return failures.length > 0 ? EXIT.refused : EXIT.done;
}

const STAYS = ' 1 that was edited since stays.';

/** Thousands of records are read page by page, a few one by one. */
function reading(client: Client, { now }: Terminal, parts: number) {
  const one = async (type: string, id: string): Promise<AnyRecord | undefined> => {
    const reply = await client.send('GET', `/v1/${type}/${id}`);
    return reply.status === 404 ? undefined : recordOf(reply);
  };
  const lists = new Map<string, Promise<ReadonlyMap<string, AnyRecord>>>();
  const listed = async (type: string, id: string): Promise<AnyRecord | undefined> => {
    const list = lists.get(type) ?? recordsById(client, type);
    lists.set(type, list);
    return (await list).get(id);
  };
  return { read: parts > 1 ? listed : one, newId: () => v7(), now: () => now().toISOString() };
}

async function recordsById(client: Client, type: string): Promise<ReadonlyMap<string, AnyRecord>> {
  const noun = nounOf(NOUNS, type);
  return new Map((await allOf(client, `/v1/${type}?limit=1000`)).map((record) => [idOf(noun, record), record]));
}

async function batch(client: Client, operations: readonly object[]) {
  const results = resultsOf(await client.send('POST', '/v1/batch', { operations }));
  return results.map(({ status, problem }) => ({ status, problem }));
}

async function standingOf(client: Client): Promise<Standing> {
  const all = (type: string) => allOf(client, `/v1/${type}?limit=1000`);
  const [contacts, applications, interactions, tasks] = await Promise.all([
    all('contacts'),
    all('applications'),
    all('interactions'),
    all('tasks'),
  ]);
  return { contacts, applications, interactions, tasks };
}

function choicesOf(options: Typed): Choices {
  const fields = oneOf(options, 'differing', ['mine', 'theirs']);
  const likely = oneOf(options, 'likely', ['merge', 'create', 'alone']);
  const proposals = oneOf(options, 'proposals', ['accepted', 'dismissed']);
  return { rows: {}, all: { ...(fields && { fields }), ...(likely && { likely }), ...(proposals && { proposals }) } };
}

function oneOf<const Key extends string>(options: Typed, name: string, keys: readonly Key[]): Key | undefined {
  const text = textOf(options, name);
  const known = keys.find((key) => key === text);
  if (text === undefined || known !== undefined) return known;
  throw new Failure(`--${name} takes ${keys.join(' or ')}.`, EXIT.usage);
}
