import { expect, test } from 'vitest';
import { PREDICATES, REPLY_OUTCOMES } from '../model/index.ts';
import { loadLexicons } from '../providers/index.ts';
import { holdsWording, wordListsOf } from './word-lists.ts';

const lists = wordListsOf(loadLexicons());

test('each predicate has its line, and only these', () => {
  expect([...lists.predicates.keys()].sort()).toEqual([...PREDICATES].sort());
});

test('keys and functional parts name slots that some predicate of the family fills', () => {
  for (const rule of lists.predicates.values()) {
    const family = [...lists.predicates.values()].filter((other) => other.family === rule.family);
    const slots = new Set(family.flatMap(({ subject, object, theme }) => [subject, object, theme]));
    for (const { slot } of rule.keys.flatMap((key) => key.slots)) expect(slots, rule.predicate).toContain(slot);
    if (rule.functional !== null) expect(slots, rule.predicate).toContain(rule.functional);
  }
});

test('reply wordings lead to outcomes that exist', () => {
  for (const [outcome] of lists.replyOutcomes) expect(REPLY_OUTCOMES).toContain(outcome);
});

test.each([
  ['They have always denied it.', true],
  ['The hallways were empty.', false],
  ['该国一贯反对。', true],
])('wording as whole words: %s', (text, expected) => {
  expect(holdsWording(text, lists.standingDenial)).toBe(expected);
});
