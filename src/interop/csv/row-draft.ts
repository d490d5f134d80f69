import { fold } from '../../domain/search.ts';
import type { Remark } from '../import/found.ts';

const MOST_TAGS = 50;
const LONGEST_TAG = 50;

/** A record while the cells of its row are read: what no field can hold becomes a remark. */
export class RowDraft {
  readonly fields: Record<string, unknown> = {};
  readonly remarks: Remark[];

  /** @param remarks where to put them: the drafts of one row share theirs */
  constructor(remarks: Remark[]) {
    this.remarks = remarks;
  }

  get isEmpty(): boolean {
    return Object.keys(this.fields).length === 0;
  }

  /** Keeps a value in a field; the first one has it, another one is a remark. */
  put(field: string, value: unknown, label: string): void {
    if (!Object.hasOwn(this.fields, field)) this.fields[field] = value;
    else if (this.fields[field] !== value) this.remark(label, String(value));
  }

  remark(label: string, value: string): void {
    this.remarks.push({ label, value });
  }

  /** Tags of several columns are one list. What cannot be a tag is a remark. */
  addTags(tags: readonly string[], label: string): void {
    const before = Array.isArray(this.fields.tags) ? this.fields.tags.map(String) : [];
    const seen = new Set(before.map(fold));
    const all = [...before];
    for (const tag of tags) {
      if (seen.has(fold(tag))) continue;
      seen.add(fold(tag));
      if (tag.length > LONGEST_TAG || all.length === MOST_TAGS) this.remark(label, tag);
      else all.push(tag);
    }
    if (all.length > 0) this.fields.tags = all;
  }

  /** Takes a text out of a field. */
  take(field: string): string {
    const value = this.fields[field];
    delete this.fields[field];
    return typeof value === 'string' ? value : '';
  }
}
