import { type CalendarDate, daysBetween } from '../domain/dates.ts';
import type { DigestLine } from '../domain/digest-lines.ts';
import { words } from './words.ts';

/** A line of a digest in words. */
export interface ToldLine {
  /** What to do, or what is coming. */
  readonly title: string;
  /** Who and which job, where the title does not say it, and when. */
  readonly facts: readonly string[];
  /** What was said last: when and by whom, and the words, where they were written down. */
  readonly last: { readonly when: string; readonly text: string } | null;
  readonly href: string;
}

/**
 * A line in words.
 *
 * @param today the day that is spoken of as today
 * @param base where the app is, an absolute address
 */
export function toldLine(line: DigestLine, today: CalendarDate, base: string): ToldLine {
  const title = titleOf(line);
  const { who, company, position } = line;
  const unsaid = (name: string | null) => (name && title.includes(name) ? null : name);
  const named = [unsaid(who), words.jobName({ position: unsaid(position), company: unsaid(company) })];
  const last = line.last && {
    when: words.last(line.last, daysBetween(line.last.on, today)),
    text: line.last.text,
  };
  const when = whenOf(line, today);
  const facts = line.matter.what === 'interview' ? [...when, ...named] : [...named, ...when];
  return { title, facts: facts.flatMap((fact) => fact || []), last, href: addressOf(line, base) };
}

/** Where the app shows what a line is about. */
export function addressOf({ target }: Pick<DigestLine, 'target'>, base: string): string {
  return addressIn(base, target.place === 'today' ? 'today' : `${target.place}/${encodeURIComponent(target.id)}`);
}

/** The absolute address of a place of the app. */
export function addressIn(base: string, place: string): string {
  return new URL(place, base.endsWith('/') ? base : `${base}/`).href;
}

function titleOf({ matter, who, company, position, application_id }: DigestLine): string {
  switch (matter.what) {
    case 'follow_up':
      return words.followUp(who ?? company ?? words.them);
    case 'next_action':
      return matter.words ?? words.nextAction;
    case 'deadline':
      return words.apply(position);
    case 'task':
      return matter.title;
    case 'silence':
      return words.ghosted((application_id === null ? who : (company ?? position)) ?? who ?? words.them);
    case 'interview':
      return words.meeting(matter.kind, who, company);
  }
}

function whenOf({ matter, on }: DigestLine, today: CalendarDate): readonly (string | undefined)[] {
  const days = on === null ? 0 : daysBetween(on, today);
  switch (matter.what) {
    case 'interview': {
      const { time, duration, channel } = matter;
      const when = words.begun(words.at(words.dayFrom(on ?? today, today), time));
      return [when, duration ? words.duration(duration) : undefined, words.channel(channel)];
    }
    case 'silence':
      return [words.silence(matter.days, matter.usual.medianDays)];
    case 'deadline':
      return [words.deadline(days)];
    default:
      return days > 0 ? [words.overdue(days)] : [];
  }
}
