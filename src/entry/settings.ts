import { parseArgs } from 'node:util';
import envPaths from 'env-paths';

export interface Settings {
  readonly port: number;
  /** The folder of the database. */
  readonly folder: string;
  readonly demo: boolean;
  readonly help: boolean;
}

/** What was typed cannot be understood; the message says what can. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const USAGE = `Usage: npm start -- [options]

  --port PORT   where to listen on this machine (default 8787; or TOUCHBASE_PORT)
  --data DIR    the folder of touchbase.db (default ${defaultFolder()}; or TOUCHBASE_DATA)
  --demo        begin with a made-up search of six months; nothing is kept
  --help        show this

Reminders by e-mail are set up in the settings of the app, or here (docs/how-to/be-reminded.md):

  TOUCHBASE_SMTP_URL       smtps://user:password@host:465, or smtp://user:password@host:587
  TOUCHBASE_SMTP_PASSWORD  the password, where the address or the keychain of the system has none
  TOUCHBASE_MAIL_FROM      who they come from, if not the user: “Touchbase <me@example.org>”
  TOUCHBASE_MAIL_TO        where they go, if not to who they come from
`;

const OPTIONS = {
  port: { type: 'string' },
  data: { type: 'string' },
  demo: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/**
 * Reads the command line; where it is silent, the environment.
 *
 * @throws UsageError
 */
export function readSettings(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Settings {
  const { port, data, demo, help } = parse(args);
  return {
    port: readPort(port || env.TOUCHBASE_PORT || '8787'),
    folder: data || env.TOUCHBASE_DATA || defaultFolder(),
    demo,
    help,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const [sentence] = String(error instanceof Error ? error.message : error).split('. ');
    throw new UsageError(`${sentence}: npm start -- --help shows what there is.`);
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`The port must be a number from 0 to 65535, not “${text}”.`);
}

/** Where this platform keeps data of programs: XDG on Linux, Application Support on macOS, AppData on Windows. */
export function defaultFolder(): string {
  return envPaths('touchbase', { suffix: '' }).data;
}
