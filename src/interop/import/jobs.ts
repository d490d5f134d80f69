import { companyKey } from '../../domain/company-name.ts';
import { rowsOf } from '../../domain/history.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import type { Drafts } from './drafts.ts';
import type { JobNamed } from './found.ts';
import { marksOf, textOf } from './identity.ts';
import { Shelves } from './shelves.ts';

/** Finds the application that is named, among those that stand and those that the import brings. */
export class Jobs {
  readonly #drafts: Drafts;
  readonly #byMark = new Shelves<string>();
  readonly #byCompany = new Map<string, string[]>();
  readonly #begun = new Set<string>();
  readonly #byContact = new Map<string, string[]>();

  constructor(drafts: Drafts) {
    this.#drafts = drafts;
    for (const id of drafts.idsOf('applications')) this.#add(id);
  }

  /** An application that a message began. */
  begin(id: string): void {
    this.#begun.add(id);
    this.#add(id);
  }

  /** The first that is found. */
  findAny(named: readonly JobNamed[]): string | null {
    return named.map((job) => this.find(job)).find((id) => id !== null) ?? null;
  }

  /** The same, among those that messages began. */
  findBegun(named: readonly JobNamed[]): string | null {
    const id = this.#begun.size > 0 ? this.findAny(named) : null;
    return id !== null && this.#begun.has(id) ? id : null;
  }

  #add(id: string): void {
    const record = this.#drafts.get('applications', id);
    if (!record) return;
    this.#byMark.add(id, anyChannel(record));
    push(this.#byCompany, companyKey(textOf(record.company)), id);
    for (const { contact_id } of rowsOf<JsonObject>(record, 'contact_ids')) {
      push(this.#byContact, textOf(contact_id), id);
    }
  }

  /** By its posting, by position and company, or by the company where it has one application, or one open; else null. */
  find({ company, position, url }: JobNamed): string | null {
    const found = [...this.#byMark.find(anyChannel({ company, position, url })).keys()];
    if (found.length > 0) return this.#only(found) ?? found[0] ?? null;
    const employer = companyKey(company ?? '');
    return position || employer === '' ? null : this.#only(this.#byCompany.get(employer) ?? []);
  }

  /** The one application, or the one open, that a contact is part of. */
  ofContact(id: string): string | null {
    return this.#only(this.#byContact.get(id) ?? []);
  }

  #only(ids: readonly string[]): string | null {
    const open = ids.filter((id) => this.#drafts.get('applications', id)?.stage !== 'closed');
    const [only = null, ...others] = open.length === 1 ? open : ids;
    return others.length === 0 ? only : null;
  }
}

/** A message does not say through whom a person applied. */
function anyChannel(values: JsonObject | AnyRecord) {
  const marks = marksOf('applications', { position: values.position, company: values.company, url: values.url });
  return marks.map((mark) => ({ ...mark, variant: null }));
}

function push(map: Map<string, string[]>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids) ids.push(id);
  else if (key !== '') map.set(key, [id]);
}
