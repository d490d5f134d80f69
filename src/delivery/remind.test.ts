import { describe, expect, test } from 'vitest';
import { keptInFile, Outbox, ReminderScene } from '../../test/reminder-scene.ts';
import { remindDue } from './remind.ts';

/** Follow-ups are overdue and reminders are on since a day before. */
async function person(settings = {}) {
  const scene = new ReminderScene(keptInFile);
  scene.at = '2026-03-19T12:00:00.000Z';
  await scene.settings(settings);
  await scene.add('contacts', { name: 'Grace', email: 'grace@example.org', next_follow_up: '2026-03-18' });
  return scene;
}

async function ticks(scene: ReminderScene, ...times: readonly string[]) {
  for (const at of times) {
    scene.at = at;
    await remindDue(scene.reminder);
  }
  expect(scene.faults).toEqual([]);
  return scene.told;
}

const on = (time: string, day = '2026-03-20') => `${day}T${time}:00.000Z`;

describe('a digest', () => {
  test('comes once, at its hour where the person is', async () => {
    const scene = await person();
    expect(await ticks(scene, on('06:45'))).toEqual([]);
    expect(await ticks(scene, on('07:00'), on('07:15'), on('07:30'))).toEqual(['digest 2026-03-20']);
    expect(await ticks(scene, on('07:00', '2026-03-21'))).toEqual(['digest 2026-03-20', 'digest 2026-03-21']);
  });

  test('comes once where two clocks look at the same moment', async () => {
    const scene = await person();
    scene.at = on('07:00');
    await Promise.all([remindDue(scene.reminder), remindDue(scene.reminder), remindDue(scene.reminder)]);
    expect(await ticks(scene, on('07:15'))).toEqual(['digest 2026-03-20']);
  });

  test('of a day on which nothing is due is not sent, and leaves nothing in the ledger', async () => {
    const scene = new ReminderScene(keptInFile);
    scene.at = '2026-03-19T12:00:00.000Z';
    await scene.settings({});
    expect(await ticks(scene, on('07:00'), on('07:15'))).toEqual([]);
    expect(await scene.reminder.ledger.latest(scene.workspace, 5)).toEqual([]);
  });

  test('that an outage held up comes on its day, and not on the next one', async () => {
    const late = await person();
    expect(await ticks(late, on('15:00'))).toEqual(['digest 2026-03-20']);
    const later = await person();
    expect(await ticks(later, on('05:00', '2026-03-21'))).toEqual([]);
    expect(await ticks(later, on('07:00', '2026-03-21'))).toEqual(['digest 2026-03-21']);
  });

  test('does not come at another time because reminders were turned on after its hour', async () => {
    const scene = await person({ remind_by_email: false });
    scene.at = on('10:00');
    await scene.settings({});
    expect(await ticks(scene, on('10:15'), on('10:30'))).toEqual([]);
    expect(await ticks(scene, on('07:00', '2026-03-21'))).toEqual(['digest 2026-03-21']);
  });

  test('does not come a second time because its hour was changed to a later one of the same day', async () => {
    const scene = await person();
    await ticks(scene, on('07:00'));
    scene.at = on('08:00');
    await scene.settings({ digest_at: '12:00' });
    expect(await ticks(scene, on('11:00'), on('11:15'))).toEqual(['digest 2026-03-20']);
  });

  test('does not come a second time to somebody who flies west over the date line', async () => {
    const scene = await person({ time_zone: 'Pacific/Auckland' });
    expect(await ticks(scene, '2026-03-19T19:00:00.000Z')).toEqual(['digest 2026-03-20']);
    scene.at = '2026-03-19T20:00:00.000Z';
    await scene.settings({ time_zone: 'Pacific/Honolulu' });
    expect(await ticks(scene, '2026-03-20T18:00:00.000Z')).toEqual(['digest 2026-03-20']);
    expect(await ticks(scene, '2026-03-21T18:00:00.000Z')).toEqual(['digest 2026-03-20', 'digest 2026-03-21']);
  });

  test('stops with the settings, and where there is no address it waits for one', async () => {
    const scene = await person();
    scene.recipient = { ...scene.recipient, email: null };
    expect(await ticks(scene, on('07:00'))).toEqual([]);
    scene.recipient = { ...scene.recipient, email: 'ada@example.org' };
    expect(await ticks(scene, on('07:00', '2026-03-21'))).toEqual(['digest 2026-03-21']);
    scene.at = on('08:00', '2026-03-21');
    await scene.settings({ remind_by_email: false });
    expect(await ticks(scene, on('07:00', '2026-03-22'))).toHaveLength(1);
  });
});

