import type { Route } from '../http/route.ts';
import type { CloudServices } from '../routes/cloud-services.ts';
import { cognitoDirectory } from '../store/cognito-directory.ts';
import type { DynamodbClient } from '../store/dynamodb-client.ts';
import { openWorkspaces } from '../store/dynamodb-workspaces.ts';
import type { CloudEnvironment } from './cloud-environment.ts';
import { commonServices, handlerWith, type LambdaHandler } from './lambda.ts';

/** Makes the function of one route that is about accounts. */
export function accountHandler(route: Route<CloudServices>): LambdaHandler {
  return handlerWith(route, accountServices);
}

function accountServices(environment: CloudEnvironment, client: DynamodbClient): CloudServices {
  const { table, limits, cognito, userPool } = environment;
  const services = commonServices(environment);
  const { nouns, now } = services;
  return {
    ...services,
    workspaces: openWorkspaces({ client, table, nouns, now, random, guestDays: limits.guestDays }),
    directory: cognitoDirectory({ ...cognito, pool: userPool }),
  };
}

function random(bytes: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(bytes));
}
