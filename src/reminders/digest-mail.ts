import type { DailyDigest, DigestPart } from '../domain/daily-digest.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { lineHtml, lineText, textBelow } from './line-parts.ts';
import type { Mail, MailLinks } from './mail.ts';
import { type Html, html, mailPage, styles } from './mail-page.ts';
import { addressIn, toldLine } from './told-line.ts';
import { words } from './words.ts';

/** A digest as a mail. Its subject has numbers and no names: it is read over shoulders. */
export function digestMail({ day, parts }: DailyDigest, links: MailLinks): Mail {
  const subject = countsOf(parts);
  const today = addressIn(links.base, 'today');
  const [first] = parts.flatMap(({ lines }) => lines.slice(0, 1));
  const rows = [
    html`<tr><td><h1 class="text" style="${styles.title}">${words.digestTitle(day)}</h1></td></tr>`,
    ...parts.flatMap((part) => sectionRows(part, day, links.base)),
    html`<tr><td class="rule" style="${styles.row}"><a class="link" href="${today}" style="${styles.link}">${words.openDay}</a></td></tr>`,
  ];
  const preview = first ? toldLine(first, day, links.base).title : '';
  const text = [
    words.digestTitle(day),
    ...parts.map((part) => sectionText(part, day, links.base)),
    `${words.openDay}: ${today}`,
    textBelow(links),
  ];
  return { subject, text: `${text.join('\n\n')}\n`, html: mailPage({ subject, preview, rows, links }) };
}

/** How much there is of each section: `1 interview, 2 overdue`. */
export function countsOf(parts: DailyDigest['parts']): string {
  return parts.map(({ section, lines, more }) => words.counts[section](lines.length + more)).join(', ');
}

function sectionRows({ section, lines, more }: DigestPart, day: CalendarDate, base: string): readonly Html[] {
  const title = `${words.sections[section]} · ${lines.length + more}`;
  const today = addressIn(base, 'today');
  return [
    html`<tr><td style="${styles.sectionRow}"><h2 class="${section}" style="${styles.section(section)}">${title}</h2></td></tr>`,
    ...lines.map((line) => lineHtml(toldLine(line, day, base))),
    ...(more > 0
      ? [
          html`<tr><td class="rule" style="${styles.row}"><a class="quiet" href="${today}" style="${styles.quiet}">${words.more(more)}</a></td></tr>`,
        ]
      : []),
  ];
}

function sectionText({ section, lines, more }: DigestPart, day: CalendarDate, base: string): string {
  const title = `${words.sections[section].toUpperCase()} (${lines.length + more})`;
  const told = lines.map((line) => lineText(toldLine(line, day, base)));
  return [title, ...told, ...(more > 0 ? [words.more(more)] : [])].join('\n\n');
}
