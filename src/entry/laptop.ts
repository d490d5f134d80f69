import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { keepSnapshots } from './daily-snapshot.ts';
import { explain } from './explain.ts';
import { keychainInMemory } from './keychain.ts';
import { WORKSPACE } from './laptop-api.ts';
import { serveLaptop } from './laptop-server.ts';
import { openLaptopServices } from './laptop-services.ts';
import { readMailEnvironment } from './mail-environment.ts';
import { startReminderClock } from './reminder-clock.ts';
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
  let url = '';
  const opened = openLaptopServices({
    ...{ file, now, base: () => url, mail: readMailEnvironment(process.env) },
    ...(demo && { keychain: keychainInMemory() }),
  });
  const { services, remind } = opened;
  if (demo) await addStory(services.store, WORKSPACE, now());
  await opened.settle();
  const server = await serveLaptop(services, port, demo ? 'touchbase.demo' : replicaOf(folder));
  url = server.url;
  const stopSnapshots = demo ? () => undefined : keepSnapshots(file);
  // Nobody is reminded of what is made up.
  const clock = demo ? null : startReminderClock({ remind, report });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  process.stdout.write(`Touchbase is at ${server.url} (${demo ? 'a demo: nothing is kept' : `data in ${file}`}).\n`);

  async function stop(): Promise<void> {
    stopSnapshots();
    await Promise.all([server.close(), clock?.stop()]);
    await opened.close();
  }
}

function report(fault: string): void {
  console.error(`Reminders are held up: ${fault}`);
}

/** A browser keeps the records of each folder apart, whichever is served at one address. */
function replicaOf(folder: string): string {
  return `touchbase.${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)}`;
}
