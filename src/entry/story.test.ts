import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, splitDateTime } from '../domain/dates.ts';
import { NOUNS } from '../domain/nouns.ts';
import { openSqlite } from '../store/sqlite.ts';
import { CAST } from './story/cast.ts';
import { addStory, storyApplications, storyContacts, storyInteractions, storyTasks } from './story.ts';

const TODAY = '2026-11-25';
const A_WEEK = Array.from({ length: 7 }, (_, days) => addDays(TODAY, days));

const contacts = storyContacts(TODAY);
const applications = storyApplications(TODAY);
const interactions = storyInteractions(TODAY);
const tasks = storyTasks(TODAY);

describe('the story', () => {
  test('is a search of six months', () => {
    expect([contacts.length, applications.length, tasks.length]).toEqual([60, 80, 60]);
    expect(interactions.length).toBeGreaterThan(380);
    const begun = applications.map(({ created_at }) => created_at).sort()[0] ?? '';
    expect(daysBetween(begun.slice(0, 10), TODAY)).toBeGreaterThan(170);
  });

  test('is the same each time it is told of one day, and moves with the day', () => {
    expect(storyInteractions(TODAY)).toEqual(interactions);
    const [today, tomorrow] = [TODAY, '2026-11-26'].map((day) => storyContacts(day).find(isMarta)?.last_contacted);
    expect(daysBetween(String(today).slice(0, 10), String(tomorrow).slice(0, 10))).toBe(1);
  });

  test.each(A_WEEK)('leaves every one of the cast as the cast says, told on %s', (today) => {
    const told = storyContacts(today);
    for (const { next, last, lastAt, ...fields } of CAST) {
      const lastDay = last === undefined ? null : addDays(today, -last);
      expect(told.find(({ email }) => email === fields.email)).toMatchObject({
        ...fields,
        next_follow_up: next === undefined ? null : addDays(today, next),
        last_contacted: lastDay && lastAt ? `${lastDay}T${lastAt}` : lastDay,
      });
    }
  });

  test.each(A_WEEK)('has each contact’s last conversation as the day of their last contact, told on %s', (today) => {
    const talks = storyInteractions(today).filter(({ kind }) => kind !== 'note');
    for (const { contact_id, last_contacted } of storyContacts(today)) {
      const days = talks
        .filter((talk) => talk.contact_id === contact_id)
        .map((talk) => splitDateTime(talk.occurred_at).date);
      expect(days.sort().at(-1)).toBe(last_contacted?.slice(0, 10));
    }
  });

  test('has histories in order, none of them in the future, that end where things stand', () => {
    for (const { stage, outcome, applied_on, stage_history } of applications) {
      const days = stage_history.map(({ on }) => on);
      expect(days.toSorted()).toEqual(days);
      expect(days.at(-1)?.localeCompare(TODAY)).toBe(-1);
      expect(stage_history.at(-1)).toMatchObject({ stage, outcome });
      expect(stage_history.find((row) => row.stage === 'applied')?.on ?? null).toBe(applied_on);
    }
    for (const { status, status_history } of contacts) expect(status_history.at(-1)?.status ?? null).toBe(status);
  });

  test('names by their ids only records that are there, none of them twice', () => {
    const ids = new Set([...contacts.map((one) => one.contact_id), ...applications.map((one) => one.application_id)]);
    expect(ids.size).toBe(140);
    const named = [...interactions, ...tasks].flatMap((one) => [one.contact_id, one.application_id]);
    const linked = applications.flatMap(({ contact_ids }) => contact_ids.map(({ contact_id }) => contact_id));
    for (const id of [...named, ...linked]) if (id !== null) expect(ids).toContain(id);
  });

  test('gives ids in the order in which the records were made', () => {
    const made = interactions.map(({ interaction_id, created_at }) => ({ interaction_id, created_at }));
    expect(made.map((one) => one.interaction_id)).toEqual(made.map((one) => one.interaction_id).sort());
    expect(made.map((one) => one.created_at)).toEqual(made.map((one) => one.created_at).sort());
  });

  test('is not ahead of the clock, however early on its day it is told', async () => {
    const now = new Date(2026, 10, 25, 0, 0, 30);
    const store = openSqlite({ file: ':memory:', nouns: NOUNS, now: () => now });
    await addStory(store, 'w', now);
    const { changed } = await store.changes('w', null, 1000);
    expect(changed).toHaveLength(200 + interactions.length);
    for (const { record } of changed) expect(record.updated_at <= now.toISOString()).toBe(true);
    await store.close();
  });
});

describe('among its situations', () => {
  const ofCompany = (company: string) => applications.filter((one) => one.company === company);

  test('two agencies go for the same post', () => {
    const [one, other] = ofCompany('Helvetia Rail Systems');
    expect(one?.position).toBe(other?.position);
    expect(one?.via).not.toBe(other?.via);
  });

  test('a ghosted application is back, by the word that came', () => {
    const stages = ofCompany('Tidewater Analytics')[0]?.stage_history.map(({ stage, outcome }) => outcome ?? stage);
    expect(stages).toEqual(['applied', 'screening', 'ghosted', 'screening']);
  });

  test('an offer waits for an answer by a Friday', () => {
    const offer = applications.find(({ stage }) => stage === 'offer');
    expect(new Date(offer?.deadline ?? '').getUTCDay()).toBe(5);
  });

  test('a message of yesterday waits for an answer', () => {
    const hannah = contacts.find(({ name }) => name === 'Hannah Becker');
    const last = interactions.findLast(({ contact_id }) => contact_id === hannah?.contact_id);
    expect(last).toMatchObject({ direction: 'in', occurred_at: '2026-11-24' });
  });

  test('postings have 2 to 6 KB, and somebody’s name is in three scripts', () => {
    const lengths = applications.map(({ description }) => description?.length ?? 0);
    expect([Math.min(...lengths) >= 2000, Math.max(...lengths) <= 6000]).toEqual([true, true]);
    expect(contacts.some(({ name }) => /\p{sc=Latin}.*\p{sc=Hangul}.*\p{sc=Katakana}/u.test(name))).toBe(true);
  });
});

function isMarta({ name }: { readonly name: string }): boolean {
  return name === 'Marta Kowalczyk';
}
