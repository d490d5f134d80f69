const encoder = new TextEncoder();
const WORDS =
  'we have your notes and would gladly talk about the team the plan and what you did last year with data in Zurich'.split(
    ' ',
  );
const COMPANIES = ['Northwind', 'Blue Harbor', 'Nordlicht', 'Contoso', 'Aurore'];
/** So many lines of base64 are one attached file: about 400 KB. */
const LINES_OF_FILE = 5_400;

/**
 * A mailbox as Gmail Takeout gives it, in pieces, of about `size` bytes: conversations of a person with recruiters, answers
 * of applicant tracking systems, newsletters in HTML, attached files. The same size gives the same bytes.
 */
export function* mailboxOfSize(size: number): Generator<Uint8Array> {
  for (let [at, written] = [0, 0]; written < size; at += 1) {
    const piece = encoder.encode(`From ${1_000_000 + at}@xxx ${envelopeDate(at)}\r\n${messageOf(at)}\r\n\r\n`);
    written += piece.length;
    yield piece;
  }
}

function messageOf(at: number): string {
  if (at % 10 < 3) return newsletter(at);
  if (at % 10 === 3) return confirmation(at);
  if (at % 10 === 4) return withFile(at);
  return conversation(at);
}

function conversation(at: number): string {
  const [person, isOwn] = [Math.floor(at / 40), at % 2 === 1];
  const [ada, ben] = ['Ada Berg <ada@example.org>', `Ben No${person} <ben${person}@northwind.example>`];
  return [
    ...head(at, isOwn ? ada : ben, isOwn ? ben : ada, 'Re: Data Engineer'),
    `X-Gmail-Labels: ${isOwn ? 'Sent' : 'Inbox'}`,
    ...(at >= 40 ? [`In-Reply-To: <m${at - 1}@example.org>`] : []),
    'Content-Type: text/plain; charset="UTF-8"',
    '',
    prose(at, 12),
    '',
    'On Mon, Mar 2, 2026 at 9:12 AM somebody <somebody@example.org> wrote:',
    prose(at, 8).replace(/^/gm, '> '),
  ].join('\r\n');
}

function confirmation(at: number): string {
  const company = COMPANIES[at % COMPANIES.length];
  return [
    ...head(
      at,
      `${company} Careers <no-reply@us.greenhouse-mail.io>`,
      'ada@example.org',
      `Thank you for applying to ${company}`,
    ),
    'Content-Type: text/html; charset=utf-8',
    '',
    `<p>Hi Ada,</p><p>We have received your application for Engineer ${at} at ${company}.</p><p>${prose(at, 5)}</p>`,
  ].join('\r\n');
}

function newsletter(at: number): string {
  const cell = `<tr><td style="padding:0 12px"><a href="https://news.example/${at}">${prose(at, 2)}</a></td></tr>\r\n`;
  return [
    ...head(at, 'News <hello@news.example>', 'ada@example.org', `News ${at}`),
    'List-Unsubscribe: <https://news.example/u>',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<html><head><style>td { color: #123 }</style></head><body><table>${cell.repeat(150)}</table></body></html>`,
  ].join('\r\n');
}

function withFile(at: number): string {
  const line = 'QUJD'.repeat(19);
  return [
    ...head(at, `Carla <carla${at}@contoso.example>`, 'ada@example.org', `The papers ${at}`),
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b1',
    '',
    '--b1\r\nContent-Type: text/plain; charset=utf-8\r\n',
    prose(at, 6),
    '--b1\r\nContent-Type: application/pdf; name=papers.pdf\r\nContent-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename=papers.pdf\r\n',
    `${line}\r\n`.repeat(LINES_OF_FILE),
    '--b1--',
  ].join('\r\n');
}

function head(at: number, from: string, to: string, subject: string): string[] {
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${headerDate(at)}`,
    `Message-ID: <m${at}@example.org>`,
  ];
}

function prose(at: number, lines: number): string {
  const line = (of: number) =>
    WORDS.map((_, word) => WORDS[(at * 7 + of * 3 + word) % WORDS.length])
      .slice(0, 14)
      .join(' ');
  return Array.from({ length: lines }, (_, of) => `${line(of)}.`).join('\r\n');
}

const headerDate = (at: number) => new Date(Date.UTC(2026, 0, 1) + at * 60_000).toUTCString().replace('GMT', '+0000');

/** `Thu Jan 01 00:00:00 +0000 2026` */
function envelopeDate(at: number): string {
  const [day = '', date, month, year, time] = headerDate(at).split(' ');
  return `${day.replace(',', '')} ${month} ${date} ${time} +0000 ${year}`;
}
