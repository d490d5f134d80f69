import { useRef } from 'preact/hooks';
import { dueOf } from '../../domain/listing.ts';
import { type AnyRecord, idOf, type Noun } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import type { ColumnField } from '../columns.ts';
import { useTouchbase } from '../touchbase.ts';
import { useBox } from '../ui/box.ts';
import { say } from '../words/say.ts';
import { followUpWords } from './follow-up-words.tsx';
import { marked } from './marked.tsx';
import { revealedTop, rowsToDraw, rowWindow } from './table/row-window.ts';
import { useListWishes } from './table/wishes.ts';
import { neededWords, wordsOf } from './words-of.ts';

/** Pixels, as in contacts.css. */
const CARD = 80;

/** How many fields beside the title a card has room for. */
const DETAILS = 3;

/** More than a card can show. */
const LONGEST = 200;

/** The contacts on a phone: one under the other, only those drawn that are seen. */
export function Cards() {
  const { contacts, grid } = useTouchbase();
  const { noun, shown } = contacts;
  const active = grid.place.value.row;
  const list = useRef<HTMLDivElement>(null);
  const box = useBox(list);
  const { top, onScroll } = useListWishes(grid, list, (top) =>
    revealedTop(top, Math.max(0, active), { row: CARD, head: 0, height: box.value.height }),
  );
  const seen = rowWindow(top, box.value.height, CARD, shown.value.length);
  return (
    <div ref={list} class="cards" role="list" aria-label={say.contacts.title} onScroll={onScroll}>
      <div class="rows" role="presentation" style={{ height: `${shown.value.length * CARD}px` }}>
        {rowsToDraw(seen, active).map((index) => {
          const record = shown.value[index];
          if (!record) return null;
          return (
            <div
              key={idOf(noun, record)}
              class="card"
              role="listitem"
              aria-setsize={shown.value.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${index * CARD}px)` }}
              onFocusIn={() => grid.set({ row: index, column: 0 })}
            >
              <Card noun={noun} record={record} isActive={index === active} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface CardProps {
  readonly noun: Noun;
  readonly record: AnyRecord;
  readonly isActive: boolean;
}

/** Opens its contact; while contacts are chosen it is a checkbox. */
function Card({ noun, record, isActive }: CardProps) {
  const { router, selection } = useTouchbase();
  const id = idOf(noun, record);
  const active = isActive || undefined;
  if (!selection.isChoosing.value) {
    return (
      <a class="face" href={router.hrefOf({ id })} data-active={active}>
        <CardText noun={noun} record={record} />
      </a>
    );
  }
  return (
    <label class="face choice">
      <input
        type="checkbox"
        aria-label={say.select.one(toText(record[noun.titleField]))}
        data-active={active}
        checked={selection.has(id)}
        onChange={() => selection.toggle(id)}
      />
      <CardText noun={noun} record={record} />
    </label>
  );
}

function CardText({ noun, record }: Pick<CardProps, 'noun' | 'record'>) {
  const { today, contacts } = useTouchbase();
  const words = contacts.words.value;
  const [company, position, status] = detailsOf(noun, record, contacts.columns.value);
  const due = dueOf(noun, record);
  return (
    <>
      <span class="first">
        <span class="name" dir="auto">
          {marked(toText(record[noun.titleField]), words)}
        </span>
        {due && followUpWords(due, today.value)}
      </span>
      <span class="second" dir="auto">
        {marked([company, position].filter(Boolean).join(' · '), words)}
      </span>
      {status && (
        <span class="tag" dir="auto">
          {marked(status, words)}
        </span>
      )}
    </>
  );
}

/** The first fields of the table beside the title and the due date, in words. */
function detailsOf(noun: Noun, record: AnyRecord, columns: readonly ColumnField[]): string[] {
  return columns
    .filter(([name]) => name !== noun.titleField && name !== noun.dueField)
    .slice(0, DETAILS)
    .map(
      ([name, field]) =>
        neededWords(noun, record, name) ?? wordsOf(name, field, toText(record[name]).slice(0, LONGEST)),
    );
}
