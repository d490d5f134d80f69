import type { ComponentChildren } from 'preact';
import type { CalendarDate } from '../../../domain/dates.ts';
import type { Field } from '../../../domain/field.ts';
import { type AnyRecord, idOf, type Noun } from '../../../domain/noun.ts';
import { toText } from '../../ui/field-text.ts';
import { FollowUpWords } from '../follow-up-words.tsx';
import { wordsOf } from '../words-of.ts';

/** More than any cell can show: the panel shows the whole text. */
const LONGEST = 300;

/** A value in a table, in words. Not a component, and text without an element: there are hundreds on the screen. */
export function cellValue(noun: Noun, record: AnyRecord, name: string, today: CalendarDate): ComponentChildren {
  const field = noun.fields[name];
  const value = record[name];
  const text = toText(value);
  if (!field || text === '') return null;
  if (name === noun.dueField) return <FollowUpWords due={text} today={today} />;
  if (name === noun.titleField) return titleLink(noun, record, text.slice(0, LONGEST));
  return Array.isArray(value) ? tags(value) : wordsOf(name, field, text).slice(0, LONGEST);
}

/** The exact value, where the words of a cell are not. */
export function exactValue({ control }: Field, value: unknown): string | undefined {
  const isMoment = control === 'date' || control === 'date_time';
  return isMoment && typeof value === 'string' ? value : undefined;
}

function titleLink(noun: Noun, record: AnyRecord, text: string) {
  return (
    <a href={`/${noun.type}/${encodeURIComponent(idOf(noun, record))}`} tabIndex={-1}>
      {text}
    </a>
  );
}

function tags(all: readonly unknown[]) {
  return all.map((tag, index) => (
    // By their places: to change the text of a tag is quicker than to make another.
    <span key={index} class="tag" dir="auto">
      {String(tag)}
    </span>
  ));
}
