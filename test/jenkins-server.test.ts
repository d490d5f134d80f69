import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = 'infra/jenkins';

describe('the image', () => {
  const dockerfile = read(`${FOLDER}/Dockerfile`);

  test('is made of images of a named version, and ends as no root', () => {
    for (const file of [dockerfile, read(`${FOLDER}/aws-emulator/Dockerfile`)]) {
      const images = [...file.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
      expect(images.length).toBeGreaterThan(0);
      for (const image of images) expect(image).toMatch(/^[a-z-]+\/[a-z-]+:\d+\.\d+\.\d+/);
      expect([...file.matchAll(/^USER (\S+)/gm)].at(-1)?.[1]).not.toBe('root');
    }
    expect(dockerfile).toMatch(/^FROM jenkins\/jenkins:\S+-lts-jdk21$/m);
  });

  test('checks the checksum of whatever it downloads', () => {
    const downloads = dockerfile.match(/curl /g)?.length ?? 0;
    expect(dockerfile.match(/sha256sum --check --strict/g)).toHaveLength(downloads - 1);
    expect(dockerfile.match(/^ARG \w+_SHA256_(AMD64|ARM64)=[0-9a-f]{64}$/gm)).toHaveLength(4);
    expect(dockerfile).toContain('apt-get install --yes --no-install-recommends');
  });

  test('carries the Node that the program runs on', () => {
    expect(dockerfile).toContain(`ARG NODE_VERSION=${nodeVersion()}\n`);
  });

  test('pins every plugin, each once', () => {
    const plugins = read(`${FOLDER}/plugins.txt`)
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    for (const plugin of plugins) expect(plugin).toMatch(/^[a-z0-9-]+:[0-9][\w.-]*$/);
    const names = plugins.map((plugin) => plugin.split(':')[0]);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['configuration-as-code', 'job-dsl', 'workflow-aggregator', 'git']));
  });
});

describe('the server', () => {
  const compose = v.parse(
    v.object({
      services: v.record(
        v.string(),
        v.object({
          ports: v.optional(v.array(v.string()), []),
          environment: v.optional(v.record(v.string(), v.string()), {}),
          secrets: v.optional(v.array(v.string()), []),
        }),
      ),
      secrets: v.record(v.string(), v.object({ file: v.pipe(v.string(), v.startsWith('secrets/')) })),
    }),
    parse(read(`${FOLDER}/compose.yaml`)),
  );
  const casc = v.parse(
    v.object({
      jenkins: v.object({
        crumbIssuer: v.object({ standard: v.object({}) }),
        securityRealm: v.object({
          local: v.object({
            allowsSignup: v.literal(false),
            users: v.tuple([v.object({ id: v.string(), password: v.literal(variable('admin_password')) })]),
          }),
        }),
        authorizationStrategy: v.object({
          loggedInUsersCanDoAnything: v.object({ allowAnonymousRead: v.literal(false) }),
        }),
        numExecutors: v.number(),
      }),
      jobs: v.tuple([v.object({ script: v.string() })]),
    }),
    parse(read(`${FOLDER}/casc.yaml`)),
  );

  test('listens on the loopback address only', () => {
    const ports = Object.values(compose.services).flatMap((service) => service.ports);
    expect(ports.length).toBeGreaterThan(0);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('builds the Jenkinsfile of the repository that it was told', () => {
    const [{ script }] = casc.jobs;
    expect(script).toContain("scriptPath('Jenkinsfile')");
    expect(script).toContain(`url('${variable('REPOSITORY')}')`);
  });

  test('knows every secret and variable that its configuration names', () => {
    const names = [
      ...read(`${FOLDER}/casc.yaml`)
        .replaceAll(/^\s*#.*$/gm, '')
        .matchAll(/\$\{(\w+)\}/g),
    ];
    const known = [...Object.keys(compose.secrets), ...Object.keys(compose.services.jenkins?.environment ?? {})];
    expect(names.map(([, name = '']) => name).filter((name) => !known.includes(name))).toEqual([]);
    expect(compose.services.jenkins?.secrets.toSorted()).toEqual(Object.keys(compose.secrets).toSorted());
  });

  test('keeps each credential that the pipeline asks for', () => {
    const asked = [...read('Jenkinsfile').matchAll(/credentialsId: '([^']+)'/g)].map(([, id]) => id);
    const kept = [...read(`${FOLDER}/casc.yaml`).matchAll(/^ +id: ([\w-]+)$/gm)].map(([, id]) => id);
    expect(kept).toEqual(expect.arrayContaining(asked));
  });
});

describe('the deploy role', () => {
  const Statement = v.object({
    Action: v.union([v.string(), v.array(v.string())]),
    Resource: v.optional(v.union([v.string(), v.array(v.string())])),
  });
  const policy = (name: string) =>
    v.parse(v.object({ Statement: v.array(Statement) }), JSON.parse(read(`${FOLDER}/deploy-role/${name}.json`)));

  test("is all that Jenkins's own key may take", () => {
    expect(policy('jenkins-user').Statement).toEqual([
      { Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::ACCOUNT:role/deploy-touchbase' },
    ]);
  });

  test('writes and hands on roles of the program only, and so not itself', () => {
    const rights = policy('rights').Statement;
    const ofRoles = rights.filter(({ Action }) => [Action].flat().some((action) => action.startsWith('iam:')));
    expect(ofRoles.length).toBeGreaterThan(0);
    for (const { Resource } of ofRoles) expect(Resource).toBe('arn:aws:iam::ACCOUNT:role/touchbase-*');
    expect(rights.flatMap(({ Action }) => Action)).not.toContain('*');
  });
});

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function nodeVersion(): string {
  const { dependencies } = v.parse(
    v.object({ dependencies: v.object({ node: v.string() }) }),
    JSON.parse(read('package.json')),
  );
  return dependencies.node;
}

/** How Compose and Jenkins write a variable. */
function variable(name: string): string {
  return `$\{${name}}`;
}