describe('a channel', () => {
  test('that this home does not have yet brings the digest from the day on that it has it', async () => {
    const scene = await person();
    scene.at = on('07:00');
    await remindDue({ ...scene.reminder, senders: [] });
    expect(await ticks(scene, on('07:00', '2026-03-21'))).toEqual(['digest 2026-03-21']);
  });

  test('that cannot take it now is tried again, and says in the ledger why', async () => {
    const scene = await person();
    scene.outbox.troubles.push({ is: 'delayed', detail: 'Too many at once.' });
    expect(await ticks(scene, on('07:00'))).toEqual([]);
    expect(await scene.reminder.ledger.latest(scene.workspace, 5)).toMatchObject([
      { state: 'delayed', detail: 'Too many at once.', attempt: 1 },
    ]);
    expect(await ticks(scene, on('07:15'), on('07:30'))).toEqual(['digest 2026-03-20']);
    expect(await scene.reminder.ledger.latest(scene.workspace, 5)).toMatchObject([{ state: 'sent', attempt: 2 }]);
  });

  test('that is turned on after the hour brings the digest from the next day on', async () => {
    const scene = await person();
    const push = new Outbox('push');
    const reminder = { ...scene.reminder, senders: [scene.outbox, push] };
    for (const at of [on('07:00'), on('09:15'), on('09:30')]) {
      scene.at = at;
      if (at === on('09:15')) await scene.settings({ remind_by_push: true });
      await remindDue(reminder);
    }
    expect([scene.outbox.came.length, push.came.length]).toEqual([1, 0]);
    scene.at = on('07:00', '2026-03-21');
    await remindDue(reminder);
    expect([scene.outbox.came.length, push.came.length]).toEqual([2, 1]);
  });

  test('that cannot take it now is tried again also where the settings are written meanwhile', async () => {
    const scene = await person();
    scene.outbox.troubles.push({ is: 'delayed', detail: 'Busy.' }, { is: 'delayed', detail: 'Busy.' });
    await ticks(scene, on('07:00'), on('07:15'));
    scene.at = on('07:28');
    await scene.settings({ name: 'Ada' });
    expect(await ticks(scene, on('07:30'), on('07:45'))).toEqual(['digest 2026-03-20']);
  });

  test('that takes its time to say that it cannot is tried again by the very next tick', async () => {
    const scene = await person();
    const slow = {
      ...scene.outbox,
      channel: 'email' as const,
      lacks: () => null,
      send: async () => {
        scene.at = '2026-03-20T07:04:00.000Z';
        return { is: 'delayed', detail: 'Busy.' } as const;
      },
    };
    scene.at = on('07:00');
    await remindDue({ ...scene.reminder, senders: [slow] });
    expect(await ticks(scene, on('07:15'))).toEqual(['digest 2026-03-20']);
  });

  test('that breaks off lets the others come to their end: they send once', async () => {
    const scene = await person({ remind_by_push: true });
    const breaking = { ...scene.reminder.ledger, claim: scene.reminder.ledger.claim };
    const ledger: typeof breaking = {
      ...breaking,
      claim: async (workspace, sending, lease) => {
        if (sending.channel === 'push') throw new Error('Busy.');
        return scene.reminder.ledger.claim(workspace, sending, lease);
      },
    };
    const push = new Outbox('push');
    scene.at = on('07:00');
    const reminder = { ...scene.reminder, senders: [scene.outbox, push] };
    expect(await remindDue({ ...reminder, ledger })).toMatchObject({ faults: 1 });
    const [entry] = await ledger.latest(scene.workspace, 1);
    expect(entry).toMatchObject({ channel: 'email', state: 'sent' });
    scene.at = on('07:15');
    await remindDue(reminder);
    expect([scene.outbox.came.length, push.came.length]).toEqual([1, 1]);
  });

  test('that refuses it for good is not asked again that day, that another is late or not', async () => {
    const scene = await person({ remind_by_push: true });
    const push = new Outbox('push');
    scene.outbox.troubles.push({ is: 'refused', detail: 'No such address.' });
    push.troubles.push({ is: 'delayed', detail: 'Busy.' });
    const reminder = { ...scene.reminder, senders: [scene.outbox, push] };
    for (const at of [on('07:00'), on('07:15'), on('07:30')]) {
      scene.at = at;
      await remindDue(reminder);
    }
    expect([scene.outbox.came.length, push.came.length]).toEqual([0, 1]);
    expect(await remindDue(reminder)).toMatchObject({ looked: 0 });
  });

  test('that does not say whether it took it is not asked again: it would come twice', async () => {
    const scene = await person();
    scene.outbox.troubles.push({ is: 'unknown', detail: 'No answer.' });
    expect(await ticks(scene, on('07:00'), on('07:15'), on('07:30'))).toHaveLength(1);
    const [entry] = await scene.reminder.ledger.latest(scene.workspace, 1);
    expect(entry).toMatchObject({ state: 'failed', detail: 'No answer. It may have come.' });
  });
});

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
    const scene = await person({ nudge_before: 60, digest_days: [{ day: 'sunday' }] });
    await scene.add('interactions', talk);
    expect(await ticks(scene, ...every(-10, 13))).toEqual([]);
    expect(await ticks(scene, ...every(13, 15))).toEqual(['nudge']);
  });

  test('that is moved is told anew, at its new time', async () => {
    const scene = await person({ nudge_before: 60, digest_days: [{ day: 'sunday' }] });
    const id = await scene.add('interactions', talk);
    await ticks(scene, ...every(0, 13), on('13:00'));
    scene.at = on('13:05');
    await scene.write('interactions', id, { occurred_at: '2026-03-20T18:00:00+01:00' });
    expect(await ticks(scene, ...every(13.25, 16))).toEqual(['nudge']);
    expect(await ticks(scene, ...every(16, 18))).toEqual(['nudge', 'nudge']);
  });

  test('that is called off is not told, nor one whose lead time was turned off', async () => {
    const off = await person({ nudge_before: 60, digest_days: [{ day: 'sunday' }] });
    await off.add('interactions', talk);
    await off.settings({ nudge_before: null });
    expect(await ticks(off, ...every(-20, 15))).toEqual([]);
  });

  test('whose contact was deleted for a while is told all the same', async () => {
    const scene = await person({ nudge_before: 120, digest_days: [{ day: 'sunday' }] });
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
    const scene = await person({ nudge_before: null, digest_days: [{ day: 'sunday' }] });
    await scene.add('interactions', talk);
    await ticks(scene, ...every(-12, 8));
    await scene.settings({ nudge_before: 60 });
    expect(await ticks(scene, ...every(8, 13))).toEqual([]);
    expect(await ticks(scene, ...every(13, 15))).toEqual(['nudge']);
  });
});
