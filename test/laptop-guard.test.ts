import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Laptop, startLaptop } from './laptop-process.ts';

describe('the laptop server', () => {
  let running: Laptop;
  beforeAll(async () => {
    running = await startLaptop(['--demo']);
  });
  afterAll(() => running.stop());

  /** A request with headers that `fetch` does not let one choose. */
  function ask(headers: Record<string, string>, method = 'GET', path = '/v1/contacts'): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const options = { method, headers: { 'Content-Type': 'application/json', ...headers } };
      const asked = request(`${running.url}${path}`, options, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on('error', reject);
      asked.end(method === 'POST' ? '{"name":"A","email":"a@example.org"}' : undefined);
    });
  }

  test('answers a plain client on this machine', async () => {
    expect(await ask({})).toBe(200);
    expect(await ask({}, 'POST')).toBe(201);
  });

  test('answers its own page and nobody else’s', async () => {
    const { port } = new URL(running.url);
    expect(await ask({ Origin: running.url, 'Sec-Fetch-Site': 'same-origin' }, 'POST')).toBe(201);
    expect(await ask({ Origin: 'https://evil.example' }, 'POST')).toBe(403);
    expect(await ask({ Origin: 'null' }, 'POST')).toBe(403);
    expect(await ask({ Origin: `http://localhost:${Number(port) + 1}` }, 'POST')).toBe(403);
    expect(await ask({ Origin: `https://localhost:${port}` }, 'POST')).toBe(403);
  });

  test('refuses what a foreign page asks without saying its origin: a script, an image, a frame', async () => {
    expect(await ask({ 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' })).toBe(403);
    expect(await ask({ 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'no-cors' })).toBe(403);
    expect(await ask({ 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }, 'GET', '/docs')).toBe(200);
  });

  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.nip.example:80', '192.168.0.1'])(
    'refuses the host “%s”, which a foreign name could resolve to (DNS rebinding)',
    async (Host) => {
      expect([400, 421]).toContain(await ask({ Host }));
    },
  );

  test.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('answers to the host %s', async (name) => {
    expect(await ask({ Host: `${name}:${new URL(running.url).port}` })).toBe(200);
  });

  test('cannot be reached from another machine', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4');
    const host = outside?.address ?? '127.0.0.2';
    const refused = await new Promise((resolve) => {
      const socket = connect(Number(new URL(running.url).port), host);
      socket.once('error', () => resolve(true));
      socket.once('connect', () => resolve(false));
      onTestFinished(() => void socket.destroy());
    });
    expect(refused).toBe(true);
  });

  test('sends the policy that lets no foreign script, style or frame in with every answer', async () => {
    for (const path of ['/docs', '/v1/contacts', '/nowhere']) {
      const { headers } = await fetch(running.url + path);
      const policy = headers.get('Content-Security-Policy');
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    }
  });
});
