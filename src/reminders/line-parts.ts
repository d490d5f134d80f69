import type { MailLinks } from './mail.ts';
import { type Html, html, linksBelow, styles } from './mail-page.ts';
import type { ToldLine } from './told-line.ts';
import { words } from './words.ts';

/** A line as a row of a mail. What people wrote is in the direction of its own script. */
export function lineHtml({ title, facts, last, href }: ToldLine): Html {
  const below = facts.map((fact, place) => html`${place > 0 ? ' · ' : ''}<bdi>${fact}</bdi>`);
  return html`<tr><td class="rule" style="${styles.row}"><a class="link" href="${href}" dir="auto" style="${styles.link}">${title}</a>
${below.length > 0 ? html`<div class="text" style="${styles.facts}">${below}</div>` : html``}
${last ? html`<div class="quiet" style="${styles.quiet}">${last.when}${last.text ? html`: <bdi>${words.quoted(last.text)}</bdi>` : html``}</div>` : html``}</td></tr>`;
}

/** A line as plain text. */
export function lineText({ title, facts, last, href }: ToldLine): string {
  const said = last && [last.when, last.text && words.isolated(words.quoted(last.text))].filter(Boolean).join(': ');
  const below = [facts.map(words.isolated).join(' · '), said, href].filter(Boolean);
  return [`- ${title}`, ...below.map((line) => `  ${line}`)].join('\n');
}

/** What stands below every mail, as plain text; the dashes tell programs that it is no part of the message (RFC 3676). */
export function textBelow(links: MailLinks): string {
  return ['-- ', words.why, ...linksBelow(links).map(({ label, href }) => `${label}: ${href}`)].join('\n');
}
