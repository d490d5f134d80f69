/** What Google writes as HTML, as plain text; a text that only has a `<` in it stays. */
export function withoutMarkup(text: string): string {
  if (!/<(?:br|p|a|b|i|ul|ol|li|div|span|html)\b[^<>]*>/i.test(text)) return text;
  return text
    .replace(/<(?:br|\/p|\/div|\/li)\b[^<>]*>/gi, '\n')
    .replace(/<li\b[^<>]*>/gi, '- ')
    .replace(/<a\s([^<>]*)>([^<]*)<\/a>/gi, (_, traits: string, words: string) => linked(words, traits))
    .replace(/<\/?[a-z]+(?:\s[^<>]*)?\/?>/gi, '')
    .replace(/&(nbsp|lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/** The words of a link, and where it leads unless they say so themselves. */
function linked(words: string, traits: string): string {
  const [, to = ''] = /\bhref="([^"]*)"/i.exec(traits) ?? [];
  return to === '' || to === words ? words : `${words} (${to})`;
}
