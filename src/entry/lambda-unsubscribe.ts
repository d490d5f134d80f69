import { workspaceOfToken } from '../delivery/unsubscribe-token.ts';
import type { Route } from '../http/route.ts';
import type { UnsubscribeServices } from '../routes/reminder-services.ts';
import type { DynamodbClient } from '../store/dynamodb-client.ts';
import { openItems } from '../store/dynamodb-items.ts';
import { openRecipients } from '../store/dynamodb-recipients.ts';
import { openSecrets } from '../store/dynamodb-secrets.ts';
import type { CloudEnvironment } from './cloud-environment.ts';
import { commonServices, handlerWith, type LambdaHandler } from './lambda.ts';
import { newSecret } from './new-secret.ts';

/** Makes the function of the page that ends mails. */
export function unsubscribeHandler(route: Route<UnsubscribeServices>): LambdaHandler {
  return handlerWith(route, unsubscribeServices);
}

function unsubscribeServices(environment: CloudEnvironment, client: DynamodbClient): UnsubscribeServices {
  const services = commonServices(environment);
  const items = openItems(client, environment.table);
  const secrets = openSecrets(items);
  return {
    ...services,
    recipients: openRecipients(items, services.now),
    workspaceOfToken: async (token) => workspaceOfToken(await secrets.of('unsubscribe', newSecret), token),
  };
}
