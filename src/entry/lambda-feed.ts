import type { Route } from '../http/route.ts';
import type { FeedServices } from '../routes/feed-services.ts';
import { openAccounts } from '../store/dynamodb-account.ts';
import type { DynamodbClient } from '../store/dynamodb-client.ts';
import { openFeeds } from '../store/dynamodb-feeds.ts';
import { openItems } from '../store/dynamodb-items.ts';
import type { CloudEnvironment } from './cloud-environment.ts';
import { handlerWith, type LambdaHandler, recordServices } from './lambda.ts';

/** Makes the function of one route that is about calendars to subscribe to. */
export function feedHandler(route: Route<FeedServices>): LambdaHandler {
  return handlerWith(route, feedServices);
}

function feedServices(environment: CloudEnvironment, client: DynamodbClient): FeedServices {
  const services = recordServices(environment, client);
  const items = openItems(client, environment.table);
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  return { ...services, feeds: openFeeds({ items, accounts: openAccounts(items), now: services.now, random }) };
}
