import { NOUNS } from '../../domain/nouns.ts';
import { archiveName, archiveOf } from '../../interop/archive/write-archive.ts';
import { allOf } from './client.ts';
import { type Command, EXIT, Failure, type Terminal, type Typed, textOf } from './command.ts';
import { exportSome, FORMS } from './export-some.ts';
import { LISTED } from './find.ts';
import { ABOUT_QUERY, hasFilters, QUERY_OPTIONS } from './query.ts';
import { refuseOverwriting, STANDARD, tellExported, write } from './written.ts';

export const exportCommand: Command = {
  name: 'export',
  takes: '[FILE], or --as csv|vcard|ics [TYPE] [WORD…]',
  summary: 'Writes everything into one ZIP, from which `restore` rebuilds it; or some of it for another program.',
  first: LISTED.map(({ type }) => type),
  options: {
    as: { type: 'string' },
    to: { type: 'string' },
    ahead: { type: 'boolean' },
    force: { type: 'boolean' },
    ...QUERY_OPTIONS,
  },
  about: {
    as: `${FORMS.join(', ')}: the records that \`list\` would find`,
    to: 'the file; - for the standard output',
    ahead: 'with ics: only what lies ahead, from today on',
    force: 'write over a file that is there',
    ...ABOUT_QUERY,
  },
  async run(terminal, { words, options }) {
    return textOf(options, 'as') === undefined
      ? exportAll(terminal, words, options)
      : exportSome(terminal, words, options);
  },
};

async function exportAll(terminal: Terminal, words: readonly string[], options: Typed): Promise<number> {
  if (hasFilters(options) || options.ahead === true || words.length > 1) {
    throw new Failure(`The ZIP has everything. For a part of it say --as ${FORMS.join(', --as ')}.`, EXIT.usage);
  }
  const at = terminal.now().toISOString();
  const file = textOf(options, 'to') ?? words[0] ?? archiveName(at);
  refuseOverwriting(file, options.force === true);
  if (file === STANDARD && Number.isFinite(terminal.width)) {
    throw new Failure('A ZIP is nothing to read on a screen. Name a file, or pipe it on.', EXIT.usage);
  }
  const client = await terminal.client();
  const records = new Map(
    await Promise.all(NOUNS.map(async ({ type }) => [type, await allOf(client, `/v1/${type}?limit=1000`)] as const)),
  );
  await write(terminal, file, archiveOf({ nouns: NOUNS, records, at }));
  const counts = Object.fromEntries([...records].map(([type, all]) => [type, all.length]));
  tellExported(terminal, file, counts);
  return EXIT.done;
}
