/** A message, ready to be sent to anybody. */
export interface Mail {
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Where a mail leads. */
export interface MailLinks {
  /** Where the app is, an absolute address. */
  readonly base: string;
  /** Where such mails are ended with one click, an absolute address; null where only the settings end them. */
  readonly unsubscribe: string | null;
}
