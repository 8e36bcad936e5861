import { expect, test } from 'vitest';
import { caseWords } from '../../src/dossier/index.ts';
import { loadLexicons } from '../../src/providers/index.ts';
import { walkStreet } from '../street.ts';

/** A text -> sentences an editor can print about it, made from the bytes on. */
const CASES: readonly (readonly [text: string, sentences: readonly string[]])[] = [
  [
    'Whether Pavel Orrin knew of the shipments is unclear.',
    ['It is not determined whether Pavel Orrin knew of this: “Whether Pavel Orrin knew of the shipments is unclear”'],
  ],
  [
    'Pavel Orrin, a former Norhaven Ltd inspector, left the yard.',
    ['Pavel Orrin is named as “a former Norhaven Ltd inspector” of Norhaven Ltd'],
  ],
  [
    'Pavel Orrin, a former inspector at Norhaven Ltd, left the yard.',
    ['Pavel Orrin is named as “a former inspector” of Norhaven Ltd'],
  ],
];

test.each(CASES)('%s', async (text, sentences) => {
  const view = await walkStreet([{ name: 'story.txt', bytes: new TextEncoder().encode(text) }]);
  const words = caseWords(view, loadLexicons());
  const claims = view.extractions.flatMap((extraction) => extraction.claims);
  expect(claims.map((claim) => words.claim(claim))).toEqual(sentences);
});
