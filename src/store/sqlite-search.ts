import type { DatabaseSync } from 'node:sqlite';
import { filterFields, filterValues, searchText } from '../domain/listing.ts';
import { type AnyRecord, type Noun, nounOf } from '../domain/noun.ts';
import { FOLDING, fold } from '../domain/search.ts';
import { inTransaction } from './sqlite-file.ts';
import type { ListQuery } from './store.ts';

export interface SearchIndex {
  /** Makes what a record is found by what it says now; a deleted one is not found. */
  update(key: number, noun: Noun, record: AnyRecord): void;
}

/** Opens the search index. Where it was made by other rules (a field that filters now, a new folding) it is made anew. */
export function openSearch(db: DatabaseSync, nouns: readonly Noun[]): SearchIndex {
  const remove = db.prepare('DELETE FROM search WHERE rowid = ?');
  const insert = db.prepare('INSERT INTO search (rowid, words, terms) VALUES (?, ?, ?)');
  const rules = rulesOf(nouns);
  if (db.prepare('SELECT rules FROM search_rules').get()?.rules !== rules) inTransaction(db, rebuild);
  return { update };

  function update(key: number, noun: Noun, record: AnyRecord): void {
    remove.run(key);
    if (record.deleted_at === null) insert.run(key, searchText(noun, record), terms(noun, record).join(' '));
  }

  function rebuild(): void {
    db.exec("INSERT INTO search (search) VALUES ('delete-all')");
    const rows = db.prepare('SELECT key, type, record FROM records WHERE expires_at IS NULL').iterate();
    for (const { key, type, record } of rows) {
      if (nouns.some((noun) => noun.type === type)) {
        update(Number(key), nounOf(nouns, String(type)), JSON.parse(String(record)));
      }
    }
    db.prepare('UPDATE search_rules SET rules = ?').run(rules);
  }
}

/** An FTS5 query (https://sqlite.org/fts5.html#full_text_query_syntax); every text in it is a quoted string. */
export function matchExpression({ words = [], values = {} }: ListQuery): string {
  const conditions = [
    ...words.map((word) => `words : "${word}" *`),
    ...Object.entries(values).map(([name, value]) => `terms : "${term(name, fold(value))}"`),
  ];
  return conditions.join(' AND ');
}

/** All by which a record is turned into words and terms. */
function rulesOf(nouns: readonly Noun[]): string {
  const fieldsOf = ({ fields }: Noun) =>
    Object.entries(fields).map(([name, { filter, choices, typed }]) => [name, filter, choices, typed]);
  return JSON.stringify([FOLDING, nouns.map((noun) => [noun.type, fieldsOf(noun)])]);
}

function terms(noun: Noun, record: AnyRecord): string[] {
  return filterFields(noun.fields).flatMap(({ name }) =>
    filterValues(noun, record, name).map((value) => term(name, value)),
  );
}

/** A field's value as one token: hexadecimal, as the tokenizer would split anything else. */
function term(name: string, value: string): string {
  return Buffer.from(`${name}=${value}`).toString('hex');
}
