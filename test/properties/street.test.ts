import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseView } from '../../src/model/index.ts';
import { canonicalJson } from '../../src/text/index.ts';
import { filesUnder, textFile, walkStreet } from '../street.ts';

const SENTENCES = [
  'Orla Freight LLC supplied 40 KT-9 engines to the Vesna Plant in May 2024, according to two customs officials.',
  'Documents reviewed by the Quiet Herald show that Orla Freight paid Vesna Plant more than 5 million yuan (about $700,000).',
  'Vesna Plant, a subsidiary of Concern Taiga, did not respond to requests for comment.',
  '“We never delivered anything,” said Ivo Marten, the chief executive of Orla Freight LLC.',
  'ООО «Орла Фрахт» поставило заводу «Весна» 40 двигателей.',
  '奥拉货运有限公司向维斯纳工厂交付了40台发动机。',
  'It is unclear who ordered the KT-9 engines.',
  '• A bullet without an end',
  'The KT-9 has a range of up to 1,200 km and carries 50 kg.',
  'Kranich GmbH lieferte am 3. März 2023 vier Anlagen nach Riga, teilte das Finanzministerium mit.',
];

const sentence = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...SENTENCES) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom('\n\n', '\u202eevil\u202c', '\u0000', '...', '\ud800', '﻿') },
);
const text = fc.array(sentence, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' '));

/** Everything that must be equal between two runs, without what only says when and where. */
const essence = ({ documents, extractions, resolution, weighing }: CaseView): string =>
  canonicalJson({ documents, extractions, resolution, weighing });

describe('for any text', () => {
  test('each quotation is the text under its span, and records survive JSON', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (content) => {
        const view = await walkStreet([textFile('a.txt', content)]);
        for (const { document, passages, mentions, literals, claims, cues } of view.extractions) {
          const source = view.documents.find(({ id }) => id === document)?.text ?? '';
          const ids = new Set(mentions.map(({ id }) => id));
          for (const { start, end, text } of [...mentions, ...literals, ...cues])
            expect(source.slice(start, end)).toBe(text);
          for (const { start, end, quotation, subject, object, theme, place, attribution } of claims) {
            expect(quotation.length).toBeGreaterThan(0);
            expect(source.slice(start, end)).toBe(quotation);
            for (const id of [...subject, ...object, ...theme, ...place]) expect(ids.has(id)).toBe(true);
            expect(attribution[0]?.sources).toEqual(['@doc']);
          }
          for (const passage of passages) {
            for (const { start, end } of passage.sentences) {
              expect(start).toBeGreaterThanOrEqual(passage.start);
              expect(end).toBeLessThanOrEqual(passage.end);
            }
          }
        }
        expect(JSON.parse(JSON.stringify(view))).toEqual(view);
      }),
      { numRuns: 60 },
    );
  });

  test('two runs give the same bytes, and the order of documents does not matter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(text, { minLength: 2, maxLength: 4 }), async (contents) => {
        const files = contents.map((content, n) => textFile(`${n}.txt`, content));
        const first = essence(await walkStreet(files));
        expect(essence(await walkStreet(files))).toBe(first);
        expect(essence(await walkStreet([...files].reverse()))).toBe(first);
      }),
      { numRuns: 20 },
    );
  });
});

test('the sample case folds to the same bytes whatever the order of its documents', async () => {
  const files = filesUnder('samples/case');
  expect(essence(await walkStreet([...files].reverse()))).toBe(essence(await walkStreet(files)));
});
