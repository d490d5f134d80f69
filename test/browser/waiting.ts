import type { Page } from 'playwright-core';

/** A text, since not all tests that ask this are typed as a page is. */
const COUNT = `(async () => {
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const [kept] = await indexedDB.databases();
  const opening = indexedDB.open(kept.name);
  // It may have gone in this moment, and must not be made here.
  opening.onupgradeneeded = () => opening.transaction.abort();
  const db = await done(opening);
  const count = await done(db.transaction('outbox').objectStore('outbox').count());
  db.close();
  return count;
})()`;

/** How many changes wait in what the browser keeps. */
export async function waiting(page: Page): Promise<number> {
  return page.evaluate<number>(COUNT);
}
