import type { ParseArgsOptionsConfig } from 'node:util';
import type { CalendarDate } from '../../domain/dates.ts';
import type { Client } from './client.ts';

/** The options of a command as they were typed, by their names. */
export type Typed = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** What a command works with. */
export interface Terminal {
  /** Opens the records: those of a running instance, or of the database file. */
  readonly client: () => Promise<Client>;
  /** The folder of the database. */
  readonly folder: string;
  /** The address of a running instance, where one was named: then the folder plays no part. */
  readonly url: string | undefined;
  readonly out: (text: string) => void;
  /** The same for what is no text; it is done when the next can be written. */
  readonly bytes: (bytes: Uint8Array) => Promise<void>;
  /** For progress and remarks, so that they do not get into what is piped on. */
  readonly note: (text: string) => void;
  /** Says how far it has come, on one line that is written over; nothing where nobody looks. */
  readonly progress: (text: string) => void;
  /** The answer to a question; null where nobody is there to give one. */
  readonly ask: (question: string) => Promise<string | null>;
  /** Aborted when the person breaks off. */
  readonly signal: AbortSignal | undefined;
  /** All that stands in the standard input. */
  readonly input: () => Promise<Uint8Array>;
  /** Characters of a line; Infinity where it is no screen. */
  readonly width: number;
  readonly isJson: boolean;
  readonly now: () => Date;
  /** The person’s calendar date. */
  readonly today: () => CalendarDate;
}

/** What can be typed after `touchbase`. */
export interface Command {
  readonly name: string;
  /** After the name: `[TYPE] [WORD…]`. */
  readonly takes: string;
  readonly summary: string;
  readonly options?: ParseArgsOptionsConfig;
  /** What help says of each option, by its name. */
  readonly about?: Readonly<Record<string, string>>;
  /** The options that are fields, by the noun that has them, with what help says of each. */
  readonly groups?: readonly { readonly of: string; readonly about: Readonly<Record<string, string>> }[];
  /** Whether it makes a database where there is none yet: others would only hide that the folder is a wrong one. */
  readonly begins?: boolean;
  /** What can stand in the first place, for completion. */
  readonly first?: readonly string[];
  /** The exit code: see `EXIT`. */
  run(terminal: Terminal, given: { readonly words: readonly string[]; readonly options: Typed }): Promise<number>;
}

/** What the program answers to the shell. */
export const EXIT = { done: 0, failed: 1, usage: 2, notFound: 3, refused: 4 } as const;

/** Ends a command with a sentence for the person. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly exit: number;

  constructor(message: string, exit: number = EXIT.failed) {
    super(message);
    this.exit = exit;
  }
}

/** An option's text; undefined where it was not typed. */
export function textOf(options: Typed, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** JSON as a person can read it, too. */
export function printJson({ out }: Terminal, value: unknown): void {
  out(`${JSON.stringify(value, null, 2)}\n`);
}
