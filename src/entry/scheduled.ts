/** A function that a clock calls and no one else. */
export interface Scheduled {
  /** Also the file beside this one that exports its `handler`. */
  readonly name: string;
  readonly access: 'none' | 'read' | 'write';
  /** https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html */
  readonly schedule: string;
  /** MB. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
}

/** Every function with a schedule: the only list. */
export const scheduled: readonly Scheduled[] = [
  { name: 'sweep', access: 'write', schedule: 'rate(1 day)', memory: 512, timeout: 300 },
];
