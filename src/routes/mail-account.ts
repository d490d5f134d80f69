import * as v from 'valibot';
import { type FieldError, invalidFields } from '../domain/errors.ts';
import { choice, email, type Field, integer, message, required, text } from '../domain/field.ts';
import type { JsonObject } from '../domain/json.ts';
import { parseField, parseFields } from '../domain/noun.ts';
import type { JsonSchema } from '../http/json-schema.ts';
import { Refusal } from '../http/problem.ts';
import { type Answer, type Call, endpoint, type Route } from '../http/route.ts';
import { type MailAccount, readMailAccount } from '../store/mail-account.ts';
import type { DesktopServices, KeptMail } from './desktop-services.ts';

const PATH = '/v1/mail-account';

/** By which account a laptop sends mail. Its password comes in and never goes out. */
export const mailAccount: Route<DesktopServices> = {
  name: 'mail-account',
  access: 'write',
  caller: 'identity',
  endpoints: () => [
    endpoint({
      method: 'GET',
      path: PATH,
      summary: 'Read the mail account',
      description: 'By which account reminders are mailed. Nobody is told its password.',
      answers: { 200: ANSWER },
      handle: answer,
    }),
    endpoint({
      method: 'PUT',
      path: PATH,
      summary: 'Set the mail account',
      description:
        'The password goes to the keychain of the system. Left out, the one that is known for the user at this server stays.',
      body: { mediaTypes: ['application/json'], schema: SENT },
      answers: { 200: ANSWER, 400: { description: 'Some fields are not valid.' } },
      handle: async (call: Call<unknown, DesktopServices>) => {
        const { account, password } = readSent(call.body);
        const error = await call.mailDesk.keep(account, password);
        if (error) throw new Refusal(invalidFields([error]));
        return answer(call);
      },
    }),
    endpoint({
      method: 'DELETE',
      path: PATH,
      summary: 'Forget the mail account',
      description: 'And its password.',
      answers: { 200: ANSWER },
      handle: async (call: Call<unknown, DesktopServices>) => {
        await call.mailDesk.forget();
        return answer(call);
      },
    }),
  ],
};

const NOTHING = { host: null, port: null, security: null, user: null, from: null, to: null };

async function answer({ mailDesk }: Call<unknown, DesktopServices>): Promise<Answer> {
  const { account, ...others }: KeptMail = await mailDesk.read();
  return { status: 200, body: { ...(account ?? NOTHING), ...others } };
}

const SECURITIES = { tls: 'TLS', starttls: 'STARTTLS', none: 'None' };

const FIELDS: Readonly<Record<keyof MailAccount, Field>> = {
  host: required(host()),
  port: required(integer({ label: 'Port', min: 1, max: 65_535 })),
  security: required(choice({ label: 'Encryption', choices: SECURITIES })),
  user: text({ label: 'User', maxLength: 300 }),
  from: required(mailbox()),
  to: required(email({ label: 'To' })),
};
const PASSWORD = text({ label: 'Password', maxLength: 1000 });

function host(): Field<string | null> {
  const wrong = message('bad_value', 'Enter the name of the server alone, as in smtp.example.org.');
  const field = text({ label: 'Server', maxLength: 253 });
  const isName = (name: string) => /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|[0-9a-f:]+)$/i.test(name);
  return { ...field, value: v.pipe(v.string(wrong), v.check(isName, wrong)) };
}

/** An address, perhaps with a name before it. */
function mailbox(): Field<string | null> {
  const wrong = message('bad_email', 'Enter an address like me@example.org, or Touchbase <me@example.org>.');
  const field = text({ label: 'From', maxLength: 300 });
  const address = email({ label: 'From' });
  const isMailbox = (written: string) => {
    const [, inner = written] = /^[^<>\r\n]*<([^<>]+)>$/.exec(written) ?? [];
    return !('error' in parseField('from', address, inner));
  };
  return { ...field, value: v.pipe(v.string(wrong), v.check(isMailbox, wrong)) };
}

/** @throws Refusal (invalid_fields), each bad field by its name */
function readSent({ password, ...sent }: JsonObject) {
  const parsed = parseFields({ singular: 'mail account', fields: FIELDS }, sent);
  const secret = parseField('password', PASSWORD, password);
  const errors = [...('errors' in parsed ? parsed.errors : []), ...('error' in secret ? [secret.error] : [])];
  if (errors.length > 0 || 'errors' in parsed || 'error' in secret) throw new Refusal(invalidFields(errors));
  const account = readMailAccount(parsed.values);
  if (account.security === 'none' && account.user !== null) throw new Refusal(invalidFields([OPEN_PASSWORD]));
  return { account, password: typeof secret.value === 'string' ? secret.value : null };
}

const OPEN_PASSWORD: FieldError = {
  field: 'security',
  code: 'contradiction',
  detail: 'A password is sent over an encrypted connection only: choose TLS or STARTTLS, or leave the user empty.',
};

const texts = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
const SENT: JsonSchema = {
  type: 'object',
  properties: {
    ...texts(['host', 'from', 'to']),
    port: { type: 'integer', minimum: 1, maximum: 65_535 },
    security: { enum: Object.keys(SECURITIES) },
    user: { type: ['string', 'null'], description: 'Null: the server asks nobody who they are.' },
    password: { type: ['string', 'null'] },
  },
  required: ['host', 'port', 'security', 'from', 'to'],
  additionalProperties: false,
};
const orNull = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, { type: ['string', 'null'] }]));
const ANSWER = {
  description: 'The account; all null where there is none.',
  schema: {
    type: 'object',
    properties: {
      ...orNull(['host', 'security', 'user', 'from', 'to']),
      port: { type: ['integer', 'null'] },
      has_password: { type: 'boolean' },
      source: { enum: ['environment', 'settings', null], description: 'Where it was written down.' },
    },
  },
} as const;
