import { expect, test } from 'vitest';
import { pastedWhenOf } from './pasted-when.ts';
import { arrivalOf, whenOf } from './when.ts';

test.each([
  ['Tue, 3 Mar 2026 14:30:00 +0100', '2026-03-03T14:30:00+01:00'],
  ['Tue,  3 Mar 2026 14:30 -0800 (PST)', '2026-03-03T14:30:00-08:00'],
  ['3 Mar 26 14:30:00 GMT', '2026-03-03T14:30:00Z'],
  ['Tue, 03 Mar 2026 9:05:00 EST', '2026-03-03T09:05:00-05:00'],
  ['Tue, 3 Mar 2026 14:30:60 -0000', '2026-03-03T14:30:59Z'],
  ['Tue, 31 Feb 2026 14:30:00 +0100', undefined],
  ['Tue, 3 Mar 2026 14:30:00 +9900', undefined],
  ['yesterday', undefined],
  ['', undefined],
])('in a head: %s', (written, iso) => {
  expect(whenOf(written)).toBe(iso);
});

test('where the head has no date, when it came in', () => {
  const received = 'by mx.example.org with SMTP id x; Tue, 3 Mar 2026 05:30:05 -0800 (PST)';
  expect(arrivalOf(received, '')).toBe('2026-03-03T05:30:05-08:00');
  expect(arrivalOf('', 'From 123@xxx Tue Mar 03 13:30:05 +0000 2026')).toBe('2026-03-03T13:30:05Z');
  expect(arrivalOf('', 'From - Tue Mar  3 13:30:05 2026')).toBe('2026-03-03T13:30:05Z');
  expect(arrivalOf('', '')).toBeUndefined();
});

test.each([
  ['Gmail', 'Tue, Mar 3, 2026 at 2:30 PM', '2026-03-03T14:30:00+01:00'],
  ['Gmail in German', 'Di., 3. März 2026 um 14:30 Uhr', '2026-03-03T14:30:00+01:00'],
  ['Gmail in French', 'mar. 3 mars 2026 à 14:30', '2026-03-03T14:30:00+01:00'],
  ['Outlook', 'Tuesday, March 3, 2026 2:30 PM', '2026-03-03T14:30:00+01:00'],
  ['Outlook in German', 'Dienstag, 3. März 2026 14:30', '2026-03-03T14:30:00+01:00'],
  ['Outlook in French', 'mardi 3 mars 2026 14:30', '2026-03-03T14:30:00+01:00'],
  ['Apple Mail', '3 March 2026 at 14:30:05 GMT+2', '2026-03-03T14:30:05+02:00'],
  ['Apple Mail, American', 'March 3, 2026 at 2:30:05 PM EST', '2026-03-03T14:30:05-05:00'],
  ['Apple Mail in German', '3. März 2026 um 14:30:05 MEZ', '2026-03-03T14:30:05+01:00'],
  ['Apple Mail in French', '3 août 2026 à 14:30:05 UTC+2', '2026-08-03T14:30:05+02:00'],
  ['midnight', 'March 3, 2026 12:05 AM', '2026-03-03T00:05:00+01:00'],
  ['as in a head', 'Tue, 3 Mar 2026 14:30:00 -0500', '2026-03-03T14:30:00-05:00'],
  ['figures', '03.03.2026 14:30', '2026-03-03T14:30:00+01:00'],
  ['American figures', '4/3/2026 2:30 PM', '2026-04-03T14:30:00+02:00'],
  ['ISO', '2026-03-03 14:30', '2026-03-03T14:30:00+01:00'],
  ['a day alone', '3 March 2026', '2026-03-03'],
  ['figures that may be two dates', '4/3/2026 14:30', undefined],
  ['no date', 'soon', undefined],
])('as it is shown: %s', (_, written, iso) => {
  expect(pastedWhenOf(written, 'Europe/Zurich')).toBe(iso);
});
