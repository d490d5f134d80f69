/**
 * The same text in memory of its own. Engines keep a part of a text as a view of the whole: a name of twenty letters that is
 * remembered keeps all that was read with it.
 */
export function ownText(text: string): string {
  return text.split('').join('');
}
