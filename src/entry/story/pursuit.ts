import type { Application } from '../../domain/application.ts';
import type { Outcome, Stage } from '../../domain/stages.ts';

/** A stage that was reached so many days ago; the last one may have an outcome. */
export type Step = readonly [stage: Stage, daysAgo: number, outcome?: Outcome];

type Told = 'position' | 'company' | 'stage' | 'outcome' | 'stage_history' | 'applied_on' | 'contact_ids';
type Money = 'salary_min' | 'salary_max' | 'salary_currency' | 'salary_period';

/** An application of the story; days are counted from the day on which it is told. */
export interface Pursuit extends Partial<Omit<Application, Told | Money | 'deadline' | 'next_action_on'>> {
  readonly company: string | null;
  readonly position: string;
  readonly path: readonly Step[];
  /** The e-mail address and the role of each person; talks are with the first one. */
  readonly people?: readonly (readonly [email: string, role: string])[];
  readonly salary?: readonly [min: number, max: number, currency: string, period: Application['salary_period']];
  /** In how many days the next action is due; negative when that is overdue. */
  readonly next?: number;
  readonly deadlineIn?: number;
  /** The deadline is the next Friday. */
  readonly untilFriday?: true;
  /** The agency named its client so many days ago. */
  readonly revealed?: { readonly company: string; readonly daysAgo: number };
}
