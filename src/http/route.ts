import type * as v from 'valibot';
import type { CalendarDate } from '../domain/dates.ts';
import type { JsonObject } from '../domain/json.ts';
import type { Noun } from '../domain/noun.ts';
import type { Login } from '../store/directory.ts';
import type { Store } from '../store/store.ts';
import type { JsonSchema } from './json-schema.ts';

/** What every handler may use; the entry chooses them. */
export interface CommonServices {
  readonly nouns: readonly Noun[];
  readonly now: () => Date;
  /** The calendar date where the program runs. */
  readonly today: () => CalendarDate;
  /** Where the web app is: `/`, or its address where the API has a host of its own. */
  readonly site: string;
  /** A new UUID, version 7 (RFC 9562). */
  readonly newId: () => string;
}

/** What the handlers of records use. */
export interface Services extends CommonServices {
  readonly store: Store;
}

/** Who asks. */
export interface Caller {
  /** Whose records the request is about; nothing in its path, query or body can name another. */
  readonly workspace: string;
  /** Whether nobody has signed in: such a workspace is kept for a while only. */
  readonly isGuest: boolean;
  /** As whom they signed in, where there is something to sign in to. */
  readonly login: Login | null;
}

/** One function of the API: the same handler for each of its endpoints, and one Lambda in AWS. */
export interface Route<S extends CommonServices = Services> {
  readonly name: string;
  /** What its handler does to the store: its rights in AWS follow from this. */
  readonly access: 'none' | 'read' | 'write';
  /** Who may call it; for `anyone` AWS asks for no signature. */
  readonly caller: 'identity' | 'anyone';
  /** What else it may use: the directory tells who a login is, and mail is sent. */
  readonly needs?: readonly ('directory' | 'mail')[];
  readonly endpoints: (nouns: readonly Noun[]) => readonly Endpoint<S>[];
}

/** One method on one path, with all that a caller must know of it. Validation and documents are derived from this. */
export interface Endpoint<S extends CommonServices = Services> {
  readonly method: Method;
  /** An OpenAPI path template: `/v1/contacts/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly query: QueryParameters;
  readonly body?: RequestBody;
  readonly headers?: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<number, AnswerDescription>>;
  /** How many writes a request asks for, as a quota counts them: 1 where this is absent and the route writes. */
  readonly writes?: (body: JsonObject) => number;
  readonly handle: (call: Call<unknown, S>) => Promise<Answer>;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type QueryParameters = Readonly<Record<string, QueryParameter>>;

export interface QueryParameter<Value = unknown> {
  readonly description: string;
  /** Reads the text of the parameter, or undefined where it is absent. */
  readonly value: v.GenericSchema<string | undefined, Value>;
  readonly schema: JsonSchema;
}

export interface RequestBody {
  readonly mediaTypes: readonly string[];
  readonly schema: JsonSchema;
}

export interface AnswerDescription {
  readonly description: string;
  readonly schema?: JsonSchema;
  readonly mediaType?: string;
}

/** A request that has passed every check that does not need the store. */
export type Call<Query = unknown, S extends CommonServices = Services> = S & Asked<Query>;

interface Asked<Query> {
  readonly caller: Caller;
  /** The caller's. */
  readonly workspace: string;
  /** The path with its query, as it was asked for. */
  readonly target: URL;
  /** The `{id}` of the path, in lower case; empty where the path has none. */
  readonly id: string;
  /** The `{token}` of the path: a secret; empty where the path has none. */
  readonly token: string;
  readonly query: Query;
  /** The JSON object that was sent; empty where the endpoint takes no body. */
  readonly body: JsonObject;
  readonly header: (name: string) => string | undefined;
  /** To be told of an exception that spoils one part of an answer and not the whole. */
  readonly onFault: (error: unknown) => void;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text is sent as it is; anything else as JSON. */
  readonly body?: unknown;
}

export type QueryOf<P extends QueryParameters> = {
  readonly [K in keyof P]: NonNullable<P[K]> extends QueryParameter<infer Value> ? Value : never;
};

/** Ties an endpoint's query parameters to the type that its handler gets. */
export function endpoint<const P extends QueryParameters = Record<never, never>, S extends CommonServices = Services>(
  described: Omit<Endpoint<S>, 'query' | 'handle'> & {
    readonly query?: P;
    readonly handle: (call: Call<QueryOf<P>, S>) => Promise<Answer>;
  },
): Endpoint<S> {
  const { handle } = described;
  // The app hands over what `query` made of the request, so the type holds.
  return { query: {}, ...described, handle: (call) => handle(call as Call<QueryOf<P>, S>) };
}
