import type { APIGatewayProxyResult, Context as LambdaContext } from 'aws-lambda';
import type { MiddlewareHandler } from 'hono';
import { v7 } from 'uuid';
import { localDate } from '../domain/dates.ts';
import { WAKING_NOUNS } from '../domain/waking-nouns.ts';
import { createApp } from '../http/app.ts';
import type { CommonServices, Route, Services } from '../http/route.ts';
import { openDynamodb } from '../store/dynamodb.ts';
import { type DynamodbClient, dynamodbClient } from '../store/dynamodb-client.ts';
import { openQuota } from '../store/dynamodb-quota.ts';
import { type CloudEnvironment, readEnvironment } from './cloud-environment.ts';
import { callerOf, identified } from './lambda-caller.ts';
import { corsHeaders } from './lambda-cors.ts';
import { type ProxyEvent, requestOf, resultOf } from './lambda-event.ts';
import { Invocation } from './lambda-invocation.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html */
export type LambdaHandler = (event: ProxyEvent, context: LambdaContext) => Promise<APIGatewayProxyResult>;

/** Makes the services of a route from what the environment tells. */
export type ServicesOf<S extends CommonServices> = (environment: CloudEnvironment, client: DynamodbClient) => S;

/** Makes the function of one route. */
export function lambdaHandler(route: Route): LambdaHandler {
  return handlerWith(route, recordServices);
}

/** Makes the function of one route that needs more than records. */
export function handlerWith<S extends CommonServices>(route: Route<S>, servicesOf: ServicesOf<S>): LambdaHandler {
  const invocation = new Invocation(route);
  const app = lambdaApp(route, servicesOf, invocation);
  return async (event, context) => {
    invocation.begin(context);
    const caller = await callerOf(event.requestContext);
    invocation.caller = caller;
    // By the request and not by the process: whose records it is about must not hang on there being one at a time.
    const response = await app.fetch(requestOf(event), { caller });
    invocation.end(event.httpMethod, response.status);
    return resultOf(response);
  };
}

export function recordServices(environment: CloudEnvironment, client: DynamodbClient): Services {
  const common = commonServices(environment);
  return { ...common, store: openDynamodb({ client, table: environment.table, ...common }) };
}

export function commonServices({ origins }: CloudEnvironment): CommonServices {
  const now = () => new Date();
  return {
    nouns: WAKING_NOUNS,
    now,
    today: () => localDate(now()),
    site: `${origins[0]}/`,
    newId: () => v7(),
  };
}

function lambdaApp<S extends CommonServices>(route: Route<S>, servicesOf: ServicesOf<S>, invocation: Invocation) {
  const environment = readEnvironment(process.env);
  const { table, origins, limits } = environment;
  const client = clientOf(environment, invocation);
  const services = servicesOf(environment, client);
  const quota = openQuota({ client, table, now: services.now, ...limits });
  return createApp({
    routes: [route],
    services,
    callerOf: ({ env }) => identified(env.caller),
    beforeWrite: ({ workspace, isGuest }, writes) => quota.spend(workspace, isGuest, writes),
    before: [forOurPages(origins)],
    onFault: (error) => invocation.fail(error),
  });
}

function clientOf({ dynamodb }: CloudEnvironment, invocation: Invocation): DynamodbClient {
  const onCapacity = (units: number) => invocation.spend(units);
  return dynamodbClient({ ...dynamodb, onCapacity, deadline: () => invocation.deadline });
}

function forOurPages(origins: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(corsHeaders(origins, context.req.header('Origin')))) {
      context.res.headers.set(name, value);
    }
  };
}
