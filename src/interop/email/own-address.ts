import { fold } from '../../domain/search.ts';
import type { Reading } from '../import/format.ts';
import type { Source } from '../import/source.ts';
import { isLabelledSent } from './labels.ts';
import { headerOf, type Mail, mailOf, type Party } from './mail.ts';
import { isPerson } from './mailbox-kinds.ts';
import { mailboxIn } from './recognise.ts';
import { messagesOf } from './split.ts';

/**
 * The person's own address, as the messages of a mailbox tell it: the one that is in more than half of them, and in more
 * than any other. Null where none is, so that the person is asked. Reads the whole source, but only the heads.
 */
export async function ownAddressOf(source: Source): Promise<string | null> {
  const tally = new OwnTally();
  const isMailbox = await mailboxIn(source);
  for await (const { messages } of messagesOf(source, { isMailbox, headersOnly: true })) {
    for (const { bytes } of messages) {
      const mail = await mailOf(bytes);
      if (mail) tally.add(mail);
    }
  }
  return tally.address();
}

/** Counts in how many messages each address is. */
export class OwnTally {
  readonly #counts = new Map<string, number>();
  #messages = 0;

  add(mail: Mail): void {
    this.#messages += 1;
    const parties = [...mail.to, ...mail.cc, ...(mail.from ? [mail.from] : [])];
    for (const address of new Set(parties.filter(isPerson).map((one) => one.address))) this.#count(address, 1);
    // Where it was put, and who sent what lies among the sent: no one but the owner of the mailbox.
    for (const header of ['delivered-to', 'x-original-to', 'envelope-to']) {
      const address = headerOf(mail, header).replace(/[<>]/g, '').toLowerCase();
      if (address !== '') this.#count(address, 0.5);
    }
    if (mail.from && isLabelledSent(mail)) this.#count(mail.from.address, 0.5);
  }

  address(): string | null {
    const [first, second] = [...this.#counts].sort(([, a], [, b]) => b - a);
    if (!first || first[0] === '' || first[1] * 2 <= this.#messages) return null;
    return first[1] > (second?.[1] ?? 0) && first[1] > 1 ? first[0] : null;
  }

  #count(address: string, by: number): void {
    if (address.length <= 254) this.#counts.set(address, (this.#counts.get(address) ?? 0) + by);
  }
}

/** By which it is told whether somebody in a message is the person themselves. */
export function ownParty(own: Reading['own'], found: string | null): (party: Party) => boolean {
  const addresses = new Set(
    (own.emails.length > 0 || found === null ? own.emails : [found]).map((one) => one.trim().toLowerCase()),
  );
  const names = new Set(own.names.map(wordsOf).filter((name) => name !== ''));
  return ({ name, address }) =>
    addresses.has(address) || (name !== '' && names.has(wordsOf(name)) && !isOnBehalf(address));
}

/** A system that writes in the person's own name, such as a form, is not the person. */
const isOnBehalf = (address: string) => address !== '' && !isPerson({ name: '', address });

/** "Ada Berg" and "Berg, Ada" are one name. */
const wordsOf = (name: string) =>
  fold(name)
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .sort()
    .join(' ');
