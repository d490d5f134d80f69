import * as v from 'valibot';
import type { Answered, Asked, Gap } from './emulator-gaps.ts';

const SERVICE = 'AWSBudgetServiceGateway.';

const subscribers = v.array(v.looseObject({}));
const notification = v.looseObject({ NotificationType: v.string() });
const told = v.looseObject({ Notification: notification, Subscribers: subscribers });
const asking = v.looseObject({ BudgetName: v.string(), Notification: notification });
const newBudget = v.object({
  Budget: v.object({ BudgetName: v.string() }),
  NotificationsWithSubscribers: v.optional(v.array(told), []),
});
const newNotification = v.object({ BudgetName: v.string(), ...told.entries });

/** Remembers whom a budget tells; its tags and its changes are taken and not given back where the emulator knows none. */
export function budgetGaps(): Gap {
  const remembered = new Map<string, v.InferOutput<typeof subscribers>>();
  return async (asked, forward) => {
    const target = String(asked.headers['x-amz-target'] ?? '');
    if (!target.startsWith(SERVICE)) return undefined;
    const answered = await forward();
    if (answered.status < 500) {
      remember(remembered, asked);
      return answered;
    }
    return stead(remembered, target.slice(SERVICE.length), asked) ?? answered;
  };
}

function remember(remembered: Map<string, v.InferOutput<typeof subscribers>>, asked: Asked): void {
  const body = json(asked);
  if (v.is(newBudget, body))
    for (const { Notification, Subscribers } of v.parse(newBudget, body).NotificationsWithSubscribers)
      remembered.set(keyOf(body.Budget.BudgetName, Notification), Subscribers);
  if (v.is(newNotification, body)) remembered.set(keyOf(body.BudgetName, body.Notification), body.Subscribers);
}

function stead(
  remembered: Map<string, v.InferOutput<typeof subscribers>>,
  action: string,
  asked: Asked,
): Answered | undefined {
  if (action === 'ListTagsForResource') return answer({ ResourceTags: [] });
  if (action === 'TagResource' || action === 'UpdateBudget') return answer({});
  if (action !== 'DescribeSubscribersForNotification') return undefined;
  const { BudgetName, Notification } = v.parse(asking, json(asked));
  return answer({ Subscribers: remembered.get(keyOf(BudgetName, Notification)) ?? [] });
}

function json({ body }: Asked): unknown {
  return JSON.parse(body.toString() || '{}');
}

function keyOf(budget: string, { NotificationType }: v.InferOutput<typeof notification>): string {
  return `${budget} ${NotificationType}`;
}

function answer(body: object): Answered {
  return { status: 200, headers: { 'Content-Type': 'application/x-amz-json-1.1' }, body: JSON.stringify(body) };
}
