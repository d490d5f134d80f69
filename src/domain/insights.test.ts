import { expect, test } from 'vitest';
import { storyApplications, storyInteractions } from '../entry/story.ts';
import { addDays } from './dates.ts';
import { insightsOf } from './insights.ts';

const TODAY = '2026-11-25';
const HALF_A_YEAR = { from: addDays(TODAY, -182), to: TODAY };

test('of the story, all numbers are of the same search', () => {
  const applications = storyApplications(TODAY);
  const insights = insightsOf(applications, storyInteractions(TODAY), HALF_A_YEAR, TODAY);
  const sent = applications.filter(({ applied_on }) => applied_on !== null).length;
  expect(insights.funnel[0]?.count).toBe(applications.length);
  expect(insights.funnel[1]?.count).toBe(sent);
  expect(insights.weeks.reduce((sum, week) => sum + week.applications, 0)).toBe(sent);
  for (const rates of [insights.bySource, insights.byRoute]) {
    expect(rates.reduce((sum, { n }) => sum + n, 0)).toBe(sent);
    expect(sent - rates.reduce((sum, { part }) => sum + part, 0)).toBe(insights.responseTime.unanswered);
  }
  expect(insights.stageTimes.reduce((sum, { ongoing }) => sum + ongoing, 0)).toBe(
    applications.filter(({ stage }) => stage !== 'closed').length,
  );
});

test('of years, the weeks of the last one are told, and no week that has not begun', () => {
  const { weeks } = insightsOf([], [], { from: '0203-01-01', to: '2030-01-01' }, TODAY);
  expect(weeks.map(({ from }) => from)).toHaveLength(53);
  expect(weeks.at(-1)).toMatchObject({ from: '2026-11-23', isPartial: true });
  expect(weeks[0]).toMatchObject({ from: '2025-11-24', isPartial: false });
  expect(insightsOf([], [], { from: '2027-01-01', to: '2027-06-30' }, TODAY).weeks).toEqual([]);
});
