import * as v from 'valibot';
import type { Noun } from '../../domain/noun.ts';
import { answerOf, bodyOf } from '../sync/server.ts';

const pageSchema = v.array(v.record(v.string(), v.unknown()));

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
  /** JSON. */
  readonly text: string;
  readonly counts: Counts;
}

/** All records as the API gives them, page after page. Fails with `Unreachable`. */
export async function exportAll(exporting: Exporting): Promise<Exported> {
  const file: Record<string, unknown> = { exported_at: exporting.at };
  const counts: Record<string, number> = {};
  for (const { type } of exporting.nouns) {
    const records: unknown[] = [];
    for await (const page of pagesOf(type, exporting.request)) {
      records.push(...page);
      counts[type] = records.length;
      exporting.onRead({ ...counts });
    }
    file[type] = records;
  }
  return { text: JSON.stringify(file, null, 2), counts };
}

async function* pagesOf(type: string, request: typeof fetch): AsyncGenerator<v.InferOutput<typeof pageSchema>> {
  for (let path: string | undefined = `/v1/${type}?limit=1000`; path !== undefined; ) {
    const response: Response = await answerOf(request(path, { signal: AbortSignal.timeout(30_000) }));
    yield await bodyOf(response, pageSchema);
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
