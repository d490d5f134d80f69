import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type Source, sourceOf } from '../../interop/import/source.ts';
import { EXIT, Failure, type Terminal } from './command.ts';

/** A file of this machine, to be read as often as needed. @throws Failure where there is none */
export function sourceOfFile(path: string): Source {
  const size = sizeOf(path);
  return {
    name: basename(path),
    size,
    stream: () => createReadStream(path),
    from: (start) => createReadStream(path, { start }),
  };
}

/** What is piped in, under a name that says so. */
export async function sourceOfInput({ input }: Terminal): Promise<Source> {
  return sourceOf('standard input', await input());
}

function sizeOf(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile()) return stats.size;
  throw new Failure(stats ? `${path} is no file: name the files in it.` : `There is no file ${path}.`, EXIT.notFound);
}
