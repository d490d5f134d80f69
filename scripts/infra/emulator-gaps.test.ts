import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fillGaps } from './emulator-gaps.ts';

let emulator: Server;
let gaps: Awaited<ReturnType<typeof fillGaps>>;

/** An emulator as poor as can be: it makes budgets, and fails at all else. */
beforeEach(async () => {
  emulator = createServer((asked, answer) => {
    const isNewBudget = String(asked.headers['x-amz-target']).endsWith('CreateBudget');
    answer.writeHead(isNewBudget ? 200 : asked.url?.startsWith('/2020-05-31/') ? 404 : 500).end('the emulator');
  });
  await new Promise<void>((listening) => emulator.listen(0, '127.0.0.1', listening));
  const { port } = emulator.address() as AddressInfo;
  gaps = await fillGaps(`http://127.0.0.1:${port}`);
});

afterEach(async () => {
  await gaps.stop();
  await new Promise((closed) => emulator.close(closed));
});

test('what is no gap is the emulator its own answer', async () => {
  const answered = await ask('/bucket', { method: 'PUT' });
  expect([answered.status, await answered.text()]).toEqual([500, 'the emulator']);
});

test('a CloudFront function is kept, published, given back and deleted', async () => {
  const config = '<FunctionConfig><Comment>it</Comment><Runtime>cloudfront-js-2.0</Runtime></FunctionConfig>';
  const body = `<R><FunctionCode>${btoa('code')}</FunctionCode>${config}<Name>views</Name></R>`;
  const path = '/2020-05-31/function';
  expect((await ask(path, { method: 'POST', body })).status).toBe(201);
  expect((await ask(`${path}/views/describe?Stage=LIVE`)).status).toBe(404);
  expect((await ask(`${path}/views/publish`, { method: 'POST' })).status).toBe(200);
  expect(await (await ask(`${path}/views/describe?Stage=LIVE`)).text()).toContain(config);
  expect(await (await ask(`${path}/views?Stage=DEVELOPMENT`)).text()).toBe('code');
  expect((await ask(`${path}/views`, { method: 'DELETE' })).status).toBe(204);
  expect((await ask(`${path}/views`)).status).toBe(404);
});

test('whom a budget tells is remembered from when it was made', async () => {
  const Notification = { NotificationType: 'ACTUAL', Threshold: 80 };
  const Subscribers = [{ SubscriptionType: 'SNS', Address: 'arn:aws:sns:eu-central-1:123456789012:alarms' }];
  const NotificationsWithSubscribers = [{ Notification, Subscribers }];
  await budgets('CreateBudget', { Budget: { BudgetName: 'monthly' }, NotificationsWithSubscribers });
  const answered = await budgets('DescribeSubscribersForNotification', { BudgetName: 'monthly', Notification });
  expect(await answered.json()).toEqual({ Subscribers });
  expect((await budgets('DeleteEverything', {})).status).toBe(500);
});

test('a configuration set is kept with whom it tells of events, changed and deleted', async () => {
  const path = '/v2/email/configuration-sets';
  const send = (method: string, below: string, body: object) =>
    ask(path + below, { method, body: JSON.stringify(body) });
  const [Tags, DeliveryOptions] = [[{ Key: 'Project', Value: 'touchbase' }], { TlsPolicy: 'REQUIRE' }];
  expect((await ask(`${path}/mail`)).status).toBe(404);
  await send('POST', '', { ConfigurationSetName: 'mail', DeliveryOptions, Tags });
  expect(await (await ask(`${path}/mail`)).json()).toMatchObject({ DeliveryOptions });
  const arn = 'arn:aws:ses:eu-central-1:123456789012:configuration-set/mail';
  expect(await (await ask(`/v2/email/tags?ResourceArn=${encodeURIComponent(arn)}`)).json()).toEqual({ Tags });
  const told = { Enabled: true, MatchingEventTypes: ['BOUNCE'] };
  await send('POST', '/mail/event-destinations', { EventDestinationName: 'it', EventDestination: told });
  await send('PUT', '/mail/event-destinations/it', { EventDestination: { ...told, Enabled: false } });
  const destinations = await (await ask(`${path}/mail/event-destinations`)).json();
  expect(destinations).toEqual({ EventDestinations: [{ Name: 'it', ...told, Enabled: false }] });
  await send('DELETE', '/mail/event-destinations/it', {});
  expect(await (await ask(`${path}/mail/event-destinations`)).json()).toEqual({ EventDestinations: [] });
  await send('DELETE', '/mail', {});
  expect((await ask(`${path}/mail`)).status).toBe(404);
});

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(gaps.endpoint + path, init);
}

function budgets(action: string, body: object): Promise<Response> {
  const headers = { 'X-Amz-Target': `AWSBudgetServiceGateway.${action}` };
  return ask('/', { method: 'POST', headers, body: JSON.stringify(body) });
}
