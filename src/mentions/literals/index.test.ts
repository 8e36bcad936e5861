import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { literalsIn, textDocument } from '../../../test/mentions/literals-in.ts';
import type { Passage } from '../../model/index.ts';
import { loadLexicons } from '../../providers/index.ts';
import { findLiterals } from './index.ts';

const WORDS = [
  ...'0 1 2 12 28 500 1,200 2023 2024 1.5 300万 10-12 28.02.2022 03/04/2023 $ € ¥ % . , ( ) - – / №'.split(' '),
  ...'million млн dozen half a several more than up to about or and in on since until by between from of the'.split(
    ' ',
  ),
  ...'May June февраля Februar mai Thursday year месяц years ago last this next early mid- late Q2 quarter summer'.split(
    ' ',
  ),
  ...'km kg dollars евро 元 年 月 日 invoice No. IMO INN drones one two twenty hundred'.split(' '),
  '\n',
  '\n\n',
];

const text = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 60 })
  .chain((words) => fc.constantFrom(' ', '', '\u00a0').map((space) => words.join(space)));
const anyText = fc.oneof(
  text,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);
const language = fc.constantFrom('en', 'ru', 'uk', 'de', 'it', 'et', 'zh', 'fr', 'und');

describe('properties', () => {
  test('every literal is the exact text under its span, in order, without overlap, and survives JSON', () => {
    fc.assert(
      fc.property(anyText, language, fc.constantFrom(null, '2021', '2021-03-03'), (source, code, published) => {
        const literals = literalsIn(source, { language: code, published });
        let end = 0;
        for (const literal of literals) {
          expect(literal.text).toBe(source.slice(literal.start, literal.end));
          expect(literal.start).toBeGreaterThanOrEqual(end);
          expect(literal.end).toBeGreaterThan(literal.start);
          expect(literal.norm).not.toBe('');
          end = literal.end;
        }
        expect(JSON.parse(JSON.stringify(literals))).toEqual(literals);
        expect(literalsIn(source, { language: code, published })).toEqual(literals);
      }),
      { numRuns: 400 },
    );
  });

  test('numbers are decimal strings and times are EDTF', () => {
    const edtf = /^(?:\.\.\/)?(?:\d{3}X|\d{4}(?:-\d\d){0,2})(?:\/(?:\.\.|\d{3}X|\d{4}(?:-\d\d){0,2}))?$/;
    fc.assert(
      fc.property(text, language, (source, code) => {
        for (const { value, time } of literalsIn(source, { language: code, published: '2021-03-03' })) {
          if (value) expect(value.number).toMatch(/^\d+(?:\.\d+)?$/);
          if (time && time.edtf !== null) expect(time.edtf).toMatch(edtf);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('boilerplate is left out; headings and comments are read', () => {
  const source = 'Two crates\nIt had 5 crates.\nFollow us: 900 readers\nI saw 7 crates.';
  const kinds = ['heading', 'paragraph', 'boilerplate', 'comment'] as const;
  let start = 0;
  const passages = source.split('\n').map((line, index): Passage => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return { ...span, id: `p${index}`, kind: kinds[index] ?? 'paragraph', place: '', sentences: [span] };
  });
  const found = findLiterals(textDocument(source), passages, loadLexicons());
  expect(found.map((literal) => literal.norm)).toEqual(['2', '5', '7']);
});

test('a passage in another language than the document is read in its own', () => {
  const source =
    'Der Vertrag wurde für 1.500 Kisten und 2,5 Tonnen mit der Firma geschlossen.\n\nThe contract was for 1,500 crates and 2.5 tonnes.';
  expect(literalsIn(source, { language: 'de' }).map((literal) => literal.norm)).toEqual([
    '1500',
    '2.5 t',
    '1500',
    '2.5 t',
  ]);
});

test('a text of undetermined language is read by its script', () => {
  expect(literalsIn('5 million dollars, 2 May 2021', { language: 'und' }).map(({ norm }) => norm)).toEqual([
    '5000000 USD',
    '2021-05-02',
  ]);
  expect(literalsIn('5 млн рублей', { language: 'und' }).map(({ norm }) => norm)).toEqual(['5000000 RUB']);
  expect(literalsIn('300万元', { language: 'und' }).map(({ norm }) => norm)).toEqual(['3000000 CNY']);
});

test('an endless line is read in time', () => {
  const source = '3 crates cost $5 on 2 May 2021, or two or 5 million, '.repeat(1000);
  expect(literalsIn(source).length).toBeGreaterThan(3000);
}, 20_000);
