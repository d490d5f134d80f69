import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDay, anyWorkspace, planned, RECRUITER, said, suggested } from '../../test/job-search.ts';
import type { CadenceInput } from './cadence.ts';

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

  test('by the usual rules, what it adds is due later than all that it answers', () => {
    fc.assert(
      fc.property(anyWorkspace, someone, (others, contact_id) => {
        const workspace = { ...others, rules: [] };
        const [before, after] = [suggested(workspace), suggested(withMessage(workspace, contact_id))];
        const without = (all: typeof before, some: typeof before) => {
          return all.filter(({ key }) => some.every((one) => one.key !== key)).map(({ due_on }) => due_on);
        };
        const [earliest] = without(after, before);
        expect(earliest === undefined || earliest > workspace.today).toBe(true);
        expect(without(before, after).every((due_on) => earliest === undefined || due_on <= earliest)).toBe(true);
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
      fc.property(anyWorkspace, anyDay, (workspace, later) => {
        const said = workspace.interactions.every(({ occurred_at }) => occurred_at.slice(0, 10) <= workspace.today);
        fc.pre(said && later > workspace.today);
        const days = new Map(suggested(workspace).map(({ key, due_on }) => [key, due_on]));
        for (const { key, due_on } of suggested({ ...workspace, today: later })) {
          if (days.has(key)) expect(due_on).toBe(days.get(key));
        }
      }),
    );
  });
});
