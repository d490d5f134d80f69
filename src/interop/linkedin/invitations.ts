import type { Bad, Found } from '../import/found.ts';
import type { Context } from './context.ts';
import { saidKey } from './messages.ts';
import { momentOf } from './moment.ts';
import { isSomebody, nameKey, personNamed } from './person.ts';
import { plainText } from './plain-text.ts';
import { keyOfProfile } from './profile.ts';
import { fieldsOf } from './remarks.ts';
import { sourceId } from './source-id.ts';
import { bad, type Row } from './table.ts';

/**
 * An invitation with words in it is a message, unless it is among the messages already. One without is left out: those who
 * accepted are among the connections, and the others are strangers.
 */
export function invitationOf(row: Row, context: Context): Found | Bad | undefined {
  const body = plainText(row.get('message'));
  const direction = directionOf(row.get('direction'));
  if (body === '') return leave('wordless', context);
  if (!direction) return bad(row.where, 'This invitation is neither INCOMING nor OUTGOING.', row.text);
  const isOut = direction === 'out';
  const person = {
    name: row.get(isOut ? 'to' : 'from'),
    url: row.get(isOut ? 'inviteeprofileurl' : 'inviterprofileurl'),
  };
  if (!isSomebody(person)) return leave('nobody', context);
  if (context.said.has(saidKey(person, body))) return leave('answered', context);
  const occurredAt = momentOf(row.get('sent at'), context.zone);
  if (!occurredAt) return bad(row.where, 'This invitation has no date that can be read.', row.text);
  const who = keyOfProfile(person.url) || nameKey(person.name);
  return {
    type: 'interactions',
    where: row.where,
    fields: fieldsOf({
      subject: 'Invitation to connect',
      channel: 'linkedin',
      direction,
      kind: 'message',
      occurred_at: occurredAt,
      body,
      source_id: sourceId('invitation', direction, row.get('sent at'), who),
    }),
    people: [personNamed(person)],
  };
}

function leave(reason: 'wordless' | 'nobody' | 'answered', context: Context): undefined {
  context.leftOut.add(reason);
  return undefined;
}

function directionOf(text: string): 'in' | 'out' | undefined {
  if (/^(incoming|received)$/i.test(text)) return 'in';
  return /^(outgoing|sent)$/i.test(text) ? 'out' : undefined;
}
