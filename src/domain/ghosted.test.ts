import fc from 'fast-check';
import { expect, test } from 'vitest';
import { said } from '../../test/job-search.ts';
import { application } from './application.ts';
import { apply, type Operation } from './changes.ts';
import { interaction } from './interaction.ts';
import type { AnyRecord } from './noun.ts';

const STAGES_BEFORE = ['applied', 'screening', 'assessment', 'interview', 'final', 'offer'] as const;
const id = '01a202b0-fd96-7467-bc97-4ce076239447';
const now = '2026-03-20T09:00:00.000Z';

function changed(record: AnyRecord | undefined, operation: Operation): AnyRecord {
  const outcome = apply(application, record, operation, { id, now });
  if ('problem' in outcome) throw new Error(outcome.problem.detail);
  return outcome.record;
}

test('what the person closed as ghosted reopens where it was by a reply, and by nothing else', () => {
  fc.assert(
    fc.property(fc.constantFrom(...STAGES_BEFORE), fc.constantFrom('in', 'out'), (stage, direction) => {
      const applied = changed(undefined, { op: 'create', record: { position: 'Engineer', stage }, on: '2026-02-02' });
      const ghosted = changed(applied, { op: 'edit', record: { outcome: 'ghosted' }, on: '2026-03-10' });
      expect(ghosted).toMatchObject({ stage: 'closed', outcome: 'ghosted' });
      const word = { ...said('in', '2026-03-12T10:00', { application_id: id }), direction };
      const [effect] = interaction.effects?.({ ...word, updated_at: now, version: 1 }) ?? [];
      const edit = effect?.edit(ghosted);
      const after = edit ? changed(ghosted, { op: 'edit', ...edit }) : ghosted;
      const isReply = direction === 'in';
      expect(after).toMatchObject(isReply ? { stage, outcome: null } : { stage: 'closed', outcome: 'ghosted' });
    }),
  );
});
