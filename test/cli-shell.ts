import { strFromU8, strToU8 } from 'fflate';
import { runCli } from '../src/entry/cli/run.ts';
import { temporaryFolder } from './temporary-folder.ts';

interface Person {
  /** What stands in the standard input. */
  readonly input?: string;
  /** What they answer to a question; without one nobody is there. */
  readonly answer?: string;
  readonly signal?: AbortSignal;
  /** Of their screen. */
  readonly width?: number;
}

/** A database of its own, and the program as a shell runs it. */
export function shell(folder = temporaryFolder()) {
  const run = async (
    line: readonly string[],
    { input = '', answer, signal, width = Number.POSITIVE_INFINITY }: Person = {},
  ) => {
    const said = { out: '', note: '' };
    const code = await runCli(line, {
      env: { TOUCHBASE_DATA: folder },
      out: (text) => {
        said.out += text;
      },
      bytes: async (piece) => {
        said.out += strFromU8(piece, true);
      },
      note: (text) => {
        said.note += text;
      },
      progress: () => {},
      ask: async () => answer ?? null,
      signal,
      input: async () => strToU8(input),
      width,
      now: () => new Date('2026-03-10T09:00:00Z'),
    });
    return { code, ...said };
  };
  const json = async (...line: readonly string[]) => JSON.parse((await run([...line, '--json'])).out);
  return { folder, run, json };
}
