import type { JsonObject } from '../../domain/json.ts';
import { nounOf } from '../../domain/noun.ts';
import { NOUNS } from '../../domain/nouns.ts';
import { toText } from '../../domain/typed-text.ts';
import type { Plan, Row } from '../../interop/import/plan.ts';
import type { Replica } from '../sync/replica.ts';
import type { NameOf } from './value-words.ts';

/** What a plan writes, and what those are called that its records are with or about. */
export class PlanRecords {
  readonly #written: ReadonlyMap<string, JsonObject>;
  readonly #replica: Pick<Replica, 'record'>;

  constructor({ writes }: Pick<Plan, 'writes'>, replica: Pick<Replica, 'record'>) {
    this.#written = new Map(writes.map(({ type, id, record }) => [`${type}/${id}`, record]));
    this.#replica = replica;
  }

  /**
   * All fields of a new record as they will be written, what a file says besides among its notes; of one that is here those
   * that stand.
   */
  fieldsOf({ type, id, action, fields }: Pick<Row, 'type' | 'id' | 'action' | 'fields'>): JsonObject {
    const written = action === 'create' ? this.#written.get(`${type}/${id}`) : undefined;
    return written ?? (id === null ? undefined : this.#replica.record({ type, id })) ?? fields;
  }

  readonly nameOf: NameOf = (type, id) => {
    const { titleField } = nounOf(NOUNS, type);
    const named = this.#written.get(`${type}/${id}`)?.[titleField] ?? this.#replica.record({ type, id })?.[titleField];
    return toText(named);
  };
}
