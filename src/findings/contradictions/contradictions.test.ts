import { describe, expect, test } from 'vitest';
import { type SmallClaim, type SmallDocument, weigh } from '../../../test/findings/small-case.ts';

/** Retellings of one report: what they share makes them one echo; each adds one sentence of its own. */
const SHARED =
  '[Orla Freight:Company] sent {430|count|430} [KT-9:Product] engines to [Vesna Works:Company] for {1,250,000 euros|money|1250000 EUR}, [Ivo Marten:Person] wrote on a slip. [Orla Freight:Company] hired [Belmar Lines:Company]. Each engine weighs {85 kg|mass|85 kg}.';
const BASE: SmallClaim[] = [
  {
    quote: 'Orla Freight sent 430 KT-9 engines to Vesna Works',
    s: 'Orla Freight',
    p: 'supplies',
    o: 'Vesna Works',
    th: 'KT-9',
    value: { number: '430', unit: 'engines' },
  },
  { quote: 'Orla Freight hired Belmar Lines', s: 'Orla Freight', p: 'paid', o: 'Belmar Lines' },
];
const retelling = (name: string, marked: string, claim: SmallClaim): SmallDocument => ({
  name,
  marked: `${SHARED} ${marked}`,
  claims: [...BASE, claim],
});
/** Reports that have nothing in common but what they tell here. */
const report = (name: string, marked: string, claim: SmallClaim): SmallDocument => ({ name, marked, claims: [claim] });

const kindsOf = (documents: SmallDocument[]) =>
  weigh(documents).contradictions.map(({ kind, severity, within }) => `${kind} ${severity} ${within}`);

const visit = (since: string): [string, SmallClaim] => [
  `[Dara Quill:Person] has visited [Vesna Works:Company] since ${since}.`,
  { quote: 'Dara Quill has visited Vesna Works', s: 'Dara Quill', p: 'visited', o: 'Vesna Works', when: since },
];
const range = (number: string, unit: string, op: '=' | '~' | '<=' = '='): [string, SmallClaim] => [
  `The [KT-9:Product] reaches ${number} ${unit}.`,
  {
    quote: `The KT-9 reaches ${number} ${unit}`,
    s: 'KT-9',
    p: 'range_km',
    value: { number, unit, op },
    modality: 'capability',
  },
];
const built = (place: string): [string, SmallClaim] => [
  `[Vesna Works:Company] makes the [KT-9:Product] in [${place}:Place].`,
  { quote: `Vesna Works makes the KT-9 in ${place}`, s: 'Vesna Works', p: 'produces', o: 'KT-9', at: place },
];
const told = (modality: NonNullable<SmallClaim['modality']>, verb: string): [string, SmallClaim] => [
  `[Vesna Works:Company] ${verb} the [Sova-3:Product].`,
  { quote: `Vesna Works ${verb} the Sova-3`, s: 'Vesna Works', p: 'produces', o: 'Sova-3', modality },
];
const owned = (predicate: 'owned_by' | 'associated_with', owner: string): [string, SmallClaim] => [
  `[Vesna Works:Company] belongs with [${owner}:Company].`,
  { quote: `Vesna Works belongs with ${owner}`, s: 'Vesna Works', p: predicate, o: owner },
];
const penalty = (years: string): [string, SmallClaim] => [
  `[Ivo Marten:Person] faces up to ${years} years.`,
  {
    quote: `Ivo Marten faces up to ${years} years`,
    s: 'Ivo Marten',
    p: 'penalty_max',
    value: { number: years, unit: 'years', op: '<=' },
  },
];
const post = (title: string): [string, SmallClaim] => [
  `[Dara Quill:Person], ${title} at the [Harbour Institute:Organization].`,
  { quote: `Dara Quill, ${title} at the Harbour Institute`, s: 'Dara Quill', p: 'role_of', o: 'Harbour Institute' },
];
const likened = (product: string): [string, SmallClaim] => [
  `The [${product}:Product] is likened to the [Albatross X2:Product].`,
  { quote: `The ${product} is likened to the Albatross X2`, s: product, p: 'comparable_to', o: 'Albatross X2' },
];
const delivered = (polarity: 'positive' | 'negative'): [string, SmallClaim] =>
  polarity === 'positive'
    ? [
        '[Orla Freight:Company] gave [Sova-3:Product] sets to [Port Tallow:Company].',
        {
          quote: 'Orla Freight gave Sova-3 sets to Port Tallow',
          s: 'Orla Freight',
          p: 'supplies',
          o: 'Port Tallow',
          th: 'Sova-3',
        },
      ]
    : [
        '[Orla Freight:Company] never gave any [Sova-3:Product] to [Port Tallow:Company].',
        {
          quote: 'Orla Freight never gave any Sova-3 to Port Tallow',
          s: 'Orla Freight',
          p: 'supplies',
          o: 'Port Tallow',
          th: 'Sova-3',
          polarity,
          modality: 'denied',
        },
      ];

type Telling = [string, SmallClaim];

