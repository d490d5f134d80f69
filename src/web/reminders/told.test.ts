import { expect, test } from 'vitest';
import type { JsonObject } from '../../domain/json.ts';
import { NOUNS } from '../../domain/nouns.ts';
import { SETTINGS_ID } from '../../domain/settings.ts';
import { Deeds } from '../deeds/deeds.ts';
import { creation } from '../deeds/edits.ts';
import { replicaInMemory } from '../sync/replica-in-memory.ts';
import { Toasts } from '../ui/toasts.ts';
import { digestNow, latestFirst, sentWords } from './told.ts';

const [ANA, JOB, TALK] = ['1', '2', '3'].map((one) => `0192f0c0-0000-7000-8000-00000000000${one}`);
const NOW = '2026-03-12T09:00:00.000Z';

function newReplica(...made: readonly (readonly [type: string, record: JsonObject, id: string | undefined])[]) {
  const replica = replicaInMemory(NOUNS);
  const parts = { replica, outbox: { send: async () => {} }, today: () => '2026-03-12', toasts: new Toasts() };
  const deeds = new Deeds({ ...parts, onRefused: () => {}, onBack: () => {} });
  deeds.make(made.map(([type, record, id]) => creation(type, record, id)));
  return replica;
}

const contact = ['contacts', { name: 'Ana', email: 'ana@example.org', company: 'Globex' }, ANA] as const;
const application = ['applications', { position: 'Engineer', company: 'Initech', stage: 'interview' }, JOB] as const;
const interview = {
  kind: 'technical',
  occurred_at: '2026-03-12T14:00:00Z',
  contact_id: ANA,
  application_id: JOB,
};

test('an interview is told by whom it is with, and where nobody is named by the company', () => {
  const what = `nudge ${TALK}@2026-03-12T14:00:00.000Z`;
  const all = newReplica(contact, application, ['interactions', interview, TALK]);
  expect(sentWords(what, all)).toBe('Technical interview with Ana');
  const alone = newReplica(application, ['interactions', { ...interview, contact_id: null }, TALK]);
  expect(sentWords(what, alone)).toBe('Technical interview at Initech');
  expect(sentWords(what, newReplica())).toBe('An interview');
});

test('all else that is sent has a name of its own', () => {
  expect([sentWords('digest', newReplica()), sentWords('trial 2', newReplica())]).toEqual(['Daily digest', 'Trial']);
});

test('the preview is the digest of the records and settings as they stand', () => {
  const due = { ...contact[1], next_follow_up: '2026-03-11' };
  const zone = ['settings', { time_zone: 'Pacific/Honolulu' }, SETTINGS_ID] as const;
  const replica = newReplica(['contacts', due, ANA], application, ['interactions', interview, TALK]);
  expect(digestNow(replica, NOW)?.parts.map(({ section }) => section)).toEqual(['interviews', 'overdue']);
  // There it is still the day before.
  const elsewhere = newReplica(['contacts', due, ANA], zone);
  expect(digestNow(elsewhere, NOW)?.parts.map(({ section }) => section)).toEqual(['today']);
  expect(digestNow(newReplica(contact), NOW)).toBeUndefined();
});

test('what was tried last comes first, also where it was for a later day', () => {
  const entry = { what: 'digest', channel: 'email', attempt: 1, state: 'sent', detail: null } as const;
  const sent = [
    { ...entry, day: '2026-03-14', at: '2026-03-12T06:00:00Z' },
    { ...entry, day: '2026-03-12', at: '2026-03-12T08:00:00.000Z' },
    { ...entry, day: '2026-03-12', at: '2026-03-12T07:00:00.000Z' },
  ];
  expect(latestFirst(sent).map(({ at }) => at.slice(11, 13))).toEqual(['08', '07', '06']);
});
