import { enPlan } from './en-plan.ts';
import { say as ofImports } from './say-import.ts';

/** What is said where records are brought in, and of what that would change. */
export const say = { ...ofImports, ...enPlan };
