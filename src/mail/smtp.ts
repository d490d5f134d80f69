import { PassThrough } from 'node:stream';
import { createTransport } from 'nodemailer';
import { type Delivery, type Letter, type Mailer, unsubscribeHeaders } from './mailer.ts';

export interface SmtpAccount {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (RFC 8314), or by STARTTLS (RFC 3207); with `none` a password goes by STARTTLS all the same. */
  readonly security: 'tls' | 'starttls' | 'none';
  /** Who signs in; null: nobody, as a server on this machine allows. */
  readonly login: { readonly user: string; readonly password: string } | null;
  /** Who writes: an address, perhaps with a name: `Touchbase <me@example.org>`. */
  readonly from: string;
}

/** How long any answer is waited for, in milliseconds. */
const PATIENCE_MS = 20_000;

/** Sends by any account of e-mail: SMTP, RFC 5321. */
export function smtpMailer(account: SmtpAccount, patienceMs = PATIENCE_MS): Mailer {
  return { send };

  async function send(letter: Letter): Promise<Delivery> {
    let isBegun = false;
    const transport = createTransport(optionsOf(account, patienceMs));
    transport.use('stream', ({ message }, done) => {
      message.transform(() =>
        new PassThrough().once('resume', () => {
          isBegun = true;
        }),
      );
      done();
    });
    try {
      const { messageId } = await transport.sendMail({ from: account.from, ...partsOf(letter) });
      return { is: 'accepted', id: messageId };
    } catch (error) {
      return failureOf(error, account, isBegun);
    } finally {
      transport.close();
    }
  }
}

function optionsOf({ host, port, security, login }: SmtpAccount, patienceMs: number) {
  return {
    ...{ host, port, secure: security === 'tls', requireTLS: security === 'starttls' || login !== null },
    ...(login && { auth: { user: login.user, pass: login.password } }),
    ...{ connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  };
}

function partsOf({ to, subject, text, html, unsubscribe }: Letter) {
  return { to, subject, text, html, headers: Object.fromEntries(unsubscribeHeaders({ unsubscribe })) };
}

interface Said {
  readonly code: string;
  /** Of the server: RFC 5321 section 4.2; 0 where it said none. */
  readonly responseCode: number;
  readonly message: string;
}

function failureOf(error: unknown, { host }: SmtpAccount, isBegun: boolean): Delivery {
  const { code, responseCode, message } = saidBy(error);
  // A server that takes too many at once says so at the sign-in, too.
  const isForNow = responseCode >= 400 && responseCode < 500;
  if (code === 'EAUTH' && !isForNow)
    return { is: 'refused', detail: `${host} does not accept the name and password of the account.` };
  if (code === 'ETLS')
    return { is: 'refused', detail: `${host} offers no encrypted connection that can be trusted: nothing was sent.` };
  if (code === 'ESOCKET' && /certificate/i.test(message))
    return {
      is: 'refused',
      detail: `The certificate of ${host} cannot be trusted (${message.slice(0, 200)}): nothing was sent.`,
    };
  if (responseCode >= 500) return { is: 'refused', detail: `${host} refused it: ${message.slice(0, 300)}` };
  if (isForNow) return { is: 'delayed', detail: `${host} cannot take it now: ${message.slice(0, 300)}` };
  if (isBegun) return { is: 'unknown', detail: `${host} did not say whether it took it.` };
  return { is: 'delayed', detail: `${host} cannot be reached (${code || message.slice(0, 100)}).` };
}

function saidBy(error: unknown): Said {
  const of = (name: string): unknown => (typeof error === 'object' && error !== null ? Reflect.get(error, name) : null);
  const text = (name: string) => String(of(name) ?? '');
  return {
    code: text('code'),
    responseCode: Number(of('responseCode') ?? 0),
    message: text('response') || text('message'),
  };
}
