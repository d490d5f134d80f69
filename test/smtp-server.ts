import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface TakenLetter {
  readonly to: readonly string[];
  readonly raw: Buffer;
}

/** A real server until the test ends, which signs in who knows that the password is “right”, and keeps what it gets. */
export async function smtpServer(options: SMTPServerOptions = {}) {
  const taken: TakenLetter[] = [];
  const server = new SMTPServer({
    authOptional: false,
    onAuth: ({ username, password }, _, done) =>
      password === 'right' ? done(null, { user: username }) : done(new Error('Wrong password.')),
    onData: async (stream, { envelope }, done) => {
      taken.push({ to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(await stream.toArray()) });
      done();
    },
    logger: false,
    ...options,
  });
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  onTestFinished(() => new Promise<void>((closed) => server.close(() => closed())));
  const address = listening.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return { port, taken };
}

/** Of a server that asks nobody for a password. */
export const OPEN: SMTPServerOptions = { authOptional: true, disabledCommands: ['STARTTLS'] };
