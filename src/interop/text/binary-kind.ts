/** A kind of file that is no text, known by its first bytes. */
export interface BinaryKind {
  readonly id: 'zip' | 'old_office' | 'pdf' | 'picture' | 'compressed' | 'database' | 'rich_text';
  /** A sentence for who brings one where text is expected, with what to do instead. */
  readonly refusal: string;
}

const KINDS: readonly (BinaryKind & { readonly marks: readonly string[] })[] = [
  {
    id: 'zip',
    marks: ['PK\x03\x04', 'PK\x05\x06'],
    refusal: 'This is a workbook (Excel, Numbers, LibreOffice) or a ZIP archive. Open it and save the sheet as CSV.',
  },
  {
    id: 'old_office',
    marks: ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    refusal: 'This is an old Office file, such as a workbook of Excel 97 to 2003. Open it and save it as CSV.',
  },
  {
    id: 'pdf',
    marks: ['%PDF-'],
    refusal: 'This is a PDF, from which a table cannot be read. Open what it was made from and save that as CSV.',
  },
  {
    id: 'picture',
    marks: ['\x89PNG\r\n', '\xff\xd8\xff', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*'],
    refusal: 'This is a picture. Bring the file it shows, saved as CSV, or type the text in.',
  },
  {
    id: 'compressed',
    marks: ['\x1f\x8b', 'Rar!\x1a\x07', "7z\xbc\xaf'\x1c", 'BZh9', '\xfd7zXZ\0'],
    refusal: 'This file is compressed. Unpack it, and bring what is in it; save tables as CSV.',
  },
  {
    id: 'database',
    marks: ['SQLite format 3\0'],
    refusal: 'This is a database. Export the table from the program that it belongs to, and save it as CSV.',
  },
  {
    id: 'rich_text',
    marks: ['{\\rtf'],
    refusal: 'This is a document with formatting (RTF). Save it as plain text, or its table as CSV.',
  },
];

/** What kind of binary file it is; undefined where no kind is known by these bytes. */
export function binaryKind(head: Uint8Array): BinaryKind | undefined {
  return KINDS.find(({ marks }) => marks.some((mark) => begins(head, mark)));
}

function begins(head: Uint8Array, mark: string): boolean {
  return [...mark].every((character, at) => head[at] === character.charCodeAt(0));
}
