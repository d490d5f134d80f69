/** Numbered from 1 by their place, run once each, never changed once released: a change of the schema is one more. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE records (
    key        INTEGER PRIMARY KEY,
    workspace  TEXT NOT NULL,
    type       TEXT NOT NULL,
    id         TEXT NOT NULL,
    version    INTEGER NOT NULL,
    sequence   INTEGER NOT NULL,
    updated    TEXT NOT NULL,
    due        TEXT NOT NULL,
    expires_at TEXT,
    record     TEXT NOT NULL,
    UNIQUE (workspace, type, id)
  ) STRICT;
  CREATE UNIQUE INDEX records_by_change  ON records (workspace, sequence);
  CREATE INDEX records_by_updated ON records (workspace, type, updated, id) WHERE expires_at IS NULL;
  CREATE INDEX records_by_due     ON records (workspace, type, due, id)     WHERE expires_at IS NULL;
  CREATE INDEX records_by_expiry  ON records (expires_at)                   WHERE expires_at IS NOT NULL;

  -- How many writes there ever were: the clock of the changes, which no change of the wall clock can turn back. A copy of
  -- the file gets an epoch of its own, as its writes go on from there without those of the original.
  CREATE TABLE writes (count INTEGER NOT NULL, epoch TEXT NOT NULL) STRICT;
  INSERT INTO writes VALUES (0, lower(hex(randomblob(8))));

  -- The words and filter terms of the records that are not deleted, by records.key; the text itself stays in the records.
  CREATE VIRTUAL TABLE search USING fts5 (
    words, terms, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2', detail = 'column'
  );

  -- By which rules the words and terms were made: where they are others now, the search is made anew.
  CREATE TABLE search_rules (rules TEXT NOT NULL) STRICT;
  INSERT INTO search_rules VALUES ('');
  `,
  `
  -- The secret address under which a workspace's calendar can be read: of its token only the hash.
  CREATE TABLE feeds (workspace TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, made_at TEXT NOT NULL) STRICT;
  `,
  `
  -- What was sent to the person, and what is being sent: until free_at it is in somebody's hands, or for good.
  CREATE TABLE ledger (
    workspace TEXT NOT NULL,
    day       TEXT NOT NULL,
    what      TEXT NOT NULL,
    channel   TEXT NOT NULL,
    attempt   INTEGER NOT NULL,
    state     TEXT NOT NULL,
    at        TEXT NOT NULL,
    free_at   TEXT NOT NULL,
    detail    TEXT,
    PRIMARY KEY (workspace, day, what, channel)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- How the person is reached: the address, its pause, and the devices, as JSON.
  CREATE TABLE recipients (workspace TEXT PRIMARY KEY, recipient TEXT NOT NULL) STRICT;
  `,
  `
  -- What this installation signs with, one for each purpose.
  CREATE TABLE secrets (purpose TEXT PRIMARY KEY, secret TEXT NOT NULL) STRICT;
  `,
  `
  -- When a clock is to look at a record, for those at which one is.
  ALTER TABLE records ADD COLUMN wakes_at TEXT;
  CREATE INDEX records_by_wake ON records (wakes_at) WHERE wakes_at IS NOT NULL;
  -- What was written down ahead before is looked at once, and says then when again.
  UPDATE records SET wakes_at = updated WHERE type = 'interactions' AND expires_at IS NULL
    AND json_extract(record, '$.occurred_at') > strftime('%Y-%m-%d', 'now', '-1 day');
  `,
  `
  -- What the desktop is to show, until somebody takes it or it is of no use any more.
  CREATE TABLE notices (
    workspace TEXT NOT NULL,
    tag       TEXT NOT NULL,
    title     TEXT NOT NULL,
    body      TEXT NOT NULL,
    url       TEXT NOT NULL,
    until     TEXT NOT NULL,
    UNIQUE (workspace, tag)
  ) STRICT;

  -- By which account mail is sent, as JSON. Its password is in the keychain of the system, never here.
  CREATE TABLE mail_accounts (workspace TEXT PRIMARY KEY, account TEXT NOT NULL) STRICT;
  `,
];
