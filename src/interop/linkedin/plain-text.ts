const BREAKS = /<(?:br|\/p|\/div|\/li|\/h[1-6])\b[^<>]*>\n?/gi;
const LINK = /<a\b([^<>]*)>([^<>]*)<\/a>/gi;
const ADDRESS = /\bhref=["']([^"'<>]*)["']/i;
const TAG = /<\/?(?:a|b|i|u|p|em|ul|ol|li|br|hr|h[1-6]|div|img|span|strong|code|pre|blockquote)\b[^<>]*>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** What a person reads of a message that may be written in HTML: breaks stay breaks, a link keeps its address. */
export function plainText(content: string): string {
  const text = content
    .replace(LINK, (_, traits: string, name: string) => linkText(traits, name.trim()))
    .replace(BREAKS, '\n')
    .replace(TAG, '')
    .replace(ENTITY, characterOf);
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function linkText(traits: string, name: string): string {
  const address = ADDRESS.exec(traits)?.[1]?.trim() ?? '';
  if (name === '' || name === address) return address;
  return address === '' ? name : `${name} (${address})`;
}

function characterOf(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : entity;
}
