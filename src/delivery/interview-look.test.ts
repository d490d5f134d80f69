import { describe, expect, test } from 'vitest';
import { on, personReminded, ticks } from '../../test/reminder-person.ts';

describe('an interview', () => {
  const talk = {
    kind: 'technical',
    occurred_at: '2026-03-20T15:00:00+01:00',
    contact_id: '019a0000-0000-7000-8000-000000000001',
  };
  const every = (from: number, to: number) =>
    Array.from({ length: (to - from) * 4 }, (_, tick) =>
      new Date(Date.parse(on('00:00')) + from * 3_600_000 + tick * 900_000).toISOString(),
    );

  test('is told once, so long before as the person chose', async () => {
    const scene = await personReminded({ nudge_before: 60, digest_days: [{ day: 'sunday' }] });
    await scene.add('interactions', talk);
    expect(await ticks(scene, ...every(-10, 13))).toEqual([]);
    expect(await ticks(scene, ...every(13, 15))).toEqual(['nudge']);
  });

  test('that is moved is told anew, at its new time', async () => {
    const scene = await personReminded({ nudge_before: 60, digest_days: [{ day: 'sunday' }] });
    const id = await scene.add('interactions', talk);
    await ticks(scene, ...every(0, 13), on('13:00'));
    scene.at = on('13:05');
    await scene.write('interactions', id, { occurred_at: '2026-03-20T18:00:00+01:00' });
    expect(await ticks(scene, ...every(13.25, 16))).toEqual(['nudge']);
    expect(await ticks(scene, ...every(16, 18))).toEqual(['nudge', 'nudge']);
  });

  test('that is called off is not told, nor one whose lead time was turned off', async () => {
    const off = await personReminded({ nudge_before: 60, digest_days: [{ day: 'sunday' }] });
    await off.add('interactions', talk);
    await off.settings({ nudge_before: null });
    expect(await ticks(off, ...every(-20, 15))).toEqual([]);
  });

  test('whose contact was deleted for a while is told all the same', async () => {
    const scene = await personReminded({ nudge_before: 120, digest_days: [{ day: 'sunday' }] });
    await scene.add('interactions', talk);
    const contact = '019a0000-0000-7000-8000-000000000001';
    const [standing] = await scene.reminder.store.get(scene.workspace, [{ type: 'contacts', id: contact }]);
    if (!standing) throw new Error('There is no contact.');
    await scene.keep('contacts', contact, { ...standing, deleted_at: on('11:50'), version: 2 }, 1);
    expect(await ticks(scene, ...every(-12, 12.5))).toEqual([]);
    await scene.keep('contacts', contact, { ...standing, version: 3 }, 2);
    expect(await ticks(scene, ...every(12.5, 14))).toEqual(['nudge']);
  });

  test('is told although the lead time was chosen long after it was written down', async () => {
    const scene = await personReminded({ nudge_before: null, digest_days: [{ day: 'sunday' }] });
    await scene.add('interactions', talk);
    await ticks(scene, ...every(-12, 8));
    await scene.settings({ nudge_before: 60 });
    expect(await ticks(scene, ...every(8, 13))).toEqual([]);
    expect(await ticks(scene, ...every(13, 15))).toEqual(['nudge']);
  });
});
