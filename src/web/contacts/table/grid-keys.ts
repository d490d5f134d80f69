/** A cell of a table; row -1 is the header, column -1 the checkboxes. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that are seen at once. */
  readonly page: number;
}

export type MoveKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>;

/** Where a key leads to in a grid (WAI-ARIA Authoring Practices, grid pattern); null where it is no such key. */
export function placeAfter(
  { key, ctrlKey, altKey, metaKey, shiftKey }: MoveKey,
  { row, column }: Place,
  size: GridSize,
): Place | null {
  // These are the browser's: Alt with an arrow goes back, Command with one scrolls.
  if (altKey || metaKey || shiftKey) return null;
  const moves: Readonly<Record<string, Place>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: Math.max(0, row - size.page), column },
    PageDown: { row: row + size.page, column },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? size.rows - 1 : row, column: size.columns - 1 },
  };
  const place = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return place ? within(place, size) : null;
}

/** The next or previous cell to edit, on into the neighbouring row; null after the last and before the first. */
export function placeBeside({ row, column }: Place, step: 1 | -1, { rows, columns }: GridSize): Place | null {
  const index = row * columns + column + step;
  if (index < 0 || index >= rows * columns) return null;
  return { row: Math.floor(index / columns), column: index % columns };
}

export function within({ row, column }: Place, { rows, columns }: GridSize): Place {
  const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most));
  return { row: clamp(row, -1, rows - 1), column: clamp(column, -1, columns - 1) };
}
