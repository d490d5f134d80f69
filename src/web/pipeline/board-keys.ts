/** A card of the board. */
export interface Spot {
  readonly column: number;
  readonly row: number;
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>;

/**
 * Where a key leads to from a card: up and down in its column, left and right to the next column that has cards, Home
 * and End to the ends of the column.
 *
 * @param counts how many cards can be reached in each column
 * @returns null where it is no such key, or where there is nothing that way
 */
export function spotAfter({ key, ctrlKey, altKey, metaKey, shiftKey }: Key, from: Spot, counts: readonly number[]) {
  if (ctrlKey || altKey || metaKey || shiftKey) return null;
  const { column, row } = from;
  switch (key) {
    case 'ArrowUp':
      return within({ column, row: row - 1 }, counts);
    case 'ArrowDown':
      return within({ column, row: row + 1 }, counts);
    case 'Home':
      return within({ column, row: 0 }, counts);
    case 'End':
      return within({ column, row: Number.POSITIVE_INFINITY }, counts);
    case 'ArrowLeft':
      return beside(from, -1, counts);
    case 'ArrowRight':
      return beside(from, 1, counts);
    default:
      return null;
  }
}

/** Which way a key moves an application: `]` or Shift with an arrow a stage on, `[` a stage back; null for any other key. */
export function stageStep({ key, ctrlKey, altKey, metaKey, shiftKey }: Key): 1 | -1 | null {
  // On some keyboards a bracket needs Alt or AltGr, which is Ctrl and Alt; Command or Ctrl with one is the browser's.
  if (metaKey || (ctrlKey && !altKey)) return null;
  if (key === '[') return -1;
  if (key === ']') return 1;
  if (!shiftKey || altKey) return null;
  return key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : null;
}

function beside({ column, row }: Spot, step: 1 | -1, counts: readonly number[]): Spot | null {
  for (let at = column + step; at >= 0 && at < counts.length; at += step) {
    if (counts[at]) return within({ column: at, row }, counts);
  }
  return null;
}

function within({ column, row }: Spot, counts: readonly number[]): Spot | null {
  const count = counts[column] ?? 0;
  return count === 0 ? null : { column, row: Math.max(0, Math.min(row, count - 1)) };
}
