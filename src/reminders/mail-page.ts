import type { MailLinks } from './mail.ts';
import { addressIn } from './told-line.ts';
import { words } from './words.ts';

/** A piece of HTML in which every text is escaped already. */
export type Html = { readonly html: string };

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML from a template: what is put in is text, and escaped, unless it is HTML. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html {
  const written = values.map((value) => (typeof value === 'object' ? joined(value) : escaped(String(value))));
  return { html: String.raw({ raw: parts }, ...written) };
}

function joined(value: Html | readonly Html[]): string {
  return 'html' in value ? value.html : value.map((one) => one.html).join('\n');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** Programs that know no `<style>` show the light colours, which are at each element. */
const LIGHT = { page: '#f2f5f5', card: '#ffffff', line: '#dde4e5', text: '#1b2628', quiet: '#56666a', link: '#0a6272' };
const TONES = { interviews: '#0a6272', overdue: '#a8231c', today: '#7a5200', silent: '#56666a' };

const STYLE: Html = {
  html: `:root { color-scheme: light dark; supported-color-schemes: light dark; }
a:hover { text-decoration: underline !important; }
@media (max-width: 480px) { .outer { padding: 0 !important; } .card { border-left: 0 !important; border-right: 0 !important; border-radius: 0 !important; } }
@media (prefers-color-scheme: dark) {
  .page { background: #101718 !important; }
  .card { background: #182224 !important; border-color: #2c3a3d !important; }
  .rule { border-color: #2c3a3d !important; }
  .text { color: #e6eeef !important; }
  .quiet, .silent { color: #a3b4b7 !important; }
  .link, .interviews { color: #6cc7d6 !important; }
  .overdue { color: #ff9d94 !important; }
  .today { color: #f0bd66 !important; }
}`,
};

const FONT = "font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** The inline styles of the parts of a mail. */
export const styles = {
  title: `margin: 0; ${FONT}; font-size: 20px; line-height: 28px; font-weight: 600; color: ${LIGHT.text}`,
  /** The padding is the cell's: Outlook on Windows knows none of a heading. */
  sectionRow: 'padding: 24px 0 6px',
  section: (tone: keyof typeof TONES) =>
    `margin: 0; ${FONT}; font-size: 16px; line-height: 20px; font-weight: 700; color: ${TONES[tone]}`,
  row: `padding: 10px 0; border-top: 1px solid ${LIGHT.line}; ${FONT}; word-break: break-word`,
  link: `font-size: 16px; line-height: 24px; font-weight: 600; color: ${LIGHT.link}; text-decoration: none`,
  facts: `font-size: 14px; line-height: 20px; color: ${LIGHT.text}`,
  quiet: `${FONT}; font-size: 14px; line-height: 20px; color: ${LIGHT.quiet}`,
  foot: `font-size: 13px; line-height: 20px; color: ${LIGHT.quiet}`,
};

interface Page {
  readonly subject: string;
  /** What mail programs show beside the subject. */
  readonly preview: string;
  /** Rows of the table that is the card. */
  readonly rows: readonly Html[];
  readonly links: MailLinks;
}

/** A whole mail: nothing in it is fetched from anywhere, and its colours are those that the reader prefers. */
export function mailPage({ subject, preview, rows, links }: Page): string {
  return html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${subject}</title>
<style>
${STYLE}
</style>
</head>
<body class="page" style="margin: 0; padding: 0; background: ${LIGHT.page}">
<div aria-hidden="true" style="display: none; max-height: 0; overflow: hidden">${preview}</div>
<div role="main">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background: ${LIGHT.page}">
<tr><td class="outer" align="center" style="padding: 24px 12px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width: 600px; background: ${LIGHT.card}; border: 1px solid ${LIGHT.line}; border-radius: 8px">
<tr><td align="left" style="padding: 20px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
${rows}
<tr><td class="rule quiet" style="${styles.row}; ${styles.foot}">${words.why} ${footLinks(links)}</td></tr>
</table>
</td></tr>
</table>
</td></tr>
</table>
</div>
</body>
</html>
`.html;
}

function footLinks(links: MailLinks): readonly Html[] {
  return linksBelow(links).map(
    ({ label, href }, place) =>
      html`${place > 0 ? '· ' : ''}<a class="quiet" href="${href}" style="${styles.foot}; text-decoration: underline">${label}</a>`,
  );
}

/** The links below every mail. */
export function linksBelow({
  base,
  unsubscribe,
}: MailLinks): readonly { readonly label: string; readonly href: string }[] {
  const change = { label: words.settings, href: addressIn(base, 'settings?show=reminders') };
  return unsubscribe === null ? [change] : [change, { label: words.unsubscribe, href: unsubscribe }];
}
