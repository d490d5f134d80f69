import { describe, expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

describe('the text of a message', () => {
  test.each([
    ['as it was typed', 'is 2 < 3 > 1? <ok>, a & b', 'is 2 < 3 > 1? <ok>, a & b'],
    [
      'with entities',
      'AT&amp;T &lt;hr@example.com&gt; &quot;ok&quot; &#39;s&#x2019; &nbsp;.',
      'AT&T <hr@example.com> "ok" \'s’  .',
    ],
    ['with an entity that is none', '&unknown; &#0; &#xD800; &#9999999;', '&unknown; &#0; &#xD800; &#9999999;'],
    ['with paragraphs', '<p class="x">One</p><p>Two<br/>three</p>', 'One\nTwo\nthree'],
    ['with a list', '<ul><li>One</li>\n<li>Two</li></ul>', 'One\nTwo'],
    ['with a link', '<a href="https://example.com" target="_blank">here</a>', 'here (https://example.com)'],
    ['with a link that shows itself', '<a href="https://example.com">https://example.com</a>', 'https://example.com'],
    ['with line ends of all kinds', 'one\r\ntwo\rthree  \n\n\n\nfour', 'one\ntwo\nthree\n\nfour'],
  ])('%s', (_, content, text) => {
    expect(plainText(content)).toBe(text);
  });

  test.each(['<', '<a ', '<a href="', '&#', '<a href="x">', '\n', ' '])(
    'takes no longer than its length: %j',
    (piece) => {
      const begun = performance.now();
      plainText(piece.repeat(1_000_000 / piece.length));
      expect(performance.now() - begun).toBeLessThan(5_000);
    },
  );
});
