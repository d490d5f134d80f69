/** Counts what a workspace writes, so that none can use up what all share. */
export interface Quota {
  /**
   * Counts writes before they are made.
   *
   * @param writes those of one request, which are let through or refused as a whole; 0 costs nothing
   * @throws OverQuota where the day's limit would be passed; nothing is counted then
   */
  spend(workspace: string, isGuest: boolean, writes: number): Promise<void>;
}

/** A workspace has used up its writes of the day. */
export class OverQuota extends Error {
  override readonly name = 'OverQuota';
  /** Until it may write again: the next midnight, UTC. */
  readonly seconds: number;

  constructor(seconds: number) {
    super('This is as much as can be written in a day.');
    this.seconds = seconds;
  }
}
