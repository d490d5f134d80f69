import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { beforeEach } from 'vitest';
import { addDays, localDate } from '../../src/domain/dates.ts';
import { addRecords, openPage } from './harness.ts';
import { type Stage, useStage } from './stage.ts';

export const TODAY = localDate(new Date());

/** Three applications, others for each test: the address searches for theirs. */
export interface Jobs {
  readonly stage: Stage;
  /** What is saved only, and overdue. */
  readonly backend: string;
  /** Applied for through an agency, too long ago. */
  readonly data: string;
  /** An offer with a deadline. */
  readonly platform: string;
  /** A name that the search finds, too. */
  readonly named: (name: string) => string;
  readonly open: (parameters?: string, options?: BrowserContextOptions) => Promise<Page>;
  /** What the server has of one. */
  readonly onServer: (position: string) => Promise<Record<string, unknown>>;
  readonly query: string;
}

/** A stage on which each test has applications of its own. */
export function useJobs(): Jobs {
  const stage = useStage([]);
  let round = 0;
  const named = (name: string) => `${name} r${round}x`;
  beforeEach(async () => {
    round++;
    await addRecords(stage.url, 'applications', [
      {
        position: named('Backend'),
        company: 'Globex',
        stage: 'saved',
        next_action: 'Send the portfolio',
        next_action_on: addDays(TODAY, -2),
      },
      {
        position: named('Data'),
        via: 'Hays',
        stage: 'applied',
        stage_history: [{ stage: 'applied', outcome: null, on: addDays(TODAY, -20) }],
      },
      { position: named('Platform'), company: 'Initech', stage: 'offer', deadline: addDays(TODAY, 2) },
    ]);
  });
  return {
    stage,
    named,
    get backend() {
      return named('Backend');
    },
    get data() {
      return named('Data');
    },
    get platform() {
      return named('Platform');
    },
    get query() {
      return `r${round}x`;
    },
    async open(parameters = '', options = {}) {
      const { page } = await openPage(stage.browser, `${stage.url}/applications?q=r${round}x${parameters}`, options);
      await page.getByText(named('Backend'), { exact: true }).waitFor();
      return page;
    },
    async onServer(position) {
      const all: Record<string, unknown>[] = await (await fetch(`${stage.url}/v1/applications?q=r${round}x`)).json();
      return all.find((one) => one.position === position) ?? {};
    },
  };
}

export function column(page: Page, name: string): Locator {
  return page.getByRole('region', { name });
}

/** Waits until a card is in a column. */
export function isIn(page: Page, stage: string, position: string): Promise<void> {
  return column(page, stage).getByText(position, { exact: true }).waitFor();
}
