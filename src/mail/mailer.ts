/** An e-mail to one person. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** An https address that ends these letters by a POST, without signing in (RFC 8058); null where there is none. */
  readonly unsubscribe: string | null;
  /** Whose it is: comes back with word of a bounce, where the mailer hears of such. */
  readonly workspace: string;
}

/** What became of a letter. All but `accepted` say why, in words for the person. */
export type Delivery =
  | { readonly is: 'accepted'; readonly id: string }
  /** It will not go, however often it is tried. */
  | { readonly is: 'refused'; readonly detail: string }
  /** It did not go, and may go later. */
  | { readonly is: 'delayed'; readonly detail: string }
  /** Nobody said whether it went: whoever tries again may send it twice. */
  | { readonly is: 'unknown'; readonly detail: string };

export interface Mailer {
  /** Sends a letter once. It never rejects: whatever happens is said. */
  send(letter: Letter): Promise<Delivery>;
}

/** The headers by which mail programs offer to end such letters (RFC 2369, RFC 8058). */
export function unsubscribeHeaders({
  unsubscribe,
}: Pick<Letter, 'unsubscribe'>): readonly (readonly [string, string])[] {
  if (unsubscribe === null) return [];
  return [
    ['List-Unsubscribe', `<${unsubscribe}>`],
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
  ];
}
