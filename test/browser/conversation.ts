import type { Locator, Page } from 'playwright-core';
import { v7 } from 'uuid';
import { openPage } from './harness.ts';
import type { Stage } from './stage.ts';

/** Makes a record by the API, under an id that is given back. */
export async function make(stage: Stage, type: string, record: Readonly<Record<string, unknown>>): Promise<string> {
  const id = v7();
  const response = await fetch(`${stage.url}/v1/batch`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ operations: [{ op: 'create', type, id, record }] }),
  });
  const { results } = await response.json();
  if (results?.[0]?.status !== 201) throw new Error(JSON.stringify(results));
  return id;
}

/** A contact with whom one message was exchanged, so that its page opens on the timeline. */
export async function makeContact(stage: Stage, name: string, fields: Readonly<Record<string, unknown>> = {}) {
  const id = await make(stage, 'contacts', { name, email: `${v7()}@example.org`, ...fields });
  const first = { kind: 'message', channel: 'email', direction: 'out', occurred_at: '2026-01-05', subject: 'Hello' };
  await make(stage, 'interactions', { contact_id: id, ...first });
  return id;
}

/** The page of a contact, open on its timeline. */
export async function openTimeline(stage: Stage, id: string, options = {}): Promise<{ page: Page; panel: Locator }> {
  const { page } = await openPage(stage.browser, `${stage.url}/contacts/${id}`, options);
  const panel = page.getByRole('complementary');
  await panel.getByRole('tab', { name: 'Timeline', selected: true }).waitFor();
  await page.getByRole('button', { name: 'Saved' }).waitFor({ state: 'attached' });
  return { page, panel };
}

/** What the server has of a record. */
export async function kept(stage: Stage, path: string): Promise<Record<string, unknown>> {
  const response = await fetch(`${stage.url}/v1/${path}`);
  return response.json();
}

/** What the server has of the conversations with a contact, but for the first. */
export async function logged(stage: Stage, id: string): Promise<Record<string, unknown>[]> {
  const response = await fetch(`${stage.url}/v1/interactions?contact_id=${id}`);
  const all: Record<string, unknown>[] = await response.json();
  return all.filter(({ subject }) => subject !== 'Hello');
}
