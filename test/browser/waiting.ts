import type { Page } from 'playwright-core';

/** A text, since not all tests that ask this are typed as a page is. */
const countIn = (store: 'outbox' | 'records') => `(async () => {
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const late = new Promise((_, reject) => setTimeout(reject, 2000, new Error('It does not open.')));
  const [kept] = await Promise.race([indexedDB.databases(), late]);
  const opening = indexedDB.open(kept.name);
  // It may have gone in this moment, and must not be made here.
  opening.onupgradeneeded = () => opening.transaction.abort();
  // Whoever keeps a connection, or waits for one, would keep the app from opening it anew.
  let isLate = false;
  opening.addEventListener('success', () => {
    opening.result.onversionchange = () => opening.result.close();
    if (isLate) opening.result.close();
  });
  const db = await Promise.race([done(opening), late]).finally(() => { isLate = true; });
  try {
    return await Promise.race([done(db.transaction('${store}').objectStore('${store}').count()), late]);
  } finally {
    db.close();
  }
})()`;

/** How many changes wait in what the browser keeps. */
export async function waiting(page: Page): Promise<number> {
  return page.evaluate<number>(countIn('outbox'));
}

/** How many records are there. */
export async function recordsKept(page: Page): Promise<number> {
  return page.evaluate<number>(countIn('records'));
}
