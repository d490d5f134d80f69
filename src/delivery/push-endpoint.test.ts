import { expect, test } from 'vitest';
import { isPushEndpoint } from './push-endpoint.ts';

test.each([
  'https://fcm.googleapis.com/fcm/send/abc:def',
  'https://updates.push.services.mozilla.com/wpush/v2/abc',
  'https://web.push.apple.com/abc',
  'https://wns2-par02p.notify.windows.com/w/?token=abc',
])('%s is a push service', (endpoint) => expect(isPushEndpoint(endpoint)).toBe(true));

test.each([
  'http://push.example.org/send',
  'https://localhost/send',
  'https://sub.localhost/send',
  'https://printer.local/send',
  'https://metadata.google.internal/send',
  'https://router/send',
  'https://127.0.0.1/send',
  'https://2130706433/send',
  'https://0x7f.1/send',
  'https://169.254.169.254/latest/meta-data',
  'https://[::1]/send',
  'https://name:word@push.example.org/send',
  'https://localhost./send',
  'no address',
])('%s is none', (endpoint) => expect(isPushEndpoint(endpoint)).toBe(false));
