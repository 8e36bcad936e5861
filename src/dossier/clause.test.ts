import { describe, expect, test } from 'vitest';
import { MODALITIES, PREDICATES } from '../model/index.ts';
import { loadLexicons } from '../providers/index.ts';
import { type Arguments, fillTemplate, NO_ARGUMENTS } from './clause.ts';
import { text, wordsOf } from './runs.ts';
import { frameOf, wordingOf, wordStance } from './wording.ts';

const wording = wordingOf(loadLexicons());
const given = (names: Partial<Record<keyof Arguments, readonly string[]>>): Arguments => ({
  ...NO_ARGUMENTS,
  ...Object.fromEntries(Object.entries(names).map(([role, values]) => [role, values.map((value) => [text(value)])])),
});
const fill = (template: string, names: Partial<Record<keyof Arguments, readonly string[]>>): string =>
  wordsOf(fillTemplate(template, given(names), wording));

describe('fillTemplate', () => {
  test.each([
    [
      '{subject} {is} owned by {object}',
      { subject: ['Nordwerk'], object: ['Grauwald'] },
      'Nordwerk is owned by Grauwald',
    ],
    ['{subject} {is} owned by {object}', { subject: ['A', 'B', 'C'], object: ['D'] }, 'A, B and C are owned by D'],
    ['{subject} own{s} {object}', { subject: ['A', 'B'], object: ['D'] }, 'A and B own D'],
    ['{subject} {has} supplied {theme/goods}[ to {object}]', { subject: ['A'] }, 'A has supplied goods'],
    [
      '{subject} {has} supplied {theme/goods}[ to {object}]',
      { subject: ['A'], theme: ['pumps'], object: ['B'] },
      'A has supplied pumps to B',
    ],
    ['{subject} {has}[ denied {object}][no object: issued a denial]', { subject: ['A'] }, 'A has issued a denial'],
    [
      '{subject} {has}[ denied {object}][no object: issued a denial]',
      { subject: ['A'], object: ['the charge'] },
      'A has denied the charge',
    ],
    [
      '{subject} plan{s} {object/the following}[: {words}]',
      { subject: ['A'], words: ['“x”'] },
      'A plans the following: “x”',
    ],
    ['[According to {who}, ]{clause}', { clause: ['A is here'] }, 'A is here'],
    ['{subject} {has} paid {object}', {}, 'an unnamed party has paid an unnamed party'],
    ['range {value}', { value: ['2000 km', '1500 km'] }, 'range 2000 km or 1500 km'],
  ])('%s %j', (template, names, expected) => {
    expect(fill(template, names)).toBe(expected);
  });

  test('a name that looks like a template is a name', () => {
    expect(fill('{subject} {is} here', { subject: ['{object} [x]'] })).toBe('{object} [x] is here');
  });
});

test.each(PREDICATES)('%s reads as a sentence with and without its arguments', (predicate) => {
  const { clause, base, label } = wording.predicate(predicate);
  expect(label).toMatch(/^[A-Z]/);
  for (const template of [clause, base]) {
    for (const names of [
      {},
      { subject: ['A'], object: ['B'], theme: ['C'], goods: ['C'], office: ['D'], value: ['7 km'] },
    ]) {
      const words = fill(template, names);
      expect(words).not.toMatch(/[{}[\]]|\s{2}|^\s|\s$|undefined/);
      expect(words.length).toBeGreaterThan(3);
    }
  }
});

describe('frameOf keeps what is not a plain report recognisable', () => {
  const words = (
    modality: (typeof MODALITIES)[number],
    polarity: 'positive' | 'negative',
    predicate: (typeof PREDICATES)[number] = 'supplies',
  ) => {
    const { clause, base } = wording.predicate(predicate);
    const names = { subject: ['Nordwerk'], object: ['Karst'], theme: ['pumps'], goods: ['pumps'] };
    return fill(frameOf({ modality, polarity, predicate }, wording), {
      ...names,
      who: ['the Gazette'],
      clause: [fill(clause, names)],
      base: [fill(base, names)],
    });
  };
  test.each([
    ['reported', 'positive', 'According to the Gazette, Nordwerk has supplied pumps to Karst'],
    ['reported', 'negative', 'According to the Gazette, it is not the case that Nordwerk has supplied pumps to Karst'],
    ['documented', 'positive', 'According to the Gazette, it is documented that Nordwerk has supplied pumps to Karst'],
    ['planned', 'positive', 'According to the Gazette, there is a plan for Nordwerk to supply pumps to Karst'],
    ['capability', 'positive', 'According to the Gazette, Nordwerk can supply pumps to Karst'],
    ['denied', 'negative', 'According to the Gazette, it is denied that Nordwerk has supplied pumps to Karst'],
    [
      'undetermined',
      'positive',
      'According to the Gazette, it is not determined whether Nordwerk has supplied pumps to Karst',
    ],
    ['alleged', 'positive', 'According to the Gazette, it is alleged that Nordwerk has supplied pumps to Karst'],
    [
      'assessed',
      'negative',
      'According to the Gazette, it is assessed not to be the case that Nordwerk has supplied pumps to Karst',
    ],
    ['opinion', 'positive', 'In an opinion given by the Gazette, Nordwerk has supplied pumps to Karst'],
  ] as const)('%s %s', (modality, polarity, expected) => {
    expect(words(modality, polarity)).toBe(expected);
  });
  test('a clause that words the denial itself is not denied again', () => {
    expect(words('denied', 'negative', 'denies')).toBe('According to the Gazette, Nordwerk has denied Karst');
    expect(words('refused_comment', 'negative', 'no_comment')).toBe(
      'According to the Gazette, Nordwerk has given no comment',
    );
    expect(words('planned', 'positive', 'plans')).toBe('According to the Gazette, Nordwerk plans Karst');
  });
  test('every modality differs from a plain report', () => {
    const frames = new Set(MODALITIES.map((modality) => words(modality, 'positive')));
    expect(frames.size).toBe(MODALITIES.length);
  });
});

test.each([
  ['supplies', 'reported', 'positive', 'reported'],
  ['supplies', 'reported', 'negative', 'reported, negative'],
  ['supplies', 'denied', 'negative', 'denied'],
  ['denies', 'denied', 'negative', 'denied'],
  ['no_comment', 'refused_comment', 'negative', 'comment refused'],
  ['has_feature', 'undetermined', 'negative', 'undetermined'],
] as const)('%s %s %s is told as %s', (predicate, modality, polarity, words) =>
  expect(wordStance({ predicate, modality, polarity }, wording)).toBe(words),
);

test('a description in the plural takes a plural verb', () => {
  const arguments_ = { ...given({ subject: ['Norwegian experts'], object: ['Karst'] }), plural: true };
  expect(wordsOf(fillTemplate('{subject} {has} visited {object}', arguments_, wording))).toBe(
    'Norwegian experts have visited Karst',
  );
});
