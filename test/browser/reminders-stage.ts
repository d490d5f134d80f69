import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { beforeEach } from 'vitest';
import { localDate } from '../../src/domain/dates.ts';
import { SETTINGS_ID } from '../../src/domain/settings.ts';
import { addRecords, openPage } from './harness.ts';
import { useStage } from './stage.ts';

export const TODAY = localDate(new Date());
export const ZURICH = { timezoneId: 'Europe/Zurich', permissions: ['notifications'] } satisfies BrowserContextOptions;
export const SCREENS = {
  desktop: { ...ZURICH, viewport: { width: 1440, height: 900 } },
  phone: { ...ZURICH, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const satisfies Record<string, BrowserContextOptions>;

const NO_WISHES = {
  ...{ time_zone: null, digest_at: null, digest_days: [], quiet_days: [], nudge_before: null, push_tells: false },
  ...{ remind_by_email: false, remind_by_desktop: false, remind_by_push: false },
};

/** A laptop with somebody to follow up with today, on which each test finds no wishes and no account of mail. */
export function useReminders() {
  const stage = useStage([{ name: 'Ana Lima', email: 'ana@example.org', company: 'Globex', next_follow_up: TODAY }]);

  beforeEach(async () => {
    await fetch(`${stage.url}/v1/mail-account`, { method: 'DELETE' });
    if ((await settings()).version === undefined) return;
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify(NO_WISHES);
    await fetch(`${stage.url}/v1/settings/${SETTINGS_ID}`, { method: 'PATCH', headers, body });
  });
  return { stage, settings, addOwn, open };

  async function settings(): Promise<Record<string, unknown>> {
    const response = await fetch(`${stage.url}/v1/settings/${SETTINGS_ID}`);
    return response.ok ? response.json() : {};
  }

  /** Settings as another program writes them, whether there are some already or not. */
  async function addOwn(values: Readonly<Record<string, unknown>>): Promise<void> {
    if ((await settings()).version === undefined) await addRecords(stage.url, 'settings', [values], [SETTINGS_ID]);
    const headers = { 'Content-Type': 'application/json' };
    await fetch(`${stage.url}/v1/settings/${SETTINGS_ID}`, { method: 'PATCH', headers, body: JSON.stringify(values) });
  }

  async function open(options: BrowserContextOptions = ZURICH): Promise<Page> {
    const { page } = await openPage(stage.browser, `${stage.url}/settings?show=reminders`, options);
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await turn(page, 'E-mail').waitFor();
    return page;
  }
}

export const turn = (page: Page, name: string): Locator => page.getByRole('switch', { name, exact: true });
export const isOn = (page: Page, name: string) => turn(page, name).and(page.locator('[aria-checked=true]')).waitFor();
export const said = (page: Page, text: string) => page.locator('.toast').getByText(text).waitFor();
export const sent = (page: Page) => page.getByRole('region', { name: 'What was sent' });
