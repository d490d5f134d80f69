import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyWorkspace, planned, RECRUITER, said, suggested } from '../../test/job-search.ts';
import type { CadenceInput, Suggestion } from './cadence.ts';
import type { InteractionFacts } from './conversations.ts';
import { addDays } from './dates.ts';

describe('whatever was said and planned', () => {
  const weekday = (day: string) => new Date(day).getUTCDay();
  const keysOf = (input: CadenceInput) => suggested(input).map(({ key }) => key);

  test('no suggestion is due on a weekend, and no two have one key', () => {
    fc.assert(
      fc.property(anyWorkspace, (workspace) => {
        expect(suggested(workspace).filter(({ due_on }) => [0, 6].includes(weekday(due_on)))).toEqual([]);
        expect(new Set(keysOf(workspace)).size).toBe(keysOf(workspace).length);
      }),
    );
  });

  test('a closed application suggests nothing, and the earliest is first', () => {
    fc.assert(
      fc.property(anyWorkspace, (workspace) => {
        const closed = new Set(
          workspace.applications.filter(({ stage }) => stage === 'closed').map((one) => one.application_id),
        );
        const all = suggested(workspace);
        expect(all.filter(({ application_id }) => closed.has(application_id ?? ''))).toEqual([]);
        expect(all.map(({ due_on }) => due_on)).toEqual(all.map(({ due_on }) => due_on).toSorted());
      }),
    );
  });

  const withMessage = (workspace: CadenceInput, contact_id: string | null): CadenceInput => {
    const message = said('out', `${workspace.today}T23:59`, { interaction_id: 'i-new', contact_id });
    return { ...workspace, interactions: [...workspace.interactions, message] };
  };
  const conversationOf = ({ application_id, contact_id }: Suggestion) => application_id ?? contact_id;
  const someone = fc.constantFrom(RECRUITER, null);

  test('one more message of mine adds no suggestion that is due before it, and moves none forward', () => {
    fc.assert(
      fc.property(anyWorkspace, someone, (workspace, contact_id) => {
        const before = new Map(suggested(workspace).map(({ key, due_on }) => [key, due_on]));
        for (const { key, due_on } of suggested(withMessage(workspace, contact_id))) {
          expect(due_on >= (before.get(key) ?? workspace.today)).toBe(true);
        }
      }),
    );
  });

  test('by the usual rules, what it adds to a conversation is due after it, and no earlier than what it answers there', () => {
    fc.assert(
      fc.property(anyWorkspace, someone, (others, contact_id) => {
        const workspace = { ...others, rules: [] };
        const [before, after] = [suggested(workspace), suggested(withMessage(workspace, contact_id))];
        const without = (all: typeof before, some: typeof before) => {
          return all.filter(({ key }) => some.every((one) => one.key !== key));
        };
        for (const added of without(after, before)) {
          const answered = without(before, after).filter((one) => conversationOf(one) === conversationOf(added));
          expect(added.due_on > workspace.today).toBe(true);
          expect(answered.filter(({ due_on }) => due_on > added.due_on)).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('what is taken up as a task, open or done, is not suggested again', () => {
    fc.assert(
      fc.property(anyWorkspace, fc.boolean(), (workspace, isDone) => {
        const { today } = workspace;
        const tasks = suggested(workspace).map(({ kind, due_on, contact_id, application_id }) => {
          return planned(kind, today, { due_on, contact_id, application_id, done_at: isDone ? today : null });
        });
        const before = new Set(keysOf(workspace));
        const again = keysOf({ ...workspace, tasks: [...workspace.tasks, ...tasks] });
        expect(again.filter((key) => before.has(key))).toEqual([]);
      }),
    );
  });

  test('a suggestion keeps its key and its day from one day to the next', () => {
    fc.assert(
      fc.property(anyWorkspace, fc.integer({ min: 1, max: 40 }), ({ interactions, ...others }, passed) => {
        const isSaid = ({ occurred_at }: InteractionFacts) => occurred_at.slice(0, 10) <= others.today;
        const workspace = { ...others, interactions: interactions.filter(isSaid) };
        const later = addDays(others.today, passed);
        const days = new Map(suggested(workspace).map(({ key, due_on }) => [key, due_on]));
        for (const { key, due_on } of suggested({ ...workspace, today: later })) {
          if (days.has(key)) expect(due_on).toBe(days.get(key));
        }
      }),
    );
  });
});
