/** Knows the people who can sign in. */
export interface Directory {
  /** The pool that it knows: another has other people. */
  readonly pool: string;

  /** Who a login is; undefined where there is no such person (any more). */
  personOf(login: Login): Promise<Person | undefined>;
}

/** One person of one user pool. */
export interface Login {
  readonly pool: string;
  /** The person's `sub` (OpenID Connect Core 1.0, section 2). */
  readonly subject: string;
}

export interface Person {
  readonly email: string;
  /** Whether they have shown that mail to the address reaches them: otherwise it proves nothing. */
  readonly isEmailVerified: boolean;
}
