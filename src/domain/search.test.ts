import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, matchesWords, searchable, words } from './search.ts';

describe('folding', () => {
  test.each([
    ['Zoë', 'zoe'],
    ['Łukasz Sørensen', 'lukasz sorensen'],
    ['Đặng', 'dang'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['Þórsdóttir', 'thorsdottir'],
    ['ﬁnance', 'finance'],
    ['ＡＢＣ', 'abc'],
    ['Иван', 'иван'],
    ['Yılmaz', 'yilmaz'],
    ['İzmir', 'izmir'],
    ['Οδυσσέας', 'οδυσσεασ'],
    ['ΟΔΥΣΣΕΑΣ', 'οδυσσεασ'],
  ])('%s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
  test('twice is once', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)));
  });
});

describe('searching', () => {
  test.each([
    ['alice@example.com', ['alice', 'example', 'com']],
    ['王小明 Wang', ['王', '小', '明', 'wang']],
    ["O'Brien-Smith", ['o', 'brien', 'smith']],
    ['  ', []],
  ])('the words of %j are %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
  test.each([
    ['ali', true],
    ['ALI exa', true],
    ['lice', false],
    ['alice nobody', false],
    ['', true],
  ])('“%s” in “Alice Example” is %s', (query, expected) => {
    expect(matchesWords(searchable('Alice Example'), words(query))).toBe(expected);
  });
  test('plain text is made searchable as any other is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => searchable(text) === ` ${words(text).join(' ')}`),
    );
  });
  test('any text is found by itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => matchesWords(searchable(text), words(text))));
  });
});
