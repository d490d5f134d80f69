#!/usr/bin/env node
// Starts the command line on the Node that comes with this package, whichever one starts this file.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const node = createRequire(import.meta.url).resolve('node/bin/node');
const program = join(import.meta.dirname, 'cli.ts');
const args = ['--disable-warning=ExperimentalWarning', program, ...process.argv.slice(2)];
const { status, signal, error } = spawnSync(node, args, { stdio: 'inherit' });
if (error) throw error;
if (signal) process.kill(process.pid, signal);
process.exitCode = status ?? 1;
