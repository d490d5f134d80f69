import { Unreachable } from '../sync/server.ts';

/** The person must sign in before anything more can be asked for. */
export class SignInNeeded extends Unreachable {}

/** A service of AWS said no, for a reason that it names. */
export class ServiceRefused extends Unreachable {
  /** As the service names it: `NotAuthorizedException`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
