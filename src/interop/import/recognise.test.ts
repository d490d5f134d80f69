import { expect, test } from 'vitest';
import { type Format, Refused } from './format.ts';
import { recognise } from './recognise.ts';
import { sourceOf } from './source.ts';

const beginning = (name: string, text: string): Format => ({
  id: name.toLowerCase(),
  name,
  recognises: (head) => new TextDecoder().decode(head).startsWith(text),
  async *read() {},
});
const formats = [beginning('vCard', 'BEGIN:VCARD'), beginning('iCalendar', 'BEGIN:VCALENDAR')];

test('a file is known by what is in it, whatever it is called', async () => {
  expect((await recognise(sourceOf('people.csv', 'BEGIN:VCARD\r\n'), formats)).id).toBe('vcard');
});

test('what nobody knows is refused with the names of what can be brought in', async () => {
  await expect(recognise(sourceOf('cat.txt', 'miaow'), formats)).rejects.toThrow(
    new Refused('“cat.txt” is no file that can be brought in. These can: vCard, iCalendar.'),
  );
  await expect(recognise(sourceOf('empty.csv', ''), formats)).rejects.toThrow('“empty.csv” is empty: export it again.');
});

test('a file that is no text is refused with what it is and what to do instead', async () => {
  const picture = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
  await expect(recognise(sourceOf('cat.jpg', picture), formats)).rejects.toThrow('“cat.jpg”: This is a picture.');
});
