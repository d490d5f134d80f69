import { choice, email, integer, required, text } from '../../domain/field.ts';
import type { JsonObject } from '../../domain/json.ts';
import { type AnyRecord, defineNoun } from '../../domain/noun.ts';
import { say } from '../words/say-reminders.ts';
import type { MailAccount } from './reminders-api.ts';

const { fields: words, securities } = say.reminders.account;

/** An account of e-mail as a person fills it in: the server looks at it more closely. */
export const mailAccount = defineNoun({
  type: 'mail-account',
  singular: 'account of e-mail',
  idField: 'mail_account_id',
  titleField: 'host',
  fields: {
    host: required(text({ ...words.host, maxLength: 253 })),
    port: required(integer({ ...words.port, min: 1, max: 65_535 })),
    security: required(choice({ ...words.security, choices: securities })),
    user: text({ ...words.user, maxLength: 300 }),
    password: text({ ...words.password, maxLength: 1000 }),
    from: required(text({ ...words.from, maxLength: 300 })),
    to: required(email(words.to)),
  },
});

/** What stands in the form where there is none yet. */
export const USUAL_ACCOUNT = { port: '465', security: 'tls' } as const;

const NEVER = { created_at: '', updated_at: '', version: 0, deleted_at: null };

/** The account as a form shows it; undefined where there is none. */
export function accountRecord(account: MailAccount): AnyRecord | undefined {
  const { has_password: _, source, ...fields } = account;
  return source === null ? undefined : { ...NEVER, ...fields, password: null };
}

/** What is sent of it: all, with what was typed; without a password the one that is known stays. */
export function accountSent(record: AnyRecord | undefined, typed: JsonObject): JsonObject {
  const names = Object.keys(mailAccount.fields);
  const all: JsonObject = Object.fromEntries(names.map((name) => [name, typed[name] ?? record?.[name] ?? null]));
  const { password, user, ...others } = all;
  const isNobody = user === null || user === '';
  return { ...others, user: isNobody ? null : user, ...(password !== null && password !== '' && { password }) };
}
