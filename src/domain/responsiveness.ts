import { type Conversed, conversationsOf, inOrder, type Turn, turnsOf } from './conversations.ts';
import { type CalendarDate, daysBetween } from './dates.ts';
import { median } from './median.ts';
import { fold } from './search.ts';

/** How often and how soon somebody answers. */
export interface Responsiveness {
  /** How many messages and calls of mine there were. */
  readonly messages: number;
  /** How many of them were answered before I wrote again. */
  readonly replies: number;
  /** `replies` of `messages`, from 0 to 1; null without messages. */
  readonly share: number | null;
  /** Calendar days from a message to its reply; null without replies. */
  readonly medianDays: number | null;
}

/** Of somebody to whom I never wrote. */
export const NEVER_ASKED: Responsiveness = { messages: 0, replies: 0, share: null, medianDays: null };

/**
 * The responsiveness of contacts, whatever it was about.
 *
 * @param today what is dated after it was not said yet
 * @returns by contact_id; who was never spoken with is absent, and `NEVER_ASKED`
 */
export function responsivenessOfContacts(
  { interactions }: Pick<Conversed, 'interactions'>,
  today: CalendarDate,
): ReadonlyMap<string, Responsiveness> {
  const spoken = turnsOf(interactions, today).filter(({ interaction }) => interaction.contact_id !== null);
  const byContact = Map.groupBy(spoken, ({ interaction }) => interaction.contact_id ?? '');
  return new Map([...byContact].map(([id, turns]) => [id, responsiveness(exchangesOf(inOrder(turns)))]));
}

/**
 * The responsiveness of companies: of the company that an application names, else of that of the contact, else of the
 * recruiter's. A message to one person is answered there by whoever of them speaks next in the same conversation.
 *
 * @param today what is dated after it was not said yet
 * @returns by the name that `companyKey` gives
 */
export function responsivenessOfCompanies(
  records: Conversed,
  today: CalendarDate,
): ReadonlyMap<string, Responsiveness> {
  const contacts = new Map(records.contacts.map((one) => [one.contact_id, one]));
  const byCompany = new Map<string, Exchange[]>();
  for (const { application, contact, turns } of conversationsOf(records, today)) {
    for (const exchange of exchangesOf(turns)) {
      const person = contact ?? contacts.get(exchange.message.interaction.contact_id ?? '');
      const company = companyKey(application?.company ?? person?.company ?? person?.recruiter_company ?? '');
      if (company !== '') byCompany.set(company, [...(byCompany.get(company) ?? []), exchange]);
    }
  }
  return new Map([...byCompany].map(([company, exchanges]) => [company, responsiveness(exchanges)]));
}

/** What two spellings of a company's name have in common: no case, no accents, no spaces around. */
export function companyKey(name: string): string {
  return fold(name.trim());
}

/** A message of mine, and what they said before my next one. */
interface Exchange {
  readonly message: Turn;
  readonly reply: Turn | null;
}

function exchangesOf(turns: readonly Turn[]): readonly Exchange[] {
  return turns.flatMap((message, index) => {
    const next = turns[index + 1];
    return message.by === 'me' && message.isOwn ? [{ message, reply: next && next.by !== 'me' ? next : null }] : [];
  });
}

function responsiveness(exchanges: readonly Exchange[]): Responsiveness {
  if (exchanges.length === 0) return NEVER_ASKED;
  const days = exchanges.flatMap(({ message, reply }) => (reply ? [daysBetween(message.on, reply.on)] : []));
  const [messages, replies] = [exchanges.length, days.length];
  return { messages, replies, share: replies / messages, medianDays: median(days) };
}
