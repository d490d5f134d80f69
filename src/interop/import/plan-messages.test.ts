import { describe, expect, test } from 'vitest';
import { actions, found, message, Shop } from '../../../test/import-scene.ts';

const ada = { name: 'Ada Lee', email: 'ada@acme.example', company: 'Acme' };

describe('conversations', () => {
  test('are with a contact of the file, one that stands, or a new one', () => {
    const shop = new Shop();
    const bo = shop.has('contacts', { name: 'Bo Zed', email: 'bo@x.example' });
    shop.apply(
      shop.plan([
        message(1),
        found('contacts', 2, ada),
        message(3, { people: [{ name: 'Bo Zed' }] }, { subject: 'Two' }),
        message(4, { people: [{ name: 'Cy', email: 'cy@x.example' }] }, { subject: 'Three' }),
      ]),
    );
    const named = shop.of('interactions').map(({ contact_id }) => shop.get('contacts', String(contact_id)));
    expect(named).toMatchObject([ada, { contact_id: bo }, { name: 'Cy', email: 'cy@x.example' }]);
    expect(shop.of('contacts')).toHaveLength(3);
  });

  test('move the last contact on and end a silence, as steps of the import, and undoing gives that back', () => {
    const shop = new Shop();
    const id = shop.has('contacts', { ...ada, status: 'ghosted', last_contacted: '2026-02-01' });
    const before = shop.seen();
    const parts = shop.apply(shop.plan([message(1)]));
    expect(shop.get('contacts', id)).toMatchObject({
      status: 'in conversation',
      last_contacted: '2026-03-05T10:00:00Z',
      version: 2,
    });
    shop.undo(parts);
    expect(shop.seen()).toEqual(before);
  });

  test('are known again by their source, or by person, minute, direction and beginning', () => {
    const shop = new Shop();
    shop.apply(shop.plan([message(1, {}, { source_id: 'a@x' }), message(2, {}, { subject: 'Other' })]));
    const again = shop.plan([
      message(1, {}, { source_id: 'a@x', subject: 'Hello' }),
      message(2, {}, { subject: 'Other', occurred_at: '2026-03-05T11:00:30+01:00' }),
      message(3, {}, { source_id: 'b@x' }),
    ]);
    expect(again.rows.filter(({ type }) => type === 'interactions').map(({ action }) => action)).toEqual([
      'alone',
      'alone',
      'create',
    ]);
  });

  test('without anybody and about nothing are bad, with what to do', () => {
    const why = expect.stringMatching(/with nobody.*by hand/);
    expect(new Shop().plan([message(9, { people: [] })]).bad).toMatchObject([{ where: { line: 9 }, why }]);
  });
});

describe('applications', () => {
  test('are known again by their posting or by position and company, and take in their people', () => {
    const shop = new Shop();
    const rows = [
      found(
        'applications',
        2,
        {
          position: 'Engineer',
          company: 'Acme',
          url: 'https://jobs.example/1',
          stage: 'interview',
          applied_on: '2026-02-01',
        },
        { people: [{ ...ada, role: 'HR' }] },
      ),
      found('applications', 3, { position: 'Designer', company: 'Acme', stage: 'closed' }),
    ];
    const plan = shop.plan(rows);
    expect(actions(plan)).toEqual({ Engineer: 'create', Designer: 'create', 'Ada Lee': 'create' });
    shop.apply(plan);
    expect(shop.of('applications')).toMatchObject([
      { stage: 'interview', applied_on: '2026-02-01', contact_ids: [{ role: 'HR' }] },
      { stage: 'saved', notes: 'Stage: closed' },
    ]);
    expect(shop.plan(rows).writes).toEqual([]);
  });
});
