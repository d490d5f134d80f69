import type { MiddlewareHandler } from 'hono';
import { type APIGatewayProxyResult, handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import { v7 } from 'uuid';
import { localDate } from '../domain/dates.ts';
import { NOUNS } from '../domain/nouns.ts';
import { createApp } from '../http/app.ts';
import type { Route } from '../http/route.ts';
import { openDynamodb } from '../store/dynamodb.ts';
import { dynamodbClient } from '../store/dynamodb-client.ts';
import { dynamodbQuota } from '../store/dynamodb-quota.ts';
import { type CloudEnvironment, readEnvironment } from './cloud-environment.ts';
import { callerOf } from './lambda-caller.ts';
import { corsHeaders } from './lambda-cors.ts';
import { Invocation } from './lambda-invocation.ts';

/** An event of a REST API's proxy integration, as far as more than the adapter looks at it. */
export type ProxyEvent = Extract<LambdaEvent, { httpMethod: string; resource: string }>;

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html */
export type LambdaHandler = (event: ProxyEvent, context: LambdaContext) => Promise<APIGatewayProxyResult>;

/** Makes the function of one route. */
export function lambdaHandler(route: Route): LambdaHandler {
  const invocation = new Invocation(route);
  const answer = handle(lambdaApp(route, readEnvironment(process.env), invocation));
  return async (event, context) => {
    invocation.begin(context);
    // This path begins with the stage, which is the `/v1` of ours.
    const result = await answer({ ...event, path: event.requestContext.path }, context);
    invocation.end(event.httpMethod, result.statusCode);
    return result;
  };
}

function lambdaApp(route: Route, { dynamodb, table, origins, limits }: CloudEnvironment, invocation: Invocation) {
  const client = dynamodbClient({
    ...dynamodb,
    onCapacity: (units) => invocation.spend(units),
    deadline: () => invocation.deadline,
  });
  const now = () => new Date();
  const quota = dynamodbQuota({ client, table, now, limits });
  return createApp({
    routes: [route],
    services: {
      store: openDynamodb({ client, table, nouns: NOUNS, now }),
      nouns: NOUNS,
      now,
      today: () => localDate(now()),
      site: `${origins[0]}/`,
      newId: () => v7(),
    },
    callerOf: ({ env }) => invocation.by(callerOf(env.requestContext)),
    beforeWrite: ({ workspace, isGuest }, writes) => quota.spend(workspace, isGuest, writes),
    before: [forOurPages(origins)],
    onFault: (error) => invocation.fail(error),
  });
}

function forOurPages(origins: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(corsHeaders(origins, context.req.header('Origin')))) {
      context.res.headers.set(name, value);
    }
  };
}
