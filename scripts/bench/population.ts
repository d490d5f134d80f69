import { v7 } from 'uuid';
import { localDate } from '../../src/domain/dates.ts';
import { NEVER, type Order } from '../../src/domain/listing.ts';
import { seededRandom } from '../../src/entry/story/seeded-random.ts';
import type { Position } from '../../src/store/store.ts';
import { generateFields } from './generate.ts';

const MINUTES_BETWEEN_WRITES = 5;

/** The contacts of a benchmark, the same ones on every run, and the time in which they live. */
export class Population {
  readonly #random = seededRandom(20_260_301);
  readonly #members: { readonly id: string; readonly updated: string; readonly due: string }[] = [];
  #at = Date.parse('2025-01-01T09:00:00.000Z');

  get size(): number {
    return this.#members.length;
  }

  readonly now = (): Date => new Date(this.#at);

  /** Time goes on with each write, so that none is new any more to who asks for changes after it. */
  passTime(): void {
    this.#at += MINUTES_BETWEEN_WRITES * 60_000;
  }

  /** The next contact, which belongs to the population from now on. */
  grow() {
    this.passTime();
    const id = v7({ msecs: this.#at, random: Uint8Array.from({ length: 16 }, () => this.#random() * 256) });
    const fields = this.newFields();
    this.#members.push({ id, updated: this.now().toISOString(), due: fields.next_follow_up ?? NEVER });
    return { id, fields };
  }

  /** The fields of someone who does not belong to the population yet. */
  newFields() {
    return generateFields(this.size, localDate(this.now()), this.#random);
  }

  /** The number of a contact, from 0. */
  anyNumber(): number {
    return Math.floor(this.#random() * this.size);
  }

  anyId(): string {
    return this.#members[this.anyNumber()]?.id ?? '';
  }

  /** Where the second half of a list begins. */
  middle(order: Order): Position {
    const positions = this.#members.map(({ id, updated, due }) => ({ id, key: { created: '', updated, due }[order] }));
    positions.sort((a, b) => (`${a.key} ${a.id}` < `${b.key} ${b.id}` ? -1 : 1));
    return positions[Math.floor(this.size / 2)] ?? { key: '', id: '' };
  }
}
