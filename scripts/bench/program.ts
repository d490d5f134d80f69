import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const RESULTS = join(import.meta.dirname, '../../bench-results');

/**
 * What a program was asked for.
 *
 * @param read null where help is asked for; throws where an argument is wrong
 * @returns undefined where the usage was printed instead
 */
export function optionsOf<T>(usage: string, read: () => T | null): T | undefined {
  try {
    const options = read();
    if (options !== null) return options;
  } catch (error) {
    print(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
  print(usage);
}

/** The numbers of a list with commas. */
export function wholeNumbers(text: string): number[] {
  const numbers = text.split(',').map(Number);
  if (numbers.every((number) => Number.isInteger(number) && number > 0)) return numbers;
  throw new Error(`These must be whole numbers above 0, not “${text}”.`);
}

/** Prints on how busy a machine it was measured. */
export function printLoad(cores: number, loadBefore: number): void {
  print(`Measured on ${cores} cores; the load before was ${loadBefore.toFixed(1)}: above 1, look again.\n`);
}

/** @param prefix what the name of the file begins with; its end is when */
export function save(prefix: string, results: object): void {
  const at = new Date().toISOString();
  const file = join(RESULTS, `${prefix}${at.slice(0, 19).replaceAll(':', '-')}.json`);
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ at, ...results }, null, 2)}\n`);
  print(`Written to ${file}`);
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** One line that is overwritten, for a person who waits. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}
