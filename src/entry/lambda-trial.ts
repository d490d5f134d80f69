import { pushKey } from '../delivery/push-keys.ts';
import { trialOf } from '../delivery/trial.ts';
import type { Route } from '../http/route.ts';
import type { ReminderServices } from '../routes/reminder-services.ts';
import type { DynamodbClient } from '../store/dynamodb-client.ts';
import { openItems } from '../store/dynamodb-items.ts';
import { openDynamodbLedger } from '../store/dynamodb-ledger.ts';
import { openRecipients } from '../store/dynamodb-recipients.ts';
import { openSecrets } from '../store/dynamodb-secrets.ts';
import { cloudChannels } from './cloud-channels.ts';
import type { CloudEnvironment } from './cloud-environment.ts';
import { cloudSenders } from './cloud-senders.ts';
import { handlerWith, type LambdaHandler, recordServices } from './lambda.ts';

/** Makes the function of the one route that sends. */
export function trialHandler(route: Route<ReminderServices>): LambdaHandler {
  return handlerWith(route, trialServices);
}

function trialServices(environment: CloudEnvironment, client: DynamodbClient): ReminderServices {
  const services = recordServices(environment, client);
  const { store, now } = services;
  const items = openItems(client, environment.table);
  const secrets = openSecrets(items);
  const [ledger, recipients] = [openDynamodbLedger(items, now), openRecipients(items, now)];
  const senders = cloudSenders(environment, { secrets, recipients, now });
  const reminding = {
    channels: cloudChannels(environment),
    pushKey: () => pushKey(secrets),
    trial: trialOf({ store, ledger, recipients, senders, now }),
  };
  return { ...services, ledger, recipients, reminding };
}
