import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOfHtml } from './html-text.ts';

test.each([
  ['paragraphs', '<p>One</p><p>Two<br>Three</p>', 'One\n\nTwo\nThree'],
  ['entities', 'Caf&eacute; &amp; &#x1F600; &lt;b&gt; &nbsp;x', 'Café & 😀 <b> x'],
  ['a list', '<ul><li>One<li>Two</ul>', '- One\n- Two'],
  [
    'a table',
    '<table><tr><td>Mon</td><td>10:00</td></tr><tr><td>Tue</td><td>11:00</td></tr></table>',
    'Mon 10:00\nTue 11:00',
  ],
  [
    'a link',
    '<a href="https://t.example/a?b=1&amp;c=2">Take the test</a>',
    'Take the test (https://t.example/a?b=1&c=2)',
  ],
  ['a link that says where it goes', '<a href="https://t.example/">t.example</a>', 't.example'],
  ['a link that runs', '<a href="javascript:alert(1)">Hi</a>', 'Hi'],
  [
    'a quotation',
    '<div>New</div><blockquote><div>Old</div><blockquote>Older</blockquote></blockquote>',
    'New\n\n> Old\n>\n> > Older',
  ],
  ['script and style', 'a<script>alert("<p>x</p>")</script><style>p { }</style>b', 'ab'],
  ['a script in capitals, not closed', 'a<SCRIPT SRC=x>alert(1)', 'a'],
  ['an event', '<img src=x onerror="alert(1)">a', 'a'],
  ['a tag not closed', 'a <b', 'a'],
  ['a comment', 'a<!-- <p>no</p> -->b<!-- never closed', 'ab'],
  ['conditional comments of Outlook', '<!--[if mso]><p>no</p><![endif]-->b', 'b'],
  ['brackets that are none', '1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['the title and what is under it', '<title>No</title><template><p>No</p></template>Yes', 'Yes'],
])('%s', (_, html, text) => {
  expect(textOfHtml(html)).toBe(text);
});

describe('hostile HTML', () => {
  const tag = fc.constantFrom(
    'p',
    'div',
    'script',
    'style',
    'a',
    'b',
    'blockquote',
    'li',
    'table',
    'td',
    'svg',
    'title',
    '!--',
    'x:y',
  );
  const piece = fc.oneof(
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    tag.map((name) => `<${name} href="https://x.example" onclick='alert(1)'`),
    fc.constantFrom(
      '&lt;',
      '&#0;',
      '&#x110000;',
      '&#xD800;',
      '&nosuch;',
      '&',
      '<',
      '>',
      '"',
      "'",
      '<![CDATA[',
      ']]>',
      '<?php',
    ),
    fc.string(),
  );

  test('gives a text, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(typeof textOfHtml(pieces.join(''))).toBe('string');
      }),
    );
  });

  test.each([
    '<div>',
    '<b>',
    '<blockquote>',
    '<li>',
    '<td> <tr>',
    '<a href=https://x.example>x',
    '</p>',
    '<!--',
    '&lt',
    '<',
    ' ',
    '<svg>',
  ])('takes linear time: %s, a hundred thousand times', (repeated) => {
    const started = performance.now();
    textOfHtml(repeated.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
