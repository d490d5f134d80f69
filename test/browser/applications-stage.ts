import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { numberedId } from '../made-record.ts';
import { addRecords, openPage } from './harness.ts';
import { useStage } from './stage.ts';

const ids = [1, 2, 3].map(numberedId);
export const [MARTA, JONAS, AIKO] = ids;
const people = [
  { contact_id: MARTA, name: 'Marta Kowalczyk', email: 'marta@example.org', company: 'TalentBridge' },
  { contact_id: JONAS, name: 'Jonas Frei', email: 'jonas@example.org', company: 'Nordwind AG' },
  { contact_id: AIKO, name: 'Aiko Tanaka', email: 'aiko@example.org', company: 'Nordwind AG' },
];

export const HISTORY = {
  stage: 'applied',
  stage_history: [
    { stage: 'saved', on: '2026-01-05' },
    { stage: 'applied', on: '2026-01-10' },
  ],
};

export const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** A server with three people, and what the tests of the page of an application do with it. */
export function useApplications() {
  const stage = useStage(people);
  let made = 100;
  return { stage, open, isSaved };

  /** Adds an application and opens its page. */
  async function open(fields: Readonly<Record<string, unknown>> = {}, options: Parameters<typeof openPage>[2] = {}) {
    const id = numberedId(++made);
    const record = { application_id: id, position: `Welder ${made}`, company: `Works ${made}`, ...fields };
    await addRecords(stage.url, 'applications', [record]);
    const { page, troubles } = await openPage(stage.browser, `${stage.url}/applications/${id}`, options);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('region', { name: 'Facts' }).waitFor();
    return { page, troubles, id };
  }

  /** Waits until the server has these fields of an application. */
  async function isSaved(id: string, fields: Readonly<Record<string, unknown>>): Promise<void> {
    const read = async () => (await fetch(`${stage.url}/v1/applications/${id}`)).json();
    await expect.poll(read, { timeout: 15_000 }).toMatchObject(fields);
  }
}
