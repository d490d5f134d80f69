import type { TargetedKeyboardEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { application } from '../../domain/application.ts';
import { idOf } from '../../domain/noun.ts';
import { useTouchbase } from '../touchbase.ts';
import { isPlain, isTyping } from '../ui/keys.ts';
import { say } from '../words/say-pipeline.ts';
import { BoardColumnView } from './board-column.tsx';
import { type Spot, spotAfter, stageStep } from './board-keys.ts';
import { useFocusWish, useKeptFocus } from './kept-focus.ts';
import type { Mover } from './mover.ts';
import type { Pipeline } from './pipeline.ts';

interface BoardProps {
  readonly pipeline: Pipeline;
  readonly mover: Mover;
}

/** The applications by their stages. One card at a time is where Tab leads; the arrow keys go from card to card. */
export function Board({ pipeline, mover }: BoardProps) {
  const { today } = useTouchbase();
  const board = useRef<HTMLDivElement>(null);
  const columns = pipeline.columns.value;
  const active = activeIn(pipeline);
  useFocusWish(pipeline, () => focusActive(board.current));
  useKeptFocus(board, () => focusActive(board.current), columns);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const isOnCard = event.target instanceof Element && event.target.closest('.job') !== null;
    if (isOnCard && !isTyping(event.target) && press(event, pipeline, mover)) event.preventDefault();
  };
  return (
    <div ref={board} class="board" role="group" aria-label={say.pipeline.board} onKeyDown={onKeyDown}>
      {columns.map((column) => (
        <BoardColumnView
          key={column.stage}
          column={column}
          reach={pipeline.reach(column)}
          active={active}
          added={pipeline.added.value}
          today={today.value}
          pipeline={pipeline}
          mover={mover}
        />
      ))}
    </div>
  );
}

/** The id of the card where Tab leads: where the person was, or the first that there is. */
function activeIn(pipeline: Pipeline): string | null {
  const columns = pipeline.columns.value.filter((column) => !pipeline.isFolded(column));
  const { value } = pipeline.active;
  if (value !== null && columns.some(({ records }) => records.some((one) => idOf(application, one) === value)))
    return value;
  const first = columns.find(({ records }) => records.length > 0)?.records[0];
  return first ? idOf(application, first) : null;
}

/** What a key does on the active card; false where it does nothing. */
function press(event: KeyboardEvent, pipeline: Pipeline, mover: Mover): boolean {
  const columns = pipeline.columns.peek();
  const spot = spotOf(pipeline, activeIn(pipeline));
  const record = spot && columns[spot.column]?.records[spot.row];
  if (!spot || !record) return false;
  const step = stageStep(event);
  if (step !== null) {
    if (!event.repeat) mover.step(record, step);
    return true;
  }
  if (event.key === 'm' && isPlain(event)) return openMenu(event.target);
  const counts = columns.map((column) => pipeline.reach(column));
  const next = spotAfter(event, spot, counts);
  const there = next && columns[next.column]?.records[next.row];
  if (there) pipeline.focus(idOf(application, there));
  return there !== null && there !== undefined;
}

function spotOf(pipeline: Pipeline, id: string | null): Spot | null {
  for (const [column, { records }] of pipeline.columns.peek().entries()) {
    const row = records.findIndex((record) => idOf(application, record) === id);
    if (row >= 0) return { column, row };
  }
  return null;
}

function openMenu(target: EventTarget | null): boolean {
  const card = target instanceof Element ? target.closest('.job') : null;
  card?.querySelector<HTMLElement>('.move')?.click();
  return card !== null;
}

function focusActive(board: HTMLElement | null): void {
  const link = board?.querySelector<HTMLElement>('.job a[tabindex="0"]');
  link?.focus({ preventScroll: true });
  const card = link?.closest('.job');
  if (card) reveal(card, SETTLING);
}

/** So many frames it takes until the cards that come into sight have their real sizes, which moves those below them. */
const SETTLING = 3;

function reveal(card: Element, frames: number): void {
  card.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (frames > 0) requestAnimationFrame(() => reveal(card, frames - 1));
}
