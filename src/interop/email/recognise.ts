import { headOf, type Source } from '../import/source.ts';

const HEADER = /^([!-9;-~]+)[ \t]*:/;
/** Only a message that went by mail has one of these. */
const TECHNICAL =
  /^(?:received|message-id|mime-version|return-path|delivered-to|content-type|x-[\w-]+|dkim-signature)$/i;
const NAMES = /^(?:from|to|date|subject|sender)$/i;

/** Whether bytes are a mailbox: they begin with a `From ` line and the head of a message (RFC 4155). */
export function isMbox(head: Uint8Array): boolean {
  const [first = '', second = ''] = linesOf(head);
  return /^From \S/.test(first) && !/^From :/.test(first) && (HEADER.test(second) || second.startsWith('>From '));
}

/** Whether bytes are one message with its whole head, as mail programs save it. */
export function isEml(head: Uint8Array): boolean {
  const lines = linesOf(head);
  const names: string[] = [];
  for (const line of lines) {
    const [, name] = HEADER.exec(line) ?? [];
    if (name !== undefined) names.push(name);
    else if (!/^[ \t]+\S/.test(line)) break;
  }
  return names.some((name) => TECHNICAL.test(name)) && names.some((name) => NAMES.test(name));
}

/** Whether a source is a mailbox of many messages. */
export async function mailboxIn(source: Source): Promise<boolean> {
  return isMbox(await headOf(source));
}

/** The text of the first bytes of a file, line by line, without blank lines at its beginning. */
function linesOf(head: Uint8Array): string[] {
  return new TextDecoder()
    .decode(head)
    .replace(/^\s+/, '')
    .split(/\r\n|\n|\r/);
}

/** Whether bytes are no text: NUL is in none but in UTF-16, which no mail program writes. */
export function isBinary(head: Uint8Array): boolean {
  return head.subarray(0, 4096).includes(0);
}
