import { test } from 'vitest';
import { addContacts, openPage } from './harness.ts';
import { choose, file, give } from './import-steps.ts';
import { useStage } from './stage.ts';

const stage = useStage([]);

test('nothing is compared before the records are here: all of it would seem new', async () => {
  await addContacts(stage.url, [{ name: 'Ivy I', email: 'ivy@example.org' }]);
  const { page } = await openPage(stage.browser, `${stage.url}/v1/contacts?limit=1`);
  await page.route('**/v1/changes*', (route) => route.abort());
  await page.goto(`${stage.url}/import`);
  const people = file('people.csv', 'Name,E-mail,Company\nIvy I,ivy@example.org,Acme');
  await choose(page, people);
  await page.getByText('Your records are not here yet').waitFor();
  await page.unroute('**/v1/changes*');
  await give(page, people);
  await page.getByText('is here already').waitFor();
});
