import { decode } from './canonical.ts';
import type { CloudFunction } from './functions.ts';
import type { Received } from './server.ts';

export interface Match {
  readonly function: CloudFunction;
  /** The path below the stage, still encoded. */
  readonly path: string;
  readonly resource: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The function of a method and a path; a resource that is named goes before one with a parameter. */
export function matchRoute(functions: readonly CloudFunction[], request: Received, stage: string): Match | undefined {
  const [whole = ''] = request.target.split('?');
  if (!whole.startsWith(`/${stage}/`)) return undefined;
  const path = whole.slice(stage.length + 1);
  const matches = functions.flatMap((one) =>
    one.endpoints.flatMap(({ method, path: resource }) => {
      const parameters = method === request.method ? parametersOf(resource, path) : undefined;
      return parameters ? [{ function: one, path, resource, parameters }] : [];
    }),
  );
  return matches.sort((one, other) => parameterCount(one) - parameterCount(other))[0];
}

function parametersOf(resource: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [resource.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name !== undefined && value !== '') parameters[name] = decode(value);
    else if (part !== value) return undefined;
  }
  return parameters;
}

function parameterCount({ parameters }: Match): number {
  return Object.keys(parameters).length;
}
