import { expect, test } from 'vitest';
import { Refused } from '../../interop/import/format.ts';
import { joined } from '../../interop/import/source.ts';
import { sourceOfFile } from './files.ts';

async function textOf(stream: AsyncIterable<Uint8Array> | undefined): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream ?? []) pieces.push(piece);
  return new TextDecoder().decode(joined(pieces));
}

test('a file is read from its beginning as often as needed, and from a place on', async () => {
  const source = sourceOfFile(new File(['Name,E-mail'], 'people.csv'));
  expect([source.name, source.size]).toEqual(['people.csv', 11]);
  expect([await textOf(source.stream()), await textOf(source.stream())]).toEqual(['Name,E-mail', 'Name,E-mail']);
  expect(await textOf(source.from?.(5))).toBe('E-mail');
});

test('a folder, or a file that is gone, is refused by its name with what to do', async () => {
  const gone = new File([], 'people');
  gone.stream = () => new ReadableStream({ start: (stream) => stream.error(new DOMException('', 'NotFoundError')) });
  await expect(textOf(sourceOfFile(gone).stream())).rejects.toThrow(
    new Refused('“people” cannot be read: it is a folder, or was moved or changed. Choose the file again.'),
  );
});
