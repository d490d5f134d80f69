/** What an installation signs with: one secret for each purpose, made when it is first asked for, and the same ever after. */
export interface Secrets {
  /**
   * @param make makes one where there is none; where two are at it at once, both get the one that was kept first
   */
  of(purpose: Purpose, make: () => string): Promise<string>;
}

/** `unsubscribe`: ends reminders by mail without signing in. `push`: by it push services know who sends (RFC 8292). */
export type Purpose = 'unsubscribe' | 'push';
