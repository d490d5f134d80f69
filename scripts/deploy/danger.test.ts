import { describe, expect, test } from 'vitest';
import { guard } from './danger.ts';
import { sameChanges } from './first-plan.ts';
import { type Change, planInShort } from './plan.ts';

const change = (action: Change['action'], address: string): Change => ({
  address,
  type: address.slice(0, address.indexOf('.')),
  action,
});

describe('a plan', () => {
  test.each(['replace', 'delete'] as const)(
    'is refused where it would %s the table, whatever anybody says',
    async (action) => {
      const changes = [change(action, 'aws_dynamodb_table.records')];
      await expect(guard(changes, async () => true)).rejects.toThrow(/everybody's records.*npm run teardown/s);
    },
  );

  test('that ends all logins needs a person who agrees', async () => {
    const changes = [change('replace', 'aws_cognito_user_pool.people')];
    await expect(guard(changes, async () => false)).rejects.toThrow(/Nothing was changed/);
    await expect(guard(changes, async () => true)).resolves.toBeUndefined();
  });

  test('that makes and changes things is let through without a question', async () => {
    const changes = [change('create', 'aws_dynamodb_table.records'), change('update', 'aws_cognito_user_pool.people')];
    await guard(changes, () => Promise.reject(new Error('asked')));
  });

  test('is shown in short: what is new by its kind, what goes by its name', () => {
    const functions = ['list', 'get'].map((name) => change('create', `aws_lambda_function.this["${name}"]`));
    expect(
      planInShort([...functions, change('create', 'aws_sns_topic.alarms'), change('delete', 'aws_wafv2.a')]),
    ).toEqual(['+ 2 aws_lambda_function', '+ aws_sns_topic.alarms', '- aws_wafv2.a']);
    expect(planInShort([])).toEqual(['nothing would change']);
  });

  test('is the approved one where it changes the same things in the same ways', () => {
    const [one, two] = [change('create', 'a.b'), change('update', 'c.d')];
    expect(sameChanges([one, two], [two, one])).toBe(true);
    expect(sameChanges([one, two], [one])).toBe(false);
    expect(sameChanges([one], [{ ...one, action: 'delete' }])).toBe(false);
  });
});
