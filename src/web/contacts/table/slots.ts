/**
 * In which slot, an element that is there already, each row is drawn: a row stays in its own, and one that is new takes
 * one that became free. So a search or a scroll changes texts, which is quicker than to make elements.
 *
 * @param ids of the rows to draw, in order
 * @param before the slots as they are
 * @param pinned the row that has the focus: where it is gone, so is its element, for the focus must not be on another
 */
export function slotsFor(
  ids: readonly string[],
  before: ReadonlyMap<string, number>,
  pinned: string | null,
): ReadonlyMap<string, number> {
  const drawn = new Set(ids);
  const free = [...before].filter(([id]) => !drawn.has(id) && id !== pinned).map(([, slot]) => slot);
  const taken = Math.max(-1, ...before.values());
  const slots = new Map<string, number>();
  let [next, fresh] = [0, taken + 1];
  for (const id of ids) slots.set(id, before.get(id) ?? free[next++] ?? fresh++);
  return slots;
}
