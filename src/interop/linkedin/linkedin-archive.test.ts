import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { headOf, sourceOf } from '../import/source.ts';
import { archiveOf, itemsOf, leftOutIn } from './fixtures/files.ts';
import { linkedinArchive } from './linkedin-archive.ts';

describe('an archive', () => {
  test('is known by what it holds', async () => {
    for (const year of ['2021', '2023', '2026']) {
      expect(linkedinArchive.recognises(await headOf(archiveOf(year))), year).toBe(true);
    }
    const other = zipSync({ 'people.csv': new TextEncoder().encode('Name,E-mail\nAda,ada@example.com\n') });
    expect(linkedinArchive.recognises(other)).toBe(false);
  });

  test('names all that is left out of it at once', async () => {
    const notes = leftOutIn(await itemsOf(linkedinArchive, archiveOf('2023')));
    expect(notes.at(-1)).toEqual({
      where: { file: 'linkedin-2023.zip' },
      what: 'Registration.csv, Skills.csv, guide_messages.csv',
    });
  });

  test('says the same when it is read again, and that it was read to its end', async () => {
    const source = archiveOf('2023');
    const items = await itemsOf(linkedinArchive, source);
    expect(await itemsOf(linkedinArchive, source)).toEqual(items);
    const read = items.flatMap((item) => ('read' in item ? [item.read] : []));
    expect(read.at(-1)).toBe(source.size);
    expect(read.toSorted((one, other) => one - other)).toEqual(read);
  });

  test('without anything of use is refused', async () => {
    const source = sourceOf('other.zip', zipSync({ 'Skills.csv': new TextEncoder().encode('Name\nPython\n') }));
    await expect(itemsOf(linkedinArchive, source)).rejects.toThrow(
      /holds no connections, messages, invitations or jobs/,
    );
  });
});
