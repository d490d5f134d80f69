import { describe, expect, test } from 'vitest';
import { on, personReminded, ticks } from '../../test/reminder-person.ts';
import { keptInFile, Outbox, ReminderScene } from '../../test/reminder-scene.ts';
import { remindDue } from './remind.ts';

describe('a digest', () => {
  test('comes once, at its hour where the person is', async () => {
    const scene = await personReminded();
    expect(await ticks(scene, on('06:45'))).toEqual([]);
    expect(await ticks(scene, on('07:00'), on('07:15'), on('07:30'))).toEqual(['digest 2026-03-20']);
    expect(await ticks(scene, on('07:00', '2026-03-21'))).toEqual(['digest 2026-03-20', 'digest 2026-03-21']);
  });

  test('comes once where two clocks look at the same moment', async () => {
    const scene = await personReminded();
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
    const late = await personReminded();
    expect(await ticks(late, on('15:00'))).toEqual(['digest 2026-03-20']);
    const later = await personReminded();
    expect(await ticks(later, on('05:00', '2026-03-21'))).toEqual([]);
    expect(await ticks(later, on('07:00', '2026-03-21'))).toEqual(['digest 2026-03-21']);
  });

  test('does not come at another time because reminders were turned on after its hour', async () => {
    const scene = await personReminded({ remind_by_email: false });
    scene.at = on('10:00');
    await scene.settings({});
    expect(await ticks(scene, on('10:15'), on('10:30'))).toEqual([]);
    expect(await ticks(scene, on('07:00', '2026-03-21'))).toEqual(['digest 2026-03-21']);
  });

  test('does not come a second time because its hour was changed to a later one of the same day', async () => {
    const scene = await personReminded();
    await ticks(scene, on('07:00'));
    scene.at = on('08:00');
    await scene.settings({ digest_at: '12:00' });
    expect(await ticks(scene, on('11:00'), on('11:15'))).toEqual(['digest 2026-03-20']);
  });

  test('does not come a second time to somebody who flies west over the date line', async () => {
    const scene = await personReminded({ time_zone: 'Pacific/Auckland' });
    expect(await ticks(scene, '2026-03-19T19:00:00.000Z')).toEqual(['digest 2026-03-20']);
    scene.at = '2026-03-19T20:00:00.000Z';
    await scene.settings({ time_zone: 'Pacific/Honolulu' });
    expect(await ticks(scene, '2026-03-20T18:00:00.000Z')).toEqual(['digest 2026-03-20']);
    expect(await ticks(scene, '2026-03-21T18:00:00.000Z')).toEqual(['digest 2026-03-20', 'digest 2026-03-21']);
  });

  test('stops with the settings, and where there is no address it waits for one', async () => {
    const scene = await personReminded();
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
    const scene = await personReminded();
    scene.at = on('07:00');
    await remindDue({ ...scene.reminder, senders: [] });
    expect(await ticks(scene, on('07:00', '2026-03-21'))).toEqual(['digest 2026-03-21']);
  });

  test('that cannot take it now is tried again, and says in the ledger why', async () => {
    const scene = await personReminded();
    scene.outbox.troubles.push({ is: 'delayed', detail: 'Too many at once.' });
    expect(await ticks(scene, on('07:00'))).toEqual([]);
    expect(await scene.reminder.ledger.latest(scene.workspace, 5)).toMatchObject([
      { state: 'delayed', detail: 'Too many at once.', attempt: 1 },
    ]);
    expect(await ticks(scene, on('07:15'), on('07:30'))).toEqual(['digest 2026-03-20']);
    expect(await scene.reminder.ledger.latest(scene.workspace, 5)).toMatchObject([{ state: 'sent', attempt: 2 }]);
  });

  test('that is turned on after the hour brings the digest from the next day on', async () => {
    const scene = await personReminded();
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
    const scene = await personReminded();
    scene.outbox.troubles.push({ is: 'delayed', detail: 'Busy.' }, { is: 'delayed', detail: 'Busy.' });
    await ticks(scene, on('07:00'), on('07:15'));
    scene.at = on('07:28');
    await scene.settings({ name: 'Ada' });
    expect(await ticks(scene, on('07:30'), on('07:45'))).toEqual(['digest 2026-03-20']);
  });

  test('that takes its time to say that it cannot is tried again by the very next tick', async () => {
    const scene = await personReminded();
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
    const scene = await personReminded({ remind_by_push: true });
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
    const scene = await personReminded({ remind_by_push: true });
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
    const scene = await personReminded();
    scene.outbox.troubles.push({ is: 'unknown', detail: 'No answer.' });
    expect(await ticks(scene, on('07:00'), on('07:15'), on('07:30'))).toHaveLength(1);
    const [entry] = await scene.reminder.ledger.latest(scene.workspace, 1);
    expect(entry).toMatchObject({ state: 'failed', detail: 'No answer. It may have come.' });
  });
});
