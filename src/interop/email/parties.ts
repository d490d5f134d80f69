import type { JobNamed, PersonNamed } from '../import/found.ts';
import { isLabelledSent } from './labels.ts';
import type { Mail, Party } from './mail.ts';
import { isAts, isPerson } from './mailbox-kinds.ts';

/** Who a message is with, seen from the person whose mailbox it is. */
export interface Parties {
  readonly direction: 'in' | 'out';
  /** The human on the other side; undefined where a system writes. */
  readonly person: PersonNamed | undefined;
  /** Whether an applicant tracking system sent it. */
  readonly isAts: boolean;
  /** LinkedIn hands on what people write there by mail. */
  readonly channel: 'email' | 'linkedin';
}

/** @param isOwn whether somebody is the person themselves */
export function partiesOf(mail: Mail, isOwn: (party: Party) => boolean): Parties {
  const { from } = mail;
  if (from && (isOwn(from) || isLabelledSent(mail))) {
    const others = [...mail.to, ...mail.cc].filter((party) => !isOwn(party) && party.address !== from.address);
    const human = others.find(isPerson);
    return {
      direction: 'out',
      person: human && personOf(human),
      isAts: !human && others.some(isAts),
      channel: 'email',
    };
  }
  const handedOn = from && handedOnBy(from);
  if (handedOn) return { direction: 'in', person: handedOn, isAts: false, channel: 'linkedin' };
  const human = from && humanBehind(from, mail, isOwn);
  return {
    direction: 'in',
    person: human && personOf(human),
    isAts: from !== undefined && isAts(from),
    channel: 'email',
  };
}

/** Who reads an answer, where a system sent the message: it says so in Reply-To. */
function humanBehind(from: Party, mail: Mail, isOwn: (party: Party) => boolean): Party | undefined {
  if (isPerson(from)) return from;
  const answers = mail.replyTo.find((party) => isPerson(party) && party.address.includes('@') && !isOwn(party));
  return answers && { name: answers.name || nameOf(from.name), address: answers.address };
}

function handedOnBy({ name, address }: Party): PersonNamed | undefined {
  if (!/@(?:[\w-]+\.)*linkedin\.com$/.test(address)) return undefined;
  const [, written = ''] = /^(.{2,100}?) (?:via|über|par) LinkedIn$/i.exec(name) ?? [];
  return written === '' ? undefined : { name: written };
}

/** A name with what a system adds to it: "Ada Berg from Northwind", "Ada Berg (Northwind)". */
function nameOf(shown: string): string {
  const [, name = shown] = /^(.+?)(?:\s+(?:from|at|bei|von|chez|de chez|via)\s|\s*[([@|])/i.exec(shown) ?? [];
  return name.trim();
}

function personOf({ name, address }: Party): PersonNamed {
  const isFlipped = /^[^,]{2,40}, [^,]{2,40}$/.test(name);
  const shown = isFlipped ? name.split(', ').reverse().join(' ') : name;
  return { ...(shown && { name: shown }), ...(address.includes('@') && { email: address }) };
}

/** The job that goes on, with what this message adds to it. */
export function jobTogether(here: JobNamed | undefined, before: JobNamed | undefined): JobNamed | undefined {
  if (!here || !before) return here ?? before;
  const isSame = !here.company || !before.company || here.company.toLowerCase() === before.company.toLowerCase();
  return isSame ? { ...before, ...here } : here;
}
