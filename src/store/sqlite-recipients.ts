import {
  type Change,
  isPaused,
  NOBODY,
  readRecipient,
  withDevice,
  withEmail,
  withoutDevice,
  withPause,
} from './recipient-changes.ts';
import type { Recipient, Recipients } from './recipients.ts';
import { answer } from './sqlite-answer.ts';
import { inTransaction, openDatabase } from './sqlite-file.ts';

interface Options {
  /** A path, or `:memory:`. */
  readonly file: string;
  readonly now: () => Date;
}

/** Keeps how the person of a laptop is reached in the file of their records. */
export function openSqliteRecipients({ file, now }: Options): Recipients & { close(): void } {
  const db = openDatabase(file);
  const get = db.prepare('SELECT recipient FROM recipients WHERE workspace = ?');
  const put = db.prepare('INSERT OR REPLACE INTO recipients (workspace, recipient) VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM recipients WHERE workspace = ?');
  return {
    of: (workspace) => answer(() => read(workspace)),
    keepEmail: (workspace, email) => changed(workspace, withEmail(email)),
    async pause(workspace, reason, email) {
      const pause = withPause({ reason, at: now().toISOString() }, email);
      return isPaused(await answer(() => change(workspace, pause)), email);
    },
    keepDevice: (workspace, device) => changed(workspace, withDevice(device)),
    dropDevice: (workspace, deviceId) => changed(workspace, withoutDevice(deviceId)),
    forget: (workspace) => answer(() => void remove.run(workspace)),
    close: () => db.close(),
  };

  function changed(workspace: string, next: Change): Promise<void> {
    return answer(() => void change(workspace, next));
  }

  /** In a transaction, as another process may have the file, too. */
  function change(workspace: string, next: Change): Recipient {
    return inTransaction(db, () => {
      const standing = read(workspace);
      const recipient = next(standing);
      if (recipient !== standing) put.run(workspace, JSON.stringify(recipient));
      return recipient;
    });
  }

  function read(workspace: string): Recipient {
    const row = get.get(workspace);
    return row ? readRecipient(JSON.parse(String(row.recipient))) : NOBODY;
  }
}
