import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACME, APPLIED, alone, anyWorkspace, MANAGER, person, RECRUITER, said } from '../../test/job-search.ts';
import type { Conversed, InteractionFacts } from './conversations.ts';
import { companyKey, NEVER_ASKED, responsivenessOfCompanies, responsivenessOfContacts } from './responsiveness.ts';

const TODAY = '2026-03-20';

describe('a contact', () => {
  const of = (interactions: readonly InteractionFacts[]) =>
    responsivenessOfContacts({ interactions }, TODAY).get(RECRUITER) ?? NEVER_ASKED;

  test.each<[string, readonly InteractionFacts[], object]>([
    ['who was never written to has no share', [], { messages: 0, replies: 0, share: null, medianDays: null }],
    [
      'who only wrote has none either',
      [alone('in', '2026-03-01')],
      { messages: 0, replies: 0, share: null, medianDays: null },
    ],
    ['who never answered', [alone('out', '2026-03-01')], { messages: 1, replies: 0, share: 0, medianDays: null }],
    [
      'who answered 2 of 5, after 1 and 4 days',
      [
        alone('out', '2026-03-01'),
        alone('in', '2026-03-02'),
        alone('in', '2026-03-03'),
        alone('out', '2026-03-04'),
        alone('out', '2026-03-05'),
        alone('out', '2026-03-06'),
        alone('in', '2026-03-10'),
        alone('out', '2026-03-11'),
      ],
      { messages: 5, replies: 2, share: 0.4, medianDays: 2.5 },
    ],
    [
      'who answered by calling, and about an application',
      [alone('out', '2026-03-01'), said('in', '2026-03-03', { kind: 'call', contact_id: RECRUITER })],
      { messages: 1, replies: 1, share: 1, medianDays: 2 },
    ],
    [
      'does not answer by a note, tomorrow, or through somebody else',
      [
        alone('out', '2026-03-01'),
        said(null, '2026-03-02', { kind: 'note', contact_id: RECRUITER }),
        alone('in', '2026-03-21'),
        said('in', '2026-03-04', { contact_id: MANAGER }),
      ],
      { messages: 1, replies: 0, share: 0, medianDays: null },
    ],
  ])('%s', (_, interactions, expected) => {
    expect(of(interactions)).toEqual(expected);
  });
});

describe('a company', () => {
  const of = (company: string, records: Partial<Conversed>) => {
    const all = responsivenessOfCompanies({ applications: [], contacts: [], interactions: [], ...records }, TODAY);
    return all.get(companyKey(company)) ?? NEVER_ASKED;
  };
  const bolt = { ...APPLIED, application_id: 'a-bolt', company: ' ACMÉ ' };

  test('answers through anybody in a conversation, and all its conversations count', () => {
    const interactions = [
      said('out', '2026-03-01', { contact_id: RECRUITER }),
      said('in', '2026-03-03', { contact_id: MANAGER }),
      said('out', '2026-03-04', { application_id: 'a-bolt' }),
    ];
    expect(of('Acme', { applications: [APPLIED, bolt], interactions })).toEqual({
      messages: 2,
      replies: 1,
      share: 0.5,
      medianDays: 2,
    });
  });

  test('is that of the contact where no application names one, else the recruiter’s', () => {
    const interactions = [alone('out', '2026-03-01')];
    const recruiter_company = 'Agency';
    expect(
      of('Acme', { contacts: [person(RECRUITER, { company: 'Acme', recruiter_company })], interactions }).messages,
    ).toBe(1);
    expect(of('agency', { contacts: [person(RECRUITER, { recruiter_company })], interactions }).messages).toBe(1);
    const unnamed = { ...APPLIED, company: null };
    expect(
      of('', { applications: [unnamed], interactions: [said('out', '2026-03-01', { application_id: ACME })] }),
    ).toBe(NEVER_ASKED);
  });
});

test('there are never more replies than messages, and the share is of them', () => {
  fc.assert(
    fc.property(anyWorkspace, (workspace) => {
      const { today } = workspace;
      const all = [responsivenessOfContacts(workspace, today), responsivenessOfCompanies(workspace, today)];
      for (const { messages, replies, share, medianDays } of all.flatMap((one) => [...one.values()])) {
        expect(replies).toBeLessThanOrEqual(messages);
        expect(share).toBe(messages === 0 ? null : replies / messages);
        expect(medianDays === null).toBe(replies === 0);
      }
    }),
  );
});
