import { apply, type Operation } from '../src/domain/changes.ts';
import { type AnyRecord, idOf, type Noun, nounOf } from '../src/domain/noun.ts';
import { NOUNS } from '../src/domain/nouns.ts';
import { type Step, stepOf } from '../src/domain/way-back.ts';

/** All records of a small workspace, by type and id. */
export class World {
  readonly records = new Map<string, AnyRecord>();

  constructor(all: readonly (readonly [Noun, AnyRecord])[]) {
    for (const [noun, record] of all) this.records.set(`${noun.type}/${idOf(noun, record)}`, record);
  }

  read = ({ type, id }: { type: string; id: string }) => this.records.get(`${type}/${id}`);

  of = (type: string) => [...this.records].flatMap(([key, record]) => (key.startsWith(`${type}/`) ? [record] : []));

  make(ref: { type: string; id: string }, operation: Operation): Step | null {
    const noun = nounOf(NOUNS, ref.type);
    const before = this.read(ref);
    const outcome = apply(noun, before, operation, { id: ref.id, now: '2026-07-01T09:00:00.000Z' });
    if ('problem' in outcome) throw new Error(`${ref.type}: ${outcome.problem.detail}`);
    this.records.set(`${ref.type}/${ref.id}`, outcome.record);
    return stepOf(noun, ref, before, outcome.record);
  }

  /** The fields of every record, and whether it is deleted: all that a person sees. */
  seen(): unknown {
    return [...this.records].map(([key, record]) => {
      const { fields } = nounOf(NOUNS, key.split('/')[0] ?? '');
      return [key, record.deleted_at !== null, Object.keys(fields).map((name) => record[name])];
    });
  }
}
