import { html, raw } from 'hono/html';
import { OTHER_PAGE_HEADERS } from './page-headers.ts';
import type { Answer } from './route.ts';

/** What a page says that ends mails, and with which status. */
const PAGES = {
  asks: {
    status: 200,
    title: 'No more reminder mails?',
    text: 'Touchbase then sends you no reminders by e-mail until you turn them on again. Your records and all other reminders stay as they are.',
    hasButton: true,
  },
  done: {
    status: 200,
    title: 'No more reminder mails',
    text: 'You get no reminders by e-mail any more. One that was on its way may still come.',
    hasButton: false,
  },
  unknown: {
    status: 404,
    title: 'This link ends no mails',
    text: 'It is not whole, or it is from before the service was built anew. Take the one of the latest mail; or sign in to Touchbase and end reminders by e-mail in its settings.',
    hasButton: false,
  },
  busy: {
    status: 503,
    title: 'Not just now',
    text: 'The records cannot be reached right now, and nothing was changed. Try again in a minute.',
    hasButton: true,
  },
} as const;

/**
 * A whole page with no script that fetches nothing: it works in whatever opens the link of a mail.
 *
 * @param site where the web app is
 */
export async function unsubscribePage(page: keyof typeof PAGES, site: string): Promise<Answer> {
  const { status, ...shown } = PAGES[page];
  const headers = {
    ...OTHER_PAGE_HEADERS,
    'Content-Security-Policy': await policy(),
    'Content-Type': 'text/html; charset=utf-8',
    ...(status === 503 && { 'Retry-After': '60' }),
  };
  return { status, headers, body: String(await htmlOf(shown, site)) };
}

/** Its own style and its own form, and nothing else. */
async function policy(): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(STYLE));
  const style = `style-src 'sha256-${Buffer.from(hash).toString('base64')}'`;
  return `default-src 'none'; ${style}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
}

type Shown = Pick<(typeof PAGES)[keyof typeof PAGES], 'title' | 'text' | 'hasButton'>;

function htmlOf({ title, text, hasButton }: Shown, site: string) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Touchbase</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<main>
<p class="name">Touchbase</p>
<h1>${title}</h1>
<p>${text}</p>
${hasButton ? BUTTON : ''}
<p class="more"><a href="${site}settings">Reminder settings</a></p>
</main>
</body>
</html>`;
}

/** To its own address: what the mail said is asked again. */
const BUTTON = html`<form method="post"><button>Send no more</button></form>`;

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#15211f, #e4ecea); --quiet: light-dark(#566663, #9aaba8); --line: light-dark(#d9e1df, #2c3735); --ground: light-dark(#f2f6f5, #121817); --sheet: light-dark(#fff, #1a2221); --accent: light-dark(#0b6b6b, #5cc8c4); --on-accent: light-dark(#fff, #0d1514); }
* { box-sizing: border-box; }
body { margin: 0; padding: 10vh 16px 32px; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { margin: 0 auto; max-width: 480px; padding: 28px; background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; }
h1 { margin: 4px 0 8px; font-size: 20px; line-height: 1.3; } p { margin: 0; } .name, .more { font-size: 14px; color: var(--quiet); }
form { margin: 20px 0 0; } .more { margin-top: 20px; }
button { min-height: 40px; padding: 8px 20px; border: 0; border-radius: 6px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 500; cursor: pointer; }
a { color: var(--accent); } a:focus-visible, button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;
