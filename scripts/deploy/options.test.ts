import { describe, expect, test } from 'vitest';
import { deployOptions, teardownOptions } from './options.ts';

describe('deploy', () => {
  test('runs every step in its order where nothing is said', () => {
    const { steps, name, region, plan } = deployOptions([], {});
    expect(steps).toEqual(['check', 'build', 'persistent', 'app', 'restore', 'upload', 'smoke']);
    expect({ name, region, plan }).toEqual({ name: 'touchbase', region: 'eu-central-1', plan: false });
  });

  test('runs the steps that are named, in their order and not in the one of the list', () => {
    expect(deployOptions(['--only', 'restore,app', '--only', 'persistent'], {}).steps).toEqual([
      'persistent',
      'app',
      'restore',
    ]);
  });

  test('leaves the smoke test out where it is told to', () => {
    expect(deployOptions(['--no-smoke'], {}).steps).not.toContain('smoke');
  });

  test('takes the region of the environment, and rather the one that it is told', () => {
    expect(deployOptions([], { AWS_REGION: 'eu-west-1' }).region).toBe('eu-west-1');
    expect(deployOptions(['--region', 'us-east-1'], { AWS_REGION: 'eu-west-1' }).region).toBe('us-east-1');
  });

  test.each([
    [['--only', 'smoek'], /no step smoek; there are check, build/],
    [['--var', 'waf'], /KEY=VALUE, not waf/],
    [['--yse'], /Unknown option '--yse'/],
    [['now'], /Unexpected argument 'now'/],
  ])('refuses %j', (args, complaint) => {
    expect(() => deployOptions(args, {})).toThrow(complaint);
  });
});

describe('teardown', () => {
  test('waits until requests under way must have ended', () => {
    expect(teardownOptions([], {})).toMatchObject({ yes: false, drainSeconds: 35 });
  });

  test('refuses a time that is none', () => {
    expect(() => teardownOptions(['--drain', 'long'], {})).toThrow(/whole seconds, not long/);
  });
});
