const MINUTE = 60_000;
/** So long what is being sent may take to its end when the program stops. */
const STOP_GRACE_MS = 5_000;

interface Options {
  /** One look around. @param onFault told of what spoils a part of it */
  readonly remind: (onFault: (error: unknown) => void) => Promise<unknown>;
  /** Told of each fault, once for as long as it goes on. */
  readonly report: (fault: string) => void;
}

export interface ReminderClock {
  /** Looks around now, or waits for the look that goes on. */
  tick(): Promise<void>;
  /** Begins no look any more, and lets the one that goes on come to its end. */
  stop(): Promise<void>;
}

/**
 * Looks around at once and each minute. Where the machine slept, the next look finds what is still due: it is for
 * `remind` to know what that is.
 */
export function startReminderClock({ remind, report }: Options): ReminderClock {
  let looking: Promise<void> | undefined;
  let told: ReadonlySet<string> = new Set();
  const timer = setInterval(tick, MINUTE);
  timer.unref();
  void tick();
  return { tick, stop };

  function tick(): Promise<void> {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  async function look(): Promise<void> {
    const faults = new Set<string>();
    const onFault = (error: unknown) => {
      const fault = error instanceof Error ? error.message : String(error);
      if (!told.has(fault) && !faults.has(fault)) report(fault);
      faults.add(fault);
    };
    await remind(onFault).catch(onFault);
    told = faults;
  }

  async function stop(): Promise<void> {
    clearInterval(timer);
    if (!looking) return;
    let grace: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      grace = setTimeout(resolve, STOP_GRACE_MS);
    });
    await Promise.race([looking, late]);
    clearTimeout(grace);
  }
}
