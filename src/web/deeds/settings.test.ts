import { expect, test } from 'vitest';
import { SETTINGS_ID, settings } from '../../domain/settings.ts';
import { replicaInMemory } from '../sync/replica-in-memory.ts';
import { Toasts } from '../ui/toasts.ts';
import { Deeds } from './deeds.ts';
import { editSettings } from './settings.ts';

const REF = { type: settings.type, id: SETTINGS_ID };
const SENT = [{ stage: 'applied', name: 'Sent', is_hidden: false }];

function newDoing() {
  const replica = replicaInMemory([settings]);
  const outbox = { send: async () => {} };
  const today = () => '2026-03-12';
  const deeds = new Deeds({ replica, outbox, toasts: new Toasts(), today, onRefused: () => {}, onBack: () => {} });
  return { replica, deeds };
}

test('the settings are made empty and then edited, as on every other device', () => {
  const { replica, deeds } = newDoing();
  editSettings({ replica, deeds }, 'Renamed', { stages: SENT });
  expect(replica.pending.value.map(({ operation }) => operation)).toMatchObject([
    { op: 'create', record: {} },
    { op: 'edit', record: { stages: SENT } },
  ]);
});

test('undoing the first edit leaves the settings, with what was set since', () => {
  const { replica, deeds } = newDoing();
  const deed = editSettings({ replica, deeds }, 'Renamed', { stages: SENT });
  editSettings({ replica, deeds }, 'Named', { name: 'Mine' });
  if (deed) deeds.undo(deed);
  expect(replica.record(REF)).toMatchObject({ stages: [], name: 'Mine', deleted_at: null });
});

test('settings that were deleted are there again with an edit', () => {
  const { replica, deeds } = newDoing();
  editSettings({ replica, deeds }, 'Renamed', { stages: SENT });
  deeds.make([{ ref: REF, operation: { op: 'remove' } }]);
  editSettings({ replica, deeds }, 'Named', { name: 'Mine' });
  expect(replica.record(REF)).toMatchObject({ stages: SENT, name: 'Mine', deleted_at: null });
});
