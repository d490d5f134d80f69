/** Where an application can stand: fixed categories, in their order. People may call them otherwise and hide some. */
export const STAGES = {
  saved: 'Saved',
  applied: 'Applied',
  screening: 'Screening',
  assessment: 'Assessment',
  interview: 'Interview',
  final: 'Final round',
  offer: 'Offer',
  closed: 'Closed',
} as const;
export type Stage = keyof typeof STAGES;

/** How an application ended; only a closed one has it. */
export const OUTCOMES = {
  accepted: 'Accepted',
  declined: 'Declined by me',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn by me',
  ghosted: 'Ghosted',
  expired: 'Expired',
} as const;
export type Outcome = keyof typeof OUTCOMES;

export const STAGE_KEYS = Object.keys(STAGES) as readonly Stage[];

/** The place of a stage in their order: 0 for the first. */
export function stageRank(stage: Stage): number {
  return STAGE_KEYS.indexOf(stage);
}
