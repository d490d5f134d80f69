import type { Context as LambdaContext } from 'aws-lambda';
import type { Caller, Route } from '../http/route.ts';
import { faultLine, requestLine } from './lambda-log.ts';

/** Answers rather than be stopped: what is left of a function's time when its store gives up, in milliseconds. */
const RESERVE_MS = 2000;

type BegunBy = Pick<LambdaContext, 'awsRequestId' | 'getRemainingTimeInMillis'>;

/** The request that a function is about: a process has one at a time. Writes what became of it to the log. */
export class Invocation {
  /** When the store must have given up, in milliseconds since 1970. */
  deadline = Number.POSITIVE_INFINITY;
  /** Who asks, for the log; undefined where that is not known. */
  caller: Caller | undefined;
  readonly #route: string;
  #requestId = '';
  #begun = 0;
  #capacity = 0;

  constructor({ name }: Pick<Route, 'name'>) {
    this.#route = name;
  }

  begin({ awsRequestId, getRemainingTimeInMillis }: BegunBy) {
    this.#requestId = awsRequestId;
    this.#begun = performance.now();
    this.#capacity = 0;
    this.caller = undefined;
    this.deadline = Date.now() + getRemainingTimeInMillis() - RESERVE_MS;
  }

  /** Capacity units that a call to DynamoDB took. */
  spend(units: number): void {
    this.#capacity += units;
  }

  fail(error: unknown): void {
    this.#write(faultLine(error, { requestId: this.#requestId, route: this.#route }, new Date()));
  }

  end(method: string, status: number): void {
    const line = {
      requestId: this.#requestId,
      route: this.#route,
      method,
      status,
      duration: performance.now() - this.#begun,
      capacity: this.#capacity,
      workspace: this.caller?.workspace,
      isGuest: this.caller?.isGuest,
    };
    this.#write(requestLine(line, new Date()));
  }

  /** Past the runtime's console, which would wrap the line so that its metrics are not found. */
  #write(line: string): void {
    process.stdout.write(`${line}\n`);
  }
}
