import type { ComponentChildren } from 'preact';
import type { CalendarDate } from '../../../domain/dates.ts';
import type { Field } from '../../../domain/field.ts';
import { type AnyRecord, idOf, type Noun } from '../../../domain/noun.ts';
import { toText } from '../../../domain/typed-text.ts';
import { followUpWords } from '../follow-up-words.tsx';
import { marked } from '../marked.tsx';
import { neededWords, wordsOf } from '../words-of.ts';

/** More than any cell can show: the panel shows the whole text. */
const LONGEST = 300;

interface CellContent {
  readonly noun: Noun;
  readonly record: AnyRecord;
  readonly name: string;
  readonly today: CalendarDate;
  /** Those that are searched for. */
  readonly words: readonly string[];
}

/** A value in a table, in words. Not a component, and text without an element: there are hundreds on the screen. */
export function cellValue({ noun, record, name, today, words }: CellContent): ComponentChildren {
  const field = noun.fields[name];
  const value = record[name];
  const text = toText(value);
  if (!field) return null;
  if (text === '') return needed(neededWords(noun, record, name));
  if (name === noun.dueField) return followUpWords(text, today);
  if (name === noun.titleField) return titleLink(noun, record, marked(text.slice(0, LONGEST), words));
  if (Array.isArray(value)) return tags(value, words);
  const shown = wordsOf(name, field, text).slice(0, LONGEST);
  return isMoment(field) ? shown : marked(shown, words);
}

/** The exact value, where the words of a cell are not. */
export function exactValue(field: Field, value: unknown): string | undefined {
  return isMoment(field) && typeof value === 'string' ? value : undefined;
}

/** A search finds these as they are kept, not in the words that are shown. */
function isMoment({ control }: Field): boolean {
  return control === 'date' || control === 'date_time';
}

function titleLink(noun: Noun, record: AnyRecord, text: ComponentChildren) {
  return (
    <a href={`/${noun.type}/${encodeURIComponent(idOf(noun, record))}`} tabIndex={-1}>
      {text}
    </a>
  );
}

function needed(words: string | null) {
  return words && <span class="tag needed">{words}</span>;
}

function tags(all: readonly unknown[], words: readonly string[]) {
  return all.map((tag, index) => (
    // By their places: to change the text of a tag is quicker than to make another.
    <span key={index} class="tag" dir="auto">
      {marked(String(tag), words)}
    </span>
  ));
}
