import type { CommonServices } from '../http/route.ts';
import type { Directory } from '../store/directory.ts';
import type { Workspaces } from '../store/workspaces.ts';

/** What the routes of accounts may use besides: only the cloud has it. */
export interface CloudServices extends CommonServices {
  readonly workspaces: Workspaces;
  readonly directory: Directory;
}
