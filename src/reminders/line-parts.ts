import type { MailLinks } from './mail.ts';
import { type Html, html, linksBelow, styles } from './mail-page.ts';
import type { ToldLine } from './told-line.ts';
import { words } from './words.ts';

/** A line as a row of a mail. What people wrote is in the direction of its own script. */
export function lineHtml({ title, facts, last, href }: ToldLine): Html {
  const below = joined(facts);
  const said = last?.text ? `: ${words.isolated(words.quoted(last.text))}` : '';
  return html`<tr><td class="rule" style="${styles.row}"><a class="link" href="${href}" dir="auto" style="${styles.link}">${title}</a>
${below ? html`<div class="text" style="${styles.facts}">${below}</div>` : html``}
${last ? html`<div class="quiet" style="${styles.quiet}">${last.when}${said}</div>` : html``}</td></tr>`;
}

/** A line as plain text. */
export function lineText({ title, facts, last, href }: ToldLine): string {
  const said = last && [last.when, last.text && words.isolated(words.quoted(last.text))].filter(Boolean).join(': ');
  const below = [joined(facts), said, href].filter(Boolean);
  return [`- ${title}`, ...below.map((line) => `  ${line}`)].join('\n');
}

function joined(facts: ToldLine['facts']): string {
  return facts.map(words.isolated).join(' · ');
}

/** What stands below every mail, as plain text; the dashes tell programs that it is no part of the message (RFC 3676). */
export function textBelow(links: MailLinks): string {
  return ['-- ', words.why, ...linksBelow(links).map(({ label, href }) => `${label}: ${href}`)].join('\n');
}
