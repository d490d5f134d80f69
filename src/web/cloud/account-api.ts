import * as v from 'valibot';
import { answerOf, bodyOf, NotNow, Unreachable } from '../sync/server.ts';

const overviewSchema = v.object({
  guest: v.boolean(),
  kept_until: v.nullable(v.string()),
  recovery_code_made_at: v.nullable(v.string()),
  devices: v.array(v.object({ device_id: v.string(), name: v.string(), seen_at: v.string() })),
});

/** What the server keeps of an account besides its records. */
export type Overview = v.InferOutput<typeof overviewSchema>;

const visitedSchema = v.object({ ...overviewSchema.entries, earlier: v.boolean() });
const codeSchema = v.object({ recovery_code: v.string() });
const ticketSchema = v.object({ ticket: v.string() });
const movedSchema = v.object({ moved: v.number(), more: v.boolean() });
const deletedSchema = v.object({ deleted: v.number(), more: v.boolean() });
const problemSchema = v.object({ code: v.string(), detail: v.string() });

/** What gives a right to records: being who has them, a verified e-mail, or a code. */
export type Proof =
  | { readonly proof: 'identity' | 'email' }
  | { readonly proof: 'recovery_code'; readonly recovery_code: string };

/** The server will not do it: its sentence says why. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;

  constructor(code: string, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** The account's part of the API. Each fails with `Refusal` where the server says no, and `Unreachable` else. */
export interface AccountApi {
  overview(): Promise<Overview>;
  /** Marks that somebody is here. `earlier`: there are records of the same person from before a rebuild. */
  visit(device: string, name: string): Promise<Overview & { readonly earlier: boolean }>;
  /** A new code, in the place of any before it. */
  newRecoveryCode(): Promise<string>;
  /** A ticket that lets another identity take over records. */
  claim(proof: Proof): Promise<string>;
  /** Takes over some records; to be repeated while there is more. */
  redeem(ticket: string): Promise<{ readonly moved: number; readonly more: boolean }>;
  /** Deletes a part of all there is; to be repeated while there is more. */
  deleteSome(): Promise<{ readonly deleted: number; readonly more: boolean }>;
}

/** @param request signs what it sends */
export function accountApi(request: typeof fetch): AccountApi {
  const ask = async <T>(
    method: string,
    path: string,
    schema: v.GenericSchema<unknown, T>,
    body?: object,
  ): Promise<T> => {
    const headers = body ? { 'Content-Type': 'application/json' } : {};
    const sent = { method, headers, ...(body && { body: JSON.stringify(body) }), signal: AbortSignal.timeout(30_000) };
    const response = await answerOf(request(`/v1${path}`, sent));
    await refuse(response);
    return bodyOf(response, schema);
  };
  return {
    overview: () => ask('GET', '/account', overviewSchema),
    visit: (device, name) => ask('PUT', `/account/devices/${device}`, visitedSchema, { name }),
    newRecoveryCode: async () => (await ask('POST', '/account/recovery-code', codeSchema)).recovery_code,
    claim: async (proof) => (await ask('POST', '/claims', ticketSchema, proof)).ticket,
    redeem: (ticket) => ask('POST', '/claims/redeem', movedSchema, { ticket }),
    deleteSome: () => ask('DELETE', '/account', deletedSchema),
  };
}

/** What repeating will not mend. */
async function refuse(response: Response): Promise<void> {
  if (response.status < 400 || response.status >= 500 || response.status === 429) return;
  const problem = v.safeParse(
    problemSchema,
    await response
      .clone()
      .json()
      .catch(() => null),
  );
  if (problem.success) throw new Refusal(problem.output.code, problem.output.detail);
}

/** The sentence of whatever went wrong, for a person to read. */
export function reasonOf(error: unknown): string {
  if (error instanceof Refusal || error instanceof NotNow || error instanceof Unreachable) return error.message;
  throw error;
}
