import type { JobNamed, PersonNamed } from '../import/found.ts';
import type { Mail } from './mail.ts';

/** What is known of a conversation from one of its messages, for the others. */
export interface Thread {
  person?: PersonNamed;
  job?: JobNamed;
  /** Whether the person themselves wrote in it. */
  isAnswered?: boolean;
}

const PREFIX = /^\s*(?:(?:re|aw|antw|antwort|fwd?|wg|tr|réf|ref|sv|rif|r)(?:\[\d+\])?\s?:\s*)+/i;
const SHORTEST_SUBJECT = 4;

/** A subject without `Re:`, `Aw:`, `Fwd:` and their like. */
export function baseSubject(subject: string): string {
  return subject.slice(0, 500).replace(PREFIX, '').trim();
}

/**
 * Which messages belong together: by their ids and those that they name (RFC 5256, 3), by Gmail's own number, and by the same subject with the
 * same person: an applicant tracking system
 * writes of one subject for many employers. Ids are kept as numbers, for a mailbox has hundreds of thousands.
 */
export class Threads {
  readonly #parents = new Map<number, number>();
  readonly #threads = new Map<number, Thread>();

  add(mail: Mail, person: PersonNamed | undefined): void {
    const [first, ...others] = keysOf(mail, person);
    if (first === undefined) return;
    for (const other of others) this.#join(first, other);
    if (others.length === 0) this.#root(first);
  }

  of(mail: Mail, person: PersonNamed | undefined): Thread {
    const [first] = keysOf(mail, person);
    if (first === undefined) return {};
    const root = this.#root(first);
    const thread = this.#threads.get(root) ?? {};
    this.#threads.set(root, thread);
    return thread;
  }

  #join(one: number, other: number): void {
    const [root, joined] = [this.#root(one), this.#root(other)];
    if (root === joined) return;
    this.#parents.set(joined, root);
    const [kept, moved] = [this.#threads.get(root), this.#threads.get(joined)];
    if (moved) this.#threads.set(root, { ...moved, ...kept });
    this.#threads.delete(joined);
  }

  #root(key: number): number {
    let root = key;
    for (let up = this.#parents.get(root); up !== undefined && up !== root; up = this.#parents.get(root)) root = up;
    for (let at = key; at !== root; ) {
      const up = this.#parents.get(at) ?? root;
      this.#parents.set(at, root);
      at = up;
    }
    return root;
  }
}

function keysOf(mail: Mail, person: PersonNamed | undefined): number[] {
  const ids = [mail.id, ...mail.references.slice(-50)].filter((id) => id !== '').map((id) => hashOf(`id ${id}`));
  const party = person?.email ?? person?.name;
  const gmail = mail.headers.get('x-gm-thrid');
  if (gmail) ids.push(hashOf(`gmail ${gmail}`));
  const subject = baseSubject(mail.subject).toLowerCase();
  if (subject.length < SHORTEST_SUBJECT || !party) return ids;
  return [...ids, hashOf(`subject ${party} ${subject}`)];
}

/** A number of 53 bits for a text, by two rounds of FNV-1a: no two of a mailbox share one but by a chance of one in millions. */
export function hashOf(text: string): number {
  let [high, low] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x5bd1e995);
    low ^= low >>> 15;
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}
