import { addDays } from '../domain/dates.ts';
import { LEDGER_DAYS, type Ledger, readEntry } from './ledger.ts';
import { answer } from './sqlite-answer.ts';
import { openDatabase } from './sqlite-file.ts';

interface Options {
  /** A path, or `:memory:`. */
  readonly file: string;
  readonly now: () => Date;
}

/** Above every instant. */
const NEVER = '~';

/** Keeps the ledger of a laptop in the file of its records. */
export function openSqliteLedger({ file, now }: Options): Ledger & { close(): void } {
  const db = openDatabase(file);
  const instant = () => now().toISOString();
  db.prepare('DELETE FROM ledger WHERE day < ?').run(addDays(instant().slice(0, 10), -LEDGER_DAYS));
  const claim = db.prepare(`
    INSERT INTO ledger (workspace, day, what, channel, attempt, state, at, free_at) VALUES (?, ?, ?, ?, 1, 'sending', ?5, ?6)
    ON CONFLICT DO UPDATE
      SET attempt = attempt + 1, state = excluded.state, at = excluded.at, free_at = excluded.free_at, detail = NULL
      WHERE free_at <= ?5
    RETURNING attempt`);
  const mark = db.prepare(`
    UPDATE ledger SET state = ?, at = ?, free_at = ?, detail = ?
    WHERE workspace = ? AND day = ? AND what = ? AND channel = ? AND attempt = ? AND state = 'sending'`);
  const latest = db.prepare(
    'SELECT * FROM ledger WHERE workspace = ? ORDER BY day DESC, what DESC, channel DESC LIMIT ?',
  );
  const forget = db.prepare('DELETE FROM ledger WHERE workspace = ?');
  return {
    claim: (workspace, sending, lease) =>
      answer(() => {
        const row = claim.get(workspace, sending.day, sending.what, sending.channel, instant(), lease);
        return row && { ...sending, attempt: Number(row.attempt) };
      }),
    mark: (workspace, { day, what, channel, attempt }, outcome) =>
      answer(() => {
        const free_at = outcome.state === 'delayed' ? outcome.retry : NEVER;
        const end = [outcome.state, instant(), free_at, outcome.detail] as const;
        return mark.run(...end, workspace, day, what, channel, attempt).changes === 1;
      }),
    latest: (workspace, limit) => answer(() => latest.all(workspace, limit).map(readEntry)),
    forget: (workspace) => answer(() => void forget.run(workspace)),
    close: () => db.close(),
  };
}
