import { expect, test } from 'vitest';
import type { ProposalRow } from '../../interop/import/plan.ts';
import { canAccept } from './shown-rows.ts';

const said: ProposalRow = {
  class: 'application_confirmation',
  because: 'we received your application',
  chosen: 'undecided',
  application: null,
  edit: {},
};

test('what a message says can be accepted for a known application, or where it begins one; else there is nothing to do', () => {
  expect(canAccept({ ...said, application: { id: '1', title: 'Engineer' } })).toBe(true);
  expect(canAccept({ ...said, edit: { position: 'Engineer', stage: 'applied' } })).toBe(true);
  expect(canAccept(said)).toBe(false);
});
