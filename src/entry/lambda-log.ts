/** What is told of one request: never what it carried, nor who sent it. */
export interface RequestLine {
  readonly requestId: string;
  readonly route: string;
  readonly method: string;
  readonly status: number;
  /** Milliseconds. */
  readonly duration: number;
  /** Capacity units that DynamoDB counted. */
  readonly capacity: number;
  /** The hash that names it in the table; absent where nobody was asked who they are. */
  readonly workspace?: string | undefined;
  readonly isGuest?: boolean | undefined;
}

/**
 * One line for the log that is also the metrics: CloudWatch reads them out of it by its embedded metric format
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
 * They have no dimensions, because each combination would be a metric to pay for.
 */
export function requestLine({ duration, capacity, status, ...line }: RequestLine, at: Date): string {
  return JSON.stringify({
    ...metricsOf(METRICS, at),
    level: status >= 500 ? 'ERROR' : 'INFO',
    ...line,
    status,
    Duration: Math.round(duration * 10) / 10,
    CapacityUnits: capacity,
    Refusals: Number(status >= 400 && status < 500),
    Faults: Number(status >= 500),
    Throttles: Number(status === 429 || status === 503),
  });
}

const METRICS = [
  { Name: 'Duration', Unit: 'Milliseconds' },
  { Name: 'CapacityUnits', Unit: 'Count' },
  { Name: 'Refusals', Unit: 'Count' },
  { Name: 'Faults', Unit: 'Count' },
  { Name: 'Throttles', Unit: 'Count' },
];

/**
 * A line of a function that no request calls, of which each count is a metric.
 *
 * @param about what else is said: never what was written, nor to whom
 */
export function metricsLine(
  about: { readonly route: string } & Readonly<Record<string, unknown>>,
  counts: Readonly<Record<string, number>>,
  at: Date,
): string {
  const metrics = Object.keys(counts).map((Name) => ({ Name, Unit: 'Count' }));
  return JSON.stringify({ ...metricsOf(metrics, at), level: 'INFO', ...about, ...counts });
}

function metricsOf(Metrics: readonly object[], at: Date): object {
  return {
    _aws: {
      Timestamp: at.getTime(),
      CloudWatchMetrics: [{ Namespace: 'Touchbase', Dimensions: [[]], Metrics }],
    },
    timestamp: at.toISOString(),
  };
}

/** A line for an exception: what kind it is and where it came from. */
export function faultLine(
  error: unknown,
  about: { readonly requestId?: string; readonly route: string },
  at: Date,
): string {
  return JSON.stringify({ timestamp: at.toISOString(), level: 'ERROR', ...about, fault: faultOf(error) });
}

/** Those whose messages are of our own making, or speak of the code alone: others may quote a record. */
const QUOTABLE = new Set(['DynamodbError', 'StoreBusy', 'TypeError', 'RangeError', 'ReferenceError']);

function faultOf(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, message, stack = '', cause } = error;
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name,
    ...(QUOTABLE.has(name) && { message }),
    stack: frames.map((frame) => frame.trim()),
    ...(cause !== undefined && { cause: faultOf(cause) }),
  };
}
