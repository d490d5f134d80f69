import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { MOST_DEVICES, type PushDevice, type Recipients } from './recipients.ts';

const NOW = '2026-03-29T05:30:00.000Z';
const NOBODY = { email: null, paused: null, devices: [] };
const ADA = 'Ada@Example.org';

export type OpenRecipients = (now: () => Date) => Recipients | Promise<Recipients>;

/** What every keeper of recipients guarantees. */
export function recipientsContract(name: string, open: OpenRecipients): void {
  describe(`recipients, kept by ${name}`, () => {
    test('of whom nothing is known has no address and no devices, also after a device of theirs was dropped', async () => {
      const { recipients, workspace } = await scene();
      expect(await recipients.of(workspace)).toEqual(NOBODY);
      await recipients.dropDevice(workspace, v7());
      expect(await recipients.pause(workspace, 'bounced', null)).toBe(false);
      expect(await recipients.of(workspace)).toEqual(NOBODY);
    });

    test('an address is kept as it is written until there is another, or none', async () => {
      const { recipients, workspace } = await scene();
      await recipients.keepEmail(workspace, 'ada@example.org');
      await recipients.keepEmail(workspace, ADA);
      expect(await recipients.of(workspace)).toEqual({ ...NOBODY, email: ADA });
      await recipients.keepEmail(workspace, null);
      expect(await recipients.of(workspace)).toEqual(NOBODY);
    });

    test('an address is paused whatever its case, and the first reason stays with its time', async () => {
      const { recipients, workspace, clock } = await scene();
      await recipients.keepEmail(workspace, ADA);
      expect(await recipients.pause(workspace, 'bounced', ' ada@example.ORG')).toBe(true);
      clock.pass(60);
      expect(await recipients.pause(workspace, 'bounced', 'ada@example.org')).toBe(true);
      expect(await recipients.pause(workspace, 'unsubscribed', null)).toBe(true);
      expect(await recipients.of(workspace)).toMatchObject({ email: ADA, paused: { reason: 'bounced', at: NOW } });
    });

    test('kept anew, also in the same words, mail goes to it again', async () => {
      const { recipients, workspace } = await scene();
      for (const reason of ['bounced', 'complained', 'unsubscribed'] as const) {
        await recipients.keepEmail(workspace, ADA);
        expect(await recipients.pause(workspace, reason, null)).toBe(true);
        expect((await recipients.of(workspace)).paused).toEqual({ reason, at: NOW });
      }
      await recipients.keepEmail(workspace, ADA);
      expect(await recipients.of(workspace)).toMatchObject({ email: ADA, paused: null });
    });

    test('a bounce of the address before does not pause the one of now', async () => {
      const { recipients, workspace } = await scene();
      await recipients.keepEmail(workspace, 'before@example.org');
      await recipients.keepEmail(workspace, ADA);
      expect(await recipients.pause(workspace, 'bounced', 'before@example.org')).toBe(false);
      expect(await recipients.of(workspace)).toMatchObject({ paused: null });
      await recipients.pause(workspace, 'unsubscribed', null);
      expect(await recipients.pause(workspace, 'bounced', 'before@example.org')).toBe(false);
    });

    test('devices come with all that was given, the latest first, and go one by one', async () => {
      const { recipients, workspace } = await scene();
      const [one, other] = [device(1), device(2)];
      for (const each of [one, other, other]) await recipients.keepDevice(workspace, each);
      expect((await recipients.of(workspace)).devices).toEqual([other, one]);
      await recipients.dropDevice(workspace, other.device_id);
      await recipients.dropDevice(workspace, other.device_id);
      expect((await recipients.of(workspace)).devices).toEqual([one]);
    });

    test('a browser is there once, with a new address of its push service or under a new id', async () => {
      const { recipients, workspace } = await scene();
      const [one, other] = [device(1), device(2)];
      for (const each of [one, other]) await recipients.keepDevice(workspace, each);
      const moved = { ...one, endpoint: 'https://push.example/moved', name: 'Chrome on Linux' };
      await recipients.keepDevice(workspace, moved);
      expect((await recipients.of(workspace)).devices).toEqual([moved, other]);
      const renamed = { ...other, device_id: v7() };
      await recipients.keepDevice(workspace, renamed);
      expect((await recipients.of(workspace)).devices).toEqual([renamed, moved]);
    });

    test(`of more than ${MOST_DEVICES} devices those that came last stay`, async () => {
      const { recipients, workspace } = await scene();
      const all = Array.from({ length: MOST_DEVICES + 3 }, (_, n) => device(n));
      for (const each of all) await recipients.keepDevice(workspace, each);
      expect((await recipients.of(workspace)).devices).toEqual(all.slice(3).reverse());
    });

    test('what two change at once is all there', async () => {
      const { recipients, workspace } = await scene();
      const [one, other] = [device(1), device(2)];
      const changes = [recipients.keepEmail(workspace, ADA), ...[one, other].map((each) => keep(each))];
      await Promise.all(changes);
      const { email, devices } = await recipients.of(workspace);
      expect([email, new Set(devices)]).toEqual([ADA, new Set([one, other])]);

      function keep(each: PushDevice) {
        return recipients.keepDevice(workspace, each);
      }
    });

    test('forgets a workspace, and no other', async () => {
      const { recipients, workspace } = await scene();
      const other = v7();
      for (const one of [workspace, other]) {
        await recipients.keepEmail(one, ADA);
        await recipients.keepDevice(one, device(1));
      }
      await recipients.forget(workspace);
      await recipients.forget(workspace);
      expect(await recipients.of(workspace)).toEqual(NOBODY);
      expect(await recipients.of(other)).toMatchObject({ email: ADA, devices: [device(1)] });
      await recipients.keepDevice(workspace, device(2));
      expect(await recipients.of(workspace)).toEqual({ ...NOBODY, devices: [device(2)] });
    });
  });

  async function scene() {
    let at = Date.parse(NOW);
    const clock = { pass: (seconds: number) => (at += seconds * 1000) };
    return { recipients: await open(() => new Date(at)), workspace: v7(), clock };
  }
}

function device(n: number): PushDevice {
  return {
    device_id: `device-${n}`,
    name: `Firefox ${n} on Linux`,
    made_at: NOW,
    endpoint: `https://push.example/${n}`,
    p256dh: 'B'.repeat(87),
    auth: 'a'.repeat(22),
  };
}
