import type { DailyDigest } from '../domain/daily-digest.ts';
import type { CalendarDate } from '../domain/dates.ts';
import type { Nudge } from '../domain/nudges.ts';
import { countsOf } from './digest-mail.ts';
import { whenOf } from './nudge-mail.ts';
import { addressIn, addressOf, toldLine } from './told-line.ts';
import { words } from './words.ts';

/** A notification of a desktop or by push. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  /** Where it leads, an absolute address. */
  readonly url: string;
  /** One of the same tag takes the place of the one before. */
  readonly tag: string;
}

export interface NoticeOptions {
  /** Where the app is, an absolute address. */
  readonly base: string;
  /** Whether it may tell names and what is to be done; otherwise it tells numbers and times alone. */
  readonly tells: boolean;
}

/** So many lines are told: no system shows more. */
const MOST_TOLD = 3;

/** A digest in a few words. */
export function digestNotice({ day, parts, count }: DailyDigest, { base, tells }: NoticeOptions): Notice {
  const at = { url: addressIn(base, 'today'), tag: `digest ${day}` };
  const counts = countsOf(parts);
  if (!tells) return { title: words.noticeTitle(count), body: counts, ...at };
  const lines = parts.flatMap((part) => part.lines).slice(0, MOST_TOLD);
  const rest = count - lines.length;
  const told = lines.map((line) => toldLine(line, day, base).title);
  return { title: counts, body: [...told, ...(rest > 0 ? [words.more(rest)] : [])].join('\n'), ...at };
}

/** A reminder of one interview in a few words. */
export function nudgeNotice(nudge: Nudge, { base, tells }: NoticeOptions): Notice {
  const at = { url: addressOf(nudge.line, base), tag: nudge.key };
  const { title, facts } = toldLine(nudge.line, nudge.today, base);
  const when = whenOf(nudge);
  if (tells) return { title: `${title}: ${when}`, body: facts.join(' · '), ...at };
  const time = nudge.line.matter.what === 'interview' ? nudge.line.matter.time : '';
  return { title: `${words.interviewOnly}: ${when}`, body: words.noticeBody(time), ...at };
}

/** One that a person asked for: what a digest would say now, or that nothing is due. */
export function trialNotice(day: CalendarDate, digest: DailyDigest | null, options: NoticeOptions): Notice {
  const at = { url: addressIn(options.base, 'today'), tag: `trial ${day}` };
  if (digest === null) return { title: words.trialTitle, body: words.trialBody, ...at };
  const { title, body } = digestNotice(digest, options);
  return { title: words.trial(title), body, ...at };
}
