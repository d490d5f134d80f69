import type { Page } from 'playwright-core';

/** A text, since not all tests that ask this are typed as a page is. */
const COUNT = `(async () => {
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const [kept] = await indexedDB.databases();
  const db = await done(indexedDB.open(kept.name));
  const count = await done(db.transaction('outbox').objectStore('outbox').count());
  db.close();
  return count;
})()`;

/** How many changes wait in what the browser keeps. */
export async function waiting(page: Page): Promise<number> {
  return page.evaluate<number>(COUNT);
}
