import { text } from 'node:stream/consumers';
import { runCli } from './cli/run.ts';

// What a job seeker keeps is for no other user of the machine to read.
process.umask(0o077);

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCli(process.argv.slice(2), {
  env: process.env,
  out: (line) => void process.stdout.write(line),
  note: (line) => void process.stderr.write(line),
  progress: (line) => void (process.stderr.isTTY && process.stderr.write(`\r${line}\u001b[K`)),
  input: () => text(process.stdin),
  width: process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY,
  now: () => new Date(),
});
