import { en, type Words } from './en.ts';

/** The words of the person's language: English for now. */
export const say: Words = en;
