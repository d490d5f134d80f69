import { isTyped } from '../../domain/field.ts';
import type { AnyRecord, Noun } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import { wordsOf } from '../contacts/words-of.ts';
import { instantOf } from '../instant.ts';
import { directionWords, kindWords } from '../timeline/interaction-words.ts';
import { say } from '../words/say.ts';

export interface CardLine {
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

export interface LastSaid {
  /** The channel or the kind, and from whom it came. */
  readonly how: string;
  /** When it was. */
  readonly at: string;
  readonly text: string;
}

/** Whom it is about, how they are reached and what else is known come otherwise. */
const ELSEWHERE = new Set(['email', 'tel', 'url', 'notes', 'tags']);

/** How much of the notes is read at one glance. */
const LONGEST = 400;

/** What is known of a person, a line each, in the order of the schema: the empty ones and the title are left out. */
export function cardLines(noun: Noun, record: AnyRecord): readonly CardLine[] {
  return Object.entries(noun.fields).flatMap(([name, field]) => {
    const text = toText(record[name]);
    const isElsewhere =
      !isTyped(field) || name === noun.titleField || name === noun.dueField || ELSEWHERE.has(field.control);
    return text === '' || isElsewhere
      ? []
      : [{ name, label: say.schema.label(name, field), text: wordsOf(name, field, text) }];
  });
}

/** What was talked about last: people write at the end of their notes. */
export function lastNotes(noun: Noun, record: AnyRecord): string {
  const texts = Object.entries(noun.fields).flatMap(([name, { control }]) =>
    control === 'notes' ? [toText(record[name])] : [],
  );
  const paragraphs = texts
    .join('\n\n')
    .trim()
    .split(/\n\s*\n/);
  const last = paragraphs.at(-1) ?? '';
  // Half of an emoji is no text.
  return last.length > LONGEST ? `…${last.slice(-LONGEST).replace(/^[\udc00-\udfff]/, '')}` : last;
}

/** The newest conversation of which something was written down: how it was held, and the beginning of what was said. */
export function lastSaid(interactions: readonly AnyRecord[]): LastSaid | null {
  const said = interactions.flatMap((record) => {
    const text = [record.subject, record.body].map(toText).filter(Boolean).join('\n');
    const at = toText(record.occurred_at);
    return text === '' ? [] : [{ record, text, at, instant: instantOf(at) }];
  });
  const last = said.toSorted((a, b) => a.instant - b.instant).at(-1);
  if (!last) return null;
  const { record, at, text } = last;
  return { how: [kindWords(record), directionWords(record)].filter(Boolean).join(' · '), at, text: head(text) };
}

function head(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…` : text;
}
