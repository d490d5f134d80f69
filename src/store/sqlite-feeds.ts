import { FEED_TOKEN_BYTES, type Feeds } from './feeds.ts';
import { digestOf } from './secret-digest.ts';
import { openDatabase } from './sqlite-file.ts';

interface Options {
  /** A path, or `:memory:`. */
  readonly file: string;
  readonly now: () => Date;
  /** That many random bytes, fit for secrets. */
  readonly random: (bytes: number) => Uint8Array;
}

/** Keeps the feeds of a laptop in the file of its records. */
export function openSqliteFeeds({ file, now, random }: Options): Feeds & { close(): void } {
  const db = openDatabase(file);
  const put = db.prepare(
    'INSERT INTO feeds (workspace, hash, made_at) VALUES (?, ?, ?) ON CONFLICT (workspace) DO UPDATE SET hash = excluded.hash, made_at = excluded.made_at',
  );
  const byHash = db.prepare('SELECT workspace FROM feeds WHERE hash = ?');
  const byWorkspace = db.prepare('SELECT made_at FROM feeds WHERE workspace = ?');
  const remove = db.prepare('DELETE FROM feeds WHERE workspace = ?');
  return {
    async make(workspace) {
      const token = Buffer.from(random(FEED_TOKEN_BYTES)).toString('base64url');
      put.run(workspace, await digestOf(token), now().toISOString());
      return token;
    },
    async workspaceOf(token) {
      return textOf(byHash.get(await digestOf(token))?.workspace);
    },
    async madeAt(workspace) {
      return textOf(byWorkspace.get(workspace)?.made_at) ?? null;
    },
    async revoke(workspace) {
      remove.run(workspace);
    },
    close: () => db.close(),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
