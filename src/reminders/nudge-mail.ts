import type { Nudge } from '../domain/nudges.ts';
import { lineHtml, lineText, textBelow } from './line-parts.ts';
import type { Mail, MailLinks } from './mail.ts';
import { html, mailPage, styles } from './mail-page.ts';
import { toldLine } from './told-line.ts';
import { words } from './words.ts';

/** A reminder of one interview as a mail. */
export function nudgeMail(nudge: Nudge, links: MailLinks): Mail {
  const line = toldLine(nudge.line, nudge.today, links.base);
  const subject = `${line.title}: ${whenOf(nudge)}`;
  const head = words.begun(whenOf(nudge));
  const rows = [
    html`<tr><td style="padding-bottom: 12px"><h1 class="text" style="${styles.title}">${head}</h1></td></tr>`,
    lineHtml(line),
  ];
  const text = [head, lineText(line), textBelow(links)].join('\n\n');
  return { subject, text: `${text}\n`, html: mailPage({ subject, preview: line.facts.join(' · '), rows, links }) };
}

/** `in 45 minutes`; where it is not so soon `tomorrow at 14:00`. */
export function whenOf({ now, starts, today, line }: Nudge): string {
  const minutes = Math.round((Date.parse(starts) - Date.parse(now)) / 60_000);
  const time = line.matter.what === 'interview' ? line.matter.time : '';
  return words.soon(minutes) ?? words.at(words.dayFrom(line.on ?? today, today), time);
}
