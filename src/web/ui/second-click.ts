/** How near in time and place two clicks are one double click. */
const DOUBLE = { ms: 500, pixels: 24 };

const EVENTS = ['mousedown', 'click', 'dblclick'] as const;

/**
 * Swallows the second half of a double click where the first took its element away: it would press what lies beneath.
 * Listens for a click in what may go away.
 */
export function swallowSecondClick(first: MouseEvent): void {
  const place = first.currentTarget;
  const isSecond = (later: MouseEvent) =>
    later.timeStamp - first.timeStamp < DOUBLE.ms &&
    Math.hypot(later.clientX - first.clientX, later.clientY - first.clientY) < DOUBLE.pixels &&
    !(place instanceof Node && later.target instanceof Node && place.contains(later.target));
  const swallow = (later: MouseEvent) => {
    if (!isSecond(later)) return;
    later.preventDefault();
    later.stopPropagation();
  };
  for (const event of EVENTS) addEventListener(event, swallow, { capture: true });
  setTimeout(() => {
    for (const event of EVENTS) removeEventListener(event, swallow, { capture: true });
  }, DOUBLE.ms);
}
