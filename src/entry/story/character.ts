import type { Contact } from '../../domain/contact.ts';

/** A person of the story; days are counted from the day on which it is told. */
export interface Character extends Partial<Omit<Contact, 'next_follow_up' | 'last_contacted' | 'name' | 'email'>> {
  readonly name: string;
  readonly email: string;
  /** In how many days to follow up; negative when that is overdue. */
  readonly next?: number;
  /** How many days ago they were last in contact, and at what time if that is known. */
  readonly last?: number;
  readonly lastAt?: string;
}
