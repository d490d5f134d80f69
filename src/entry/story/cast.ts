import { AGENCIES } from './agencies.ts';
import type { Character } from './character.ts';
import { IN_HOUSE } from './in-house.ts';
import { MANAGERS } from './managers.ts';
import { OTHERS } from './others.ts';

/** People whom a software engineer meets in a search of six months. */
export const CAST: readonly Character[] = [...AGENCIES, ...IN_HOUSE, ...MANAGERS, ...OTHERS];
