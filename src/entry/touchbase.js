#!/usr/bin/env node
// Starts the command line on the Node that comes with this package, whichever one starts this file.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const node = createRequire(import.meta.url).resolve('node/bin/node');
const program = join(import.meta.dirname, 'cli.ts');
const args = ['--disable-warning=ExperimentalWarning', program, ...process.argv.slice(2)];

// Ctrl+C reaches both: the program takes back what is half done, and the shell waits for it.
process.on('SIGINT', () => {});

const child = spawn(node, args, { stdio: 'inherit' });
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (status, signal) => {
  process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
  if (signal) process.kill(process.pid, signal);
  else process.exitCode = status ?? 1;
});
