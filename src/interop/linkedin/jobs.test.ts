import { describe, expect, test } from 'vitest';
import { archiveOf, foundIn, itemsOf, leftOutIn, tableOf } from './fixtures/files.ts';
import { linkedinArchive } from './linkedin-archive.ts';
import { linkedinCsv } from './linkedin-csv.ts';

describe('jobs', () => {
  test('that were applied for have their day, résumé, posting and answers', async () => {
    expect(await foundIn(linkedinCsv, tableOf('2023/Jobs/Job Applications.csv'))).toEqual([
      {
        type: 'applications',
        where: { file: 'Job Applications.csv', line: 2 },
        fields: {
          position: 'Staff Engineer, Platform',
          company: 'Globex',
          url: 'https://www.linkedin.com/jobs/view/4077276177',
          source: 'LinkedIn',
          source_id: 'linkedin:job:4077276177',
          stage: 'applied',
          applied_on: '2025-03-12',
          applied_by: 'written',
          resume_version: 'Mara-CV-2025.pdf',
        },
        remarks: [
          { label: 'Applied with e-mail', value: 'mara@example.com' },
          { label: 'Applied with phone', value: '+4741234567' },
          { label: 'Questions and answers', value: 'How many years of TypeScript?:6\nDo you need a visa?:No' },
        ],
      },
    ]);
  });

  test('that were saved are in the first stage', async () => {
    const [, saved] = await foundIn(linkedinCsv, tableOf('2023/Jobs/Saved Jobs.csv'));
    expect(saved?.fields).toMatchObject({ position: 'Lead Engineer', company: 'Umbrella', stage: 'saved' });
    expect(saved?.remarks).toEqual([{ label: 'Saved on', value: '2025-03-11' }]);
  });

  test('of an archive come from all its files, each once', async () => {
    const items = await itemsOf(linkedinArchive, archiveOf('2023'));
    const jobs = items.flatMap((item) => ('found' in item && item.found.type === 'applications' ? [item.found] : []));
    expect(jobs.map(({ fields }) => [fields.company, fields.stage, fields.applied_on])).toEqual([
      ['Globex', 'applied', '2025-03-12'],
      ['Initech', 'applied', '2024-12-01'],
      ['Umbrella', 'saved', undefined],
    ]);
    expect(leftOutIn(items).map(({ what }) => what)).toContain('1 saved job that you applied for later');
  });
});
