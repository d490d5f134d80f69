/** A table as a terminal shows it: columns as wide as their texts, cut so that a line fits. */
export function tableText(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  width = Number.POSITIVE_INFINITY,
): string {
  const flat = [header, ...rows].map((row) => row.map(oneLine));
  const widths = fitted(
    header.map((_, column) => Math.max(...flat.map((row) => lengthOf(row[column] ?? '')))),
    width,
  );
  return flat.map((row) => `${lineOf(row, widths)}\n`).join('');
}

const GAP = '  ';
const NARROWEST = 6;

function lineOf(row: readonly string[], widths: readonly number[]): string {
  return row
    .map((cell, column) => padded(cut(cell, widths[column] ?? 0), widths[column] ?? 0))
    .join(GAP)
    .trimEnd();
}

/** The widest column gives way first. */
function fitted(widths: readonly number[], width: number): readonly number[] {
  const fits = [...widths];
  const room = width - GAP.length * (widths.length - 1);
  for (let excess = sum(fits) - room; excess > 0; excess--) {
    const widest = fits.indexOf(Math.max(...fits));
    if ((fits[widest] ?? 0) <= NARROWEST) break;
    fits[widest] = (fits[widest] ?? 0) - 1;
  }
  return fits;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Control characters from strangers would speak to the terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

const graphemes = new Intl.Segmenter();

/** What a terminal shows in two columns (Unicode 16, UAX 11). */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uFF01-\uFF60]/u;

function lengthOf(text: string): number {
  let length = 0;
  for (const { segment } of graphemes.segment(text)) length += WIDE.test(segment) ? 2 : 1;
  return length;
}

function cut(text: string, width: number): string {
  if (lengthOf(text) <= width) return text;
  let short = '';
  let length = 1;
  for (const { segment } of graphemes.segment(text)) {
    length += WIDE.test(segment) ? 2 : 1;
    if (length > width) break;
    short += segment;
  }
  return `${short.trimEnd()}…`;
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - lengthOf(text)));
}
