import { v7 } from 'uuid';
import { apply } from '../src/domain/changes.ts';
import { type AnyRecord, idOf, nounOf } from '../src/domain/noun.ts';
import { NOUNS } from '../src/domain/nouns.ts';
import { type Choices, NO_CHOICES } from '../src/interop/import/choices.ts';
import type { Found, FoundType } from '../src/interop/import/found.ts';
import type { Part, WireOperation } from '../src/interop/import/parts.ts';
import { partsOf } from '../src/interop/import/parts.ts';
import { idsBy, type Plan, type Row, type Standing } from '../src/interop/import/plan.ts';
import { planImport } from '../src/interop/import/plan-import.ts';
import { undoOf } from '../src/interop/import/undo.ts';

export const TODAY = '2026-03-10';

const NOW = `${TODAY}T09:00:00.000Z`;

/** A workspace in memory, changed by the function that the server runs, its effects among it. */
export class Shop {
  readonly records = new Map<string, AnyRecord>();

  /** A record that stands. */
  has(type: string, fields: Record<string, unknown>, id = v7()): string {
    this.do({ op: 'create', type, id, record: fields, change_id: v7() });
    return id;
  }

  do({ type, id, ...operation }: WireOperation): void {
    const noun = nounOf(NOUNS, type);
    const outcome = apply(noun, this.get(type, id), operation, { id, now: NOW });
    if ('problem' in outcome) throw new Error(JSON.stringify(outcome.problem));
    this.records.set(`${type}/${id}`, outcome.record);
    for (const effect of noun.effects?.(outcome.record) ?? []) {
      const standing = this.get(effect.type, effect.id);
      const asked = standing?.deleted_at === null ? effect.edit(standing) : null;
      if (asked) this.do({ op: 'edit', type: effect.type, id: effect.id, ...asked, change_id: v7() });
    }
  }

  get(type: string, id: string): AnyRecord | undefined {
    return this.records.get(`${type}/${id}`);
  }

  of(type: string): AnyRecord[] {
    return [...this.records].flatMap(([key, record]) =>
      key.startsWith(`${type}/`) && record.deleted_at === null ? [record] : [],
    );
  }

  standing(): Standing {
    const of = (type: FoundType) => this.of(type);
    return {
      contacts: of('contacts'),
      applications: of('applications'),
      interactions: of('interactions'),
      tasks: of('tasks'),
    };
  }

  plan(found: readonly Found[], choices: Choices = NO_CHOICES): Plan {
    const items = found.map((one) => ({ found: one }));
    return planImport(items, this.standing(), choices, { today: TODAY, idOf: idsBy(v7) });
  }

  /** Carries a plan out as the driver does. */
  apply(plan: Plan): readonly Part[] {
    const parts = partsOf(plan, { newId: v7, name: 'people.csv', format: 'csv' });
    for (const { record, operations } of parts) for (const operation of [record, ...operations]) this.do(operation);
    return parts;
  }

  undo(parts: readonly Part[]) {
    const done = parts.map(({ record, steps }, place) => ({ import_id: record.id, part: place + 1, steps }));
    const undo = undoOf(done, (type, id) => this.get(type, id), { newId: v7, at: NOW });
    for (const operation of undo.operations) this.do(operation);
    return undo;
  }

  /** What a person sees: the fields of all records that are not deleted, but those of imports. */
  seen(): Record<string, unknown> {
    const shown = [...this.records].filter(
      ([key, { deleted_at }]) => deleted_at === null && !key.startsWith('imports/'),
    );
    return Object.fromEntries(
      shown.map(([key, record]) => {
        const noun = nounOf(NOUNS, key.split('/')[0] ?? '');
        return [key, Object.fromEntries(Object.keys(noun.fields).map((name) => [name, record[name] ?? null]))];
      }),
    );
  }
}

/** Something that a file has, in a line of it. */
export function found(
  type: FoundType,
  line: number,
  fields: Record<string, unknown>,
  more: Partial<Found> = {},
): Found {
  return { type, where: { file: 'people.csv', line }, fields, ...more };
}

/** What becomes of each row, by its title. */
export function actions({ rows }: Pick<Plan, 'rows'>): Record<string, Row['action']> {
  return Object.fromEntries(rows.map(({ title, action }) => [title, action]));
}

export function idIn(record: AnyRecord, type: string): string {
  return idOf(nounOf(NOUNS, type), record);
}

/** A message of somebody, as a mailbox has it. */
export const message = (line: number, more: Partial<Found> = {}, fields: object = {}): Found =>
  found(
    'interactions',
    line,
    { subject: 'Hello', direction: 'in', occurred_at: '2026-03-05T10:00:00Z', channel: 'email', ...fields },
    {
      people: [{ name: 'Ada Lee', email: 'ada@acme.example' }],
      ...more,
    },
  );
