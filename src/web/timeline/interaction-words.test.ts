import { expect, test } from 'vitest';
import { glyphOf, interactionName, kindWords } from './interaction-words.ts';

const server = { created_at: '', updated_at: '', version: 1, deleted_at: null };

test.each([
  [{ kind: 'message', channel: 'linkedin' }, 'LinkedIn', 'chat'],
  [{ kind: 'message', channel: 'phone' }, 'Message · Phone', 'phone'],
  [{ kind: 'call', channel: 'phone' }, 'Call', 'phone'],
  [{ kind: 'call', channel: 'video' }, 'Call · Video', 'video'],
  [{ kind: 'technical', channel: null }, 'Technical interview', 'chat'],
  [{ kind: 'note', channel: 'email' }, 'Note', 'note'],
  [{ kind: null, channel: 'email' }, 'E-mail', 'mail'],
  [{ kind: null, channel: null }, 'Conversation', 'chat'],
])('%j is told as %s', (fields, words, glyph) => {
  expect(kindWords({ ...server, ...fields })).toBe(words);
  expect(glyphOf({ ...server, ...fields })).toBe(glyph);
});

test('it is named by its subject where it has one', () => {
  const call = { ...server, kind: 'call', channel: 'phone' };
  expect(interactionName({ ...call, subject: 'The offer' })).toBe('Call “The offer”');
  expect(interactionName({ ...call, subject: null })).toBe('Call');
});
