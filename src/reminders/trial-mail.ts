import type { CalendarDate } from '../domain/dates.ts';
import { textBelow } from './line-parts.ts';
import type { Mail, MailLinks } from './mail.ts';
import { html, mailPage, styles } from './mail-page.ts';
import { addressIn } from './told-line.ts';
import { words } from './words.ts';

/** What is sent to somebody who wants to see that mail comes, on a day on which nothing is due. */
export function trialMail(day: CalendarDate, links: MailLinks): Mail {
  const today = addressIn(links.base, 'today');
  const rows = [
    html`<tr><td style="padding-bottom: 12px"><h1 class="text" style="${styles.title}">${words.trialTitle}</h1></td></tr>`,
    html`<tr><td class="rule text" style="${styles.row}; ${styles.facts}">${words.trialWhy(day)}</td></tr>`,
    html`<tr><td class="rule" style="${styles.row}"><a class="link" href="${today}" style="${styles.link}">${words.openDay}</a></td></tr>`,
  ];
  const text = [words.trialTitle, words.trialWhy(day), `${words.openDay}: ${today}`, textBelow(links)].join('\n\n');
  const subject = words.trialTitle;
  return { subject, text: `${text}\n`, html: mailPage({ subject, preview: words.trialWhy(day), rows, links }) };
}
