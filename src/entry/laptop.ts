import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { keepSnapshots } from './daily-snapshot.ts';
import { explain } from './explain.ts';
import { WORKSPACE } from './laptop-api.ts';
import { NO_REMINDING, openLaptopKeeps } from './laptop-keeps.ts';
import { serveLaptop } from './laptop-server.ts';
import { readSettings, type Settings, USAGE } from './settings.ts';
import { addStory } from './story.ts';

const now = () => new Date();

// What a job seeker keeps is for no other user of the machine to read.
process.umask(0o077);

try {
  const settings = readSettings(process.argv.slice(2), process.env);
  if (settings.help) process.stdout.write(USAGE);
  else await run(settings);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

async function run({ port, folder, demo }: Settings): Promise<void> {
  const file = demo ? ':memory:' : join(folder, 'touchbase.db');
  const { keeps, close } = openLaptopKeeps(file, now);
  if (demo) await addStory(keeps.store, WORKSPACE, now());
  const server = await serveLaptop(
    { ...keeps, reminding: NO_REMINDING },
    port,
    demo ? 'touchbase.demo' : replicaOf(folder),
  );
  const stopSnapshots = demo ? () => undefined : keepSnapshots(file);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  process.stdout.write(`Touchbase is at ${server.url} (${demo ? 'a demo: nothing is kept' : `data in ${file}`}).\n`);

  async function stop(): Promise<void> {
    stopSnapshots();
    await server.close();
    await close();
  }
}

/** A browser keeps the records of each folder apart, whichever is served at one address. */
function replicaOf(folder: string): string {
  return `touchbase.${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)}`;
}
