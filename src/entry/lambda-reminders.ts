import { pushKey } from '../delivery/push-keys.ts';
import type { Route } from '../http/route.ts';
import type { EmailServices } from '../routes/reminder-services.ts';
import { cognitoDirectory } from '../store/cognito-directory.ts';
import type { DynamodbClient } from '../store/dynamodb-client.ts';
import { openItems } from '../store/dynamodb-items.ts';
import { openDynamodbLedger } from '../store/dynamodb-ledger.ts';
import { openRecipients } from '../store/dynamodb-recipients.ts';
import { openSecrets } from '../store/dynamodb-secrets.ts';
import { cloudChannels } from './cloud-channels.ts';
import type { CloudEnvironment } from './cloud-environment.ts';
import { commonServices, handlerWith, type LambdaHandler } from './lambda.ts';

/** Makes the function of one route that is about how a person is reached. */
export function reminderHandler(route: Route<EmailServices>): LambdaHandler {
  return handlerWith(route, reminderServices);
}

function reminderServices(environment: CloudEnvironment, client: DynamodbClient): EmailServices {
  const { table, cognito, userPool } = environment;
  const services = commonServices(environment);
  const items = openItems(client, table);
  const secrets = openSecrets(items);
  return {
    ...services,
    ledger: openDynamodbLedger(items, services.now),
    recipients: openRecipients(items, services.now),
    reminding: { channels: cloudChannels(environment), pushKey: () => pushKey(secrets) },
    directory: cognitoDirectory({ ...cognito, pool: userPool }),
  };
}
