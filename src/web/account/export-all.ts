import * as v from 'valibot';
import type { AnyRecord, Noun } from '../../domain/noun.ts';
import { archiveName, archiveOf } from '../../interop/archive/write-archive.ts';
import { answerOf, bodyOf } from '../sync/server.ts';
import { recordSchema } from '../sync/wire.ts';

/** How many records there are, by the type of their noun. */
export type Counts = Readonly<Record<string, number>>;

export interface Exporting {
  readonly request: typeof fetch;
  readonly nouns: readonly Noun[];
  /** When it is made: an ISO 8601 instant. */
  readonly at: string;
  /** Told how many records there are so far. */
  readonly onRead: (counts: Counts) => void;
}

export interface Exported {
  /** What the file is called. */
  readonly name: string;
  /** Of a ZIP, in order. */
  readonly pieces: readonly Uint8Array[];
  readonly counts: Counts;
}

/** All records as the API gives them, page after page, as one ZIP. Fails with `Unreachable`. */
export async function exportAll(exporting: Exporting): Promise<Exported> {
  const { nouns, at } = exporting;
  const all = new Map<string, readonly AnyRecord[]>();
  const counts: Record<string, number> = {};
  for (const noun of nouns) {
    const { type } = noun;
    const records: AnyRecord[] = [];
    for await (const page of pagesOf(noun, exporting.request)) {
      records.push(...page);
      counts[type] = records.length;
      exporting.onRead({ ...counts });
    }
    all.set(type, records);
  }
  const pieces = [...archiveOf({ nouns, records: all, at })];
  return { name: archiveName(at), pieces, counts };
}

async function* pagesOf(noun: Noun, request: typeof fetch): AsyncGenerator<readonly AnyRecord[]> {
  const page = v.array(recordSchema(noun));
  for (let path: string | undefined = `/v1/${noun.type}?limit=1000`; path !== undefined; ) {
    const response: Response = await answerOf(request(path, { signal: AbortSignal.timeout(30_000) }));
    yield await bodyOf(response, page);
    path = nextOf(response.headers.get('Link'));
  }
}

/** The path of the next page (RFC 8288); it begins where the API does, whatever host it is given with. */
function nextOf(link: string | null): string | undefined {
  const target = /<([^>]*)>\s*;\s*rel="?next"?/.exec(link ?? '')?.[1];
  if (target === undefined) return undefined;
  const { pathname, search } = new URL(target, 'https://api.invalid');
  return pathname + search;
}
