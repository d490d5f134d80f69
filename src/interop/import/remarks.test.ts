import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CUT, withRemarks } from './remarks.ts';

const text = fc.option(fc.string({ unit: fc.constantFrom('a', 'B', '\n', ' ', ': ', '😀'), maxLength: 60 }), {
  nil: null,
});
const remarks = fc.array(
  fc.record({ label: fc.constantFrom('A', 'B'), value: fc.constantFrom('1', 'x\ny', '😀'.repeat(20)) }),
  { maxLength: 4 },
);

test('a second time adds nothing, what stands is never cut, and no text is longer than its room', () => {
  fc.assert(
    fc.property(text, text, remarks, fc.integer({ min: 60, max: 160 }), (standing, added, all, limit) => {
      const once = withRemarks(standing, added, all, limit);
      expect(withRemarks(once, added, all, limit)).toBe(once);
      expect(once?.length ?? 0).toBeLessThanOrEqual(limit);
      if (standing?.trim()) expect(once?.startsWith(standing)).toBe(true);
      expect(once?.isWellFormed() ?? true).toBe(true);
    }),
  );
});

test('each remark is a line, and what finds no room is said to be cut', () => {
  expect(withRemarks('Met at a fair.', null, [{ label: 'Fax', value: '1' }], 100)).toBe('Met at a fair.\n\nFax: 1');
  expect(withRemarks(null, 'n'.repeat(200), [], 100)).toBe(`${'n'.repeat(99 - CUT.length)}\n${CUT}`);
});
