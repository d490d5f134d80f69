import * as v from 'valibot';
import type { ClientOptions } from '../store/dynamodb-client.ts';

/** What Terraform and the Lambda runtime tell a function. */
export interface CloudEnvironment {
  readonly table: string;
  /** The origins of the web app: no other page gets to read an answer. */
  readonly origins: readonly string[];
  /** Where the API itself is, with its stage: `https://….execute-api.eu-central-1.amazonaws.com/v1`. */
  readonly api: string;
  readonly userPool: string;
  readonly limits: { readonly writesADay: number; readonly guestWritesADay: number; readonly guestDays: number };
  readonly dynamodb: Pick<ClientOptions, 'endpoint' | 'region' | 'credentials'>;
  readonly cognito: Pick<ClientOptions, 'endpoint' | 'region' | 'credentials'>;
  /** By whom and by which configuration set SES sends; null where this installation sends no mail. */
  readonly mail: (Pick<ClientOptions, 'endpoint' | 'region' | 'credentials'> & Sending) | null;
}

interface Sending {
  /** An address, perhaps with a name: `Touchbase <touchbase@example.org>`. */
  readonly from: string;
  readonly configurationSet: string;
  /** How many letters a second SES takes. */
  readonly aSecond: number;
}

/**
 * Reads the environment of a function. The runtime's own names are those of
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html, and the endpoints' those of
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html.
 *
 * @throws ValiError where something is missing: the function cannot start
 */
export function readEnvironment(from: NodeJS.ProcessEnv): CloudEnvironment {
  const env = v.parse(Environment, from);
  const region = env.AWS_REGION;
  const credentials = {
    accessKeyId: env.AWS_ACCESS_KEY_ID,
    secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
    ...(env.AWS_SESSION_TOKEN && { sessionToken: env.AWS_SESSION_TOKEN }),
  };
  const at = (endpoint: string | undefined, service: string) => ({
    endpoint: endpoint ?? `https://${service}.${region}.amazonaws.com`,
    region,
    credentials,
  });
  return {
    table: env.TOUCHBASE_TABLE,
    origins: env.TOUCHBASE_ORIGINS.split(','),
    api: env.TOUCHBASE_API,
    userPool: env.TOUCHBASE_USER_POOL,
    limits: {
      writesADay: env.TOUCHBASE_WRITES_A_DAY,
      guestWritesADay: env.TOUCHBASE_GUEST_WRITES_A_DAY,
      guestDays: env.TOUCHBASE_GUEST_DAYS,
    },
    dynamodb: at(env.AWS_ENDPOINT_URL_DYNAMODB, 'dynamodb'),
    cognito: at(env.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER, 'cognito-idp'),
    mail:
      env.TOUCHBASE_MAIL_FROM && env.TOUCHBASE_MAIL_SET
        ? {
            ...at(env.AWS_ENDPOINT_URL_SESV2, 'email'),
            from: env.TOUCHBASE_MAIL_FROM,
            configurationSet: env.TOUCHBASE_MAIL_SET,
            aSecond: env.TOUCHBASE_MAIL_RATE,
          }
        : null,
  };
}

const Count = v.pipe(v.string(), v.digits(), v.transform(Number), v.minValue(1));

const Environment = v.object({
  TOUCHBASE_TABLE: v.string(),
  TOUCHBASE_ORIGINS: v.string(),
  TOUCHBASE_API: v.string(),
  TOUCHBASE_USER_POOL: v.string(),
  TOUCHBASE_WRITES_A_DAY: Count,
  TOUCHBASE_GUEST_WRITES_A_DAY: Count,
  TOUCHBASE_GUEST_DAYS: Count,
  TOUCHBASE_MAIL_FROM: v.optional(v.string()),
  TOUCHBASE_MAIL_SET: v.optional(v.string()),
  TOUCHBASE_MAIL_RATE: v.optional(Count, '1'),
  AWS_REGION: v.string(),
  AWS_ACCESS_KEY_ID: v.string(),
  AWS_SECRET_ACCESS_KEY: v.string(),
  AWS_SESSION_TOKEN: v.optional(v.string()),
  AWS_ENDPOINT_URL_DYNAMODB: v.optional(v.string()),
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: v.optional(v.string()),
  AWS_ENDPOINT_URL_SESV2: v.optional(v.string()),
});
