import { parseArgs } from 'node:util';
import { run } from './deploy/run.ts';
import { smoke } from './smoke/smoke.ts';

const USAGE = `npm run smoke -- --url https://site

Proves a live deployment from the outside: guests, signed requests, refusals, CORS, tenancy, a calendar, a
claim. It makes two guests, a few contacts, and deletes all of it again. It ends with 1 where anything is not as it should be.
  --url URL       where the app is
  --wait SECONDS  how long a new deployment gets to answer for the first time (60)`;

await run(USAGE, async () => {
  const { values } = parseArgs({
    options: { help: { type: 'boolean', short: 'h' }, url: { type: 'string' }, wait: { type: 'string' } },
  });
  const { help, url, wait = '60' } = values;
  if (help) return 'help';
  if (!url || !URL.canParse(url) || !/^\d{1,4}$/.test(wait)) throw new Error(USAGE);
  const isProved = await smoke(url, (line) => console.log(line), Number(wait) * 1000);
  console.log(isProved ? 'All of it is as it should be.' : 'Not all of it is as it should be.');
  return isProved ? 0 : 1;
});
