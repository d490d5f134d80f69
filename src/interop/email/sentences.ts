/** What decides stands at the beginning of a letter. */
const LOOKED_AT = 8_000;
const LONGEST = 600;

/** The subject of a message and the sentences of its text, each on one line with straight apostrophes. */
export function sentencesOf(subject: string, text: string): string[] {
  return [subject, ...text.slice(0, LOOKED_AT).split(/\n\s*\n|(?<=[.!?:])(?<!\d\.)\s+(?=\S)|\n(?=[-*•>])/)]
    .map((sentence) => sentence.replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim().slice(0, LONGEST))
    .filter((sentence) => sentence !== '');
}