describe('retellings of one report', () => {
  test.each<[string, Telling, Telling, string[]]>([
    ['another start', visit('2031-02/..'), visit('2031-11/..'), ['date hard one-origin']],
    ['the same start, told with another precision', visit('2031-02/..'), visit('2031-01-20/..'), []],
    ['two visits are no clash', visit('2030-06'), visit('2031-02'), []],
    ['another number', range('800', 'km'), range('350', 'km'), ['number hard one-origin']],
    ['the same in miles, rounded', range('800', 'km'), range('480', 'mi'), ['unit soft one-origin']],
    ['the same in miles', range('800', 'km'), range('497.1', 'mi'), []],
    ['another bound', range('800', 'km', '~'), range('800', 'km', '<='), ['number soft one-origin']],
    ['about is not exact, but no clash', range('800', 'km', '~'), range('800', 'km'), []],
    ['two maxima', penalty('8'), penalty('15'), ['number hard one-origin']],
    ['another country', built('Latvia'), built('Georgia'), ['place hard one-origin']],
    ['a town and its country', built('Riga'), built('Latvia'), []],
    [
      'done here, planned there',
      told('reported', 'builds'),
      told('planned', 'wants to build'),
      ['modality medium one-origin'],
    ],
    [
      'shown here, alleged there',
      told('documented', 'builds'),
      told('alleged', 'is said to build'),
      ['modality medium one-origin'],
    ],
    ['reported and shown', told('documented', 'builds'), told('reported', 'makes'), []],
    [
      'owner here, tie there',
      owned('owned_by', 'Concern Taiga'),
      owned('associated_with', 'Concern Taiga'),
      ['ownership soft one-origin'],
    ],
    ['a property of another thing', likened('Sova-3'), likened('Lumen-12'), ['misattribution hard one-origin']],
    ['a title cut', post('acting director'), post('director'), ['who soft one-origin']],
    ['one title', post('director'), post('the director'), []],
    ['affirmed and denied', delivered('positive'), delivered('negative'), ['denial hard one-origin']],
  ])('%s', (_, [one, first], [other, second], expected) => {
    expect(kindsOf([retelling('a', one, first), retelling('b', other, second)])).toEqual(expected);
  });
});

describe('independent reports', () => {
  test.each<[string, Telling, Telling, string[]]>([
    [
      'another start',
      visit('2031-02/..'),
      [
        'Since spring of that year the halls of [Vesna Works:Company] have seen [Dara Quill:Person].',
        { quote: 'have seen Dara Quill', s: 'Dara Quill', p: 'visited', o: 'Vesna Works', when: '2031-11/..' },
      ],
      ['date hard between-origins'],
    ],
    ['a plan that came true', told('planned', 'wants to build'), told('reported', 'builds'), []],
    ['a property of another thing', likened('Sova-3'), likened('Lumen-12'), []],
    [
      'two owners, no chain',
      owned('owned_by', 'Concern Taiga'),
      owned('owned_by', 'Kestrel Marine'),
      ['ownership medium between-origins'],
    ],
    ['affirmed and denied', delivered('positive'), delivered('negative'), ['denial hard between-origins']],
  ])('%s', (_, [one, first], [other, second], expected) => {
    expect(kindsOf([report('a', one, first), report('b', other, second)])).toEqual(expected);
  });

  test('an owner that another owner owns is a chain', () => {
    const documents = [
      report('a', ...owned('owned_by', 'Concern Taiga')),
      report('b', ...owned('owned_by', 'Kestrel Marine')),
      report('c', '[Kestrel Marine:Company] belongs to [Concern Taiga:Company].', {
        quote: 'Kestrel Marine belongs to Concern Taiga',
        s: 'Kestrel Marine',
        p: 'owned_by',
        o: 'Concern Taiga',
      }),
    ];
    expect(kindsOf(documents)).toEqual([]);
  });
});

test('one text that says both is no contradiction of texts', () => {
  const [one, first] = range('800', 'km');
  const [other, second] = range('350', 'km');
  expect(kindsOf([{ name: 'a', marked: `${one} ${other}`, claims: [first, second] }])).toEqual([]);
});

test('rejected claims and comments clash with nothing', () => {
  const [one, first] = range('800', 'km');
  const [other, second] = range('350', 'km');
  expect(kindsOf([report('a', one, first), report('b', other, { ...second, review: 'rejected' })])).toEqual([]);
  expect(kindsOf([report('a', one, first), { ...report('b', other, second), kinds: { 0: 'comment' } }])).toEqual([]);
});

test('people given out as one firm’s staff and held to be another’s', () => {
  const weighing = weigh([
    {
      name: 'a',
      marked:
        'Letters described [the crew:Person?] as employees of [Orla Freight:Company], but officials said [the crew:Person?] were staff of [Kestrel Marine:Company].',
      claims: [
        {
          quote: 'the crew as employees of Orla Freight',
          s: 'the crew',
          p: 'employed_by',
          o: 'Orla Freight',
          modality: 'documented',
        },
        {
          quote: 'the crew were staff of Kestrel Marine',
          s: 'the crew',
          p: 'employed_by',
          o: 'Kestrel Marine',
          modality: 'assessed',
        },
      ],
    },
  ]);
  expect(weighing.contradictions.map(({ kind, severity }) => `${kind} ${severity}`)).toEqual(['identity hard']);
  expect(weighing.coverIdentities).toMatchObject([
    { describedAs: 'e_orla-freight', assessedAs: 'e_kestrel-marine', subject: ['e_crew'] },
  ]);
});

test('sides share no claim and hold at most 24', () => {
  const many = Array.from({ length: 60 }, (_, n) => report(`r${n}`, ...range(n % 2 === 0 ? '800' : '350', 'km')));
  for (const { sides } of weigh(many).contradictions) {
    expect(new Set(sides.flat()).size).toBe(sides.flat().length);
    for (const side of sides) expect(side.length).toBeLessThanOrEqual(24);
  }
});
