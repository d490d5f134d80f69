import { createInterface } from 'node:readline/promises';
import { buffer } from 'node:stream/consumers';
import { runCli } from './cli/run.ts';

// What a job seeker keeps is for no other user of the machine to read.
process.umask(0o077);

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// The first Ctrl+C lets what is under way be taken back; the second one ends at once.
const brokenOff = new AbortController();
process.once('SIGINT', () => brokenOff.abort());

process.exitCode = await runCli(process.argv.slice(2), {
  env: process.env,
  out: (line) => void process.stdout.write(line),
  bytes: (piece) => new Promise((done) => process.stdout.write(piece, () => done())),
  note: (line) => void process.stderr.write(line),
  progress: (line) => void (process.stderr.isTTY && process.stderr.write(`\r${line}\u001b[K`)),
  ask,
  signal: brokenOff.signal,
  input: () => buffer(process.stdin),
  width: process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY,
  now: () => new Date(),
});

async function ask(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}
