import type { Reading } from '../import/format.ts';
import type { Found, Item, Where } from '../import/found.ts';
import { bodyOf } from './body.ts';
import { classify } from './classify.ts';
import { withoutHistory } from './fold-history.ts';
import { companyOf, jobIn } from './job.ts';
import { asideOf } from './labels.ts';
import { headerOf, type Mail, type Party } from './mail.ts';
import { isBulk, isPerson } from './mailbox-kinds.ts';
import { ownParty } from './own-address.ts';
import { jobTogether, type Parties, partiesOf } from './parties.ts';
import { hashOf, Threads } from './threads.ts';
import { arrivalOf } from './when.ts';

const LONGEST_ID = 500;

/** Why messages are left out, in words that follow their number. */
const LEFT_OUT = {
  spam: ['message in spam', 'messages in spam'],
  deleted: ['deleted message', 'deleted messages'],
  draft: ['draft that was not sent', 'drafts that were not sent'],
  twice: ['message that stands in the file twice', 'messages that stand in the file twice'],
  bulk: [
    'newsletter or automatic message about something else',
    'newsletters and automatic messages about something else',
  ],
  nobody: ['message that names neither a person nor a job', 'messages that name neither a person nor a job'],
} as const;

/** What a whole mailbox tells about each of its messages: whose it is, and which belong together. */
export class Conversations {
  readonly #threads = new Threads();
  readonly #seen = new Set<number>();
  readonly #leftOut = new Map<keyof typeof LEFT_OUT, number>();
  readonly #isOwn: (party: Party) => boolean;

  /** @param address what `ownAddressOf` told, where the person told none */
  constructor(own: Reading['own'], address: string | null) {
    this.#isOwn = ownParty(own, address);
  }

  /** First, for the head of each message: what its thread has from it. */
  learn(mail: Mail): void {
    const parties = partiesOf(mail, this.#isOwn);
    this.#threads.add(mail, parties.person);
    const thread = this.#threads.of(mail, parties.person);
    if (parties.direction === 'out') thread.isAnswered = true;
    if (parties.person && !thread.person && !isBulk(mail)) thread.person = parties.person;
    const job = parties.direction === 'in' && !isBulk(mail) ? jobIn(mail.subject, '') : undefined;
    if (job && !thread.job) thread.job = job;
  }

  /** Then, once all are learnt: a message as an interaction; undefined where it is left out, which is counted. */
  itemOf(mail: Mail, where: Where, envelope: string): Item | undefined {
    const aside = asideOf(mail);
    if (aside) return this.#leave(aside);
    const occurred_at = mail.sentAt ?? arrivalOf(headerOf(mail, 'received'), envelope);
    if (occurred_at === undefined) return undated(mail, where);
    const source_id = sourceIdOf(mail, occurred_at);
    if (this.#seen.has(hashOf(source_id))) return this.#leave('twice');
    this.#seen.add(hashOf(source_id));
    return this.#found(mail, where, { occurred_at, source_id });
  }

  /** How many messages were left out, for each reason. */
  leftOut(file: string): Item[] {
    return [...this.#leftOut].map(([why, count]) => {
      const [one, many] = LEFT_OUT[why];
      return { leftOut: { where: { file }, what: `${count} ${count === 1 ? one : many}` } };
    });
  }

  #found(mail: Mail, where: Where, told: { occurred_at: string; source_id: string }): Item | undefined {
    const parties = partiesOf(mail, this.#isOwn);
    const thread = this.#threads.of(mail, parties.person);
    const text = withoutHistory(mail.text);
    const isIn = parties.direction === 'in';
    const proposal = isIn ? classify(mail.subject, text) : undefined;
    if (isIn && !proposal && !thread.isAnswered && isAboutSomethingElse(mail, parties)) return this.#leave('bulk');
    const job = jobTogether(isIn ? this.#jobOf(mail, text, parties) : undefined, thread.job);
    const person = parties.person ?? thread.person;
    if (!person && !job) return proposal ? unnamed(mail, where) : this.#leave('nobody');
    if (job) thread.job = job;
    const found: Found = {
      type: 'interactions',
      where,
      fields: {
        ...(mail.subject && { subject: mail.subject }),
        channel: parties.channel,
        direction: parties.direction,
        kind: 'message',
        occurred_at: told.occurred_at,
        body: bodyOf(text, mail.attachments),
        source_id: told.source_id,
      },
      ...(person && { people: [person] }),
      ...(job && { job }),
      ...(proposal && { proposal }),
    };
    return { found };
  }

  #jobOf(mail: Mail, text: string, parties: Parties) {
    const job = jobIn(mail.subject, text);
    const company = parties.isAts && mail.from ? companyOf(mail.from) : undefined;
    return company && !job?.company ? { company, ...job } : job;
  }

  #leave(why: keyof typeof LEFT_OUT): undefined {
    this.#leftOut.set(why, (this.#leftOut.get(why) ?? 0) + 1);
  }
}

/** No rule holds, and it went to many or nobody reads an answer to it. */
function isAboutSomethingElse(mail: Mail, { isAts, channel }: Parties): boolean {
  if (channel === 'linkedin') return false;
  return isBulk(mail) || (!isAts && mail.from !== undefined && !isPerson(mail.from) && mail.replyTo.length === 0);
}

/** By the Message-ID, or, where there is none, by what a message cannot lose on its way. */
function sourceIdOf(mail: Mail, occurredAt: string): string {
  if (mail.id !== '' && mail.id.length <= LONGEST_ID) return mail.id;
  const minute = new Date(occurredAt).toISOString().slice(0, 16);
  const from = mail.from?.address || mail.from?.name || '';
  const content = hashOf(`${mail.id} ${mail.subject} ${mail.text.replace(/\s+/g, ' ').slice(0, 2_000)}`);
  return `mail:${minute}:${from.slice(0, 254)}:${content.toString(36)}`;
}

function undated(mail: Mail, where: Where): Item {
  const why = 'This message has no date that can be read, so it has no place among the others: add it by hand.';
  return { bad: { where, why, excerpt: excerptOf(mail) } };
}

function unnamed(mail: Mail, where: Where): Item {
  const why = 'This message is about an application but names neither a person nor a company: add it by hand.';
  return { bad: { where, why, excerpt: excerptOf(mail) } };
}

/** The beginning of a message, for a person to know it by. */
function excerptOf({ from, subject, text }: Mail): string {
  return [from?.name || from?.address, subject, text].filter(Boolean).join(' · ').slice(0, 200);
}
