import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listedTerms } from '../lists/terms.ts';
import { answerListing, type Dated } from './answer.ts';
import { type DatedSnapshot, historyOf } from './history.ts';
import { answerOver } from './over.ts';

type Seen = readonly [id: string, firstSeen?: string, lastSeen?: string];
const snapshot = (date: string, ...entries: readonly Seen[]): DatedSnapshot => ({
  date,
  entries: entries.map(([id, firstSeen = null, lastSeen = null]) => ({ id, firstSeen, lastSeen })),
});
const table = (date: string, ...entries: readonly Seen[]): DatedSnapshot => ({
  ...snapshot(date, ...entries),
  isHistory: true,
});
type Stated = readonly [from: string | null, until?: string | null, isOver?: boolean];
const entry = (id: string, ...stated: readonly Stated[]): Dated => ({
  id,
  terms: listedTerms(stated.map(([from, until = null, isOver = false]) => ({ from, until, isOver }))),
  firstSeen: null,
  isSanctioned: true,
  topics: [],
});

/** Columns of one file that sums up snapshots from 2030-01-01 to 2031-12-31. */
const COLUMNS = historyOf('forest', [
  table(
    '2032-01-15',
    ['old', '2030-01-01', '2031-12-31'],
    ['new', '2030-09-01', '2031-12-31'],
    ['gone', '2030-01-01', '2030-06-30'],
    ['brief', '2030-09-01', '2031-03-01'],
  ),
]);

describe('from first_seen and last_seen columns', () => {
  test.each<[string, string | null, string, RegExp]>([
    ['old', '2029-12-31', 'unknown', /first snapshot is of 2030-01-01; it has the entry already/],
    ['old', '2030-01-01', 'listed', /on or before 2030-01-01, the first snapshot/],
    ['old', '2031-05-05', 'listed', /on or before/],
    ['old', '2033-01-01', 'listed', /the last snapshot is of 2031-12-31/],
    ['old', null, 'listed', /on or before 2030-01-01/],
    ['new', '2029-12-31', 'unknown', /seen first on 2030-09-01/],
    ['new', '2030-01-01', 'not-yet-listed', /seen first on 2030-09-01$/],
    ['new', '2030-08-31', 'not-yet-listed', /between the snapshots of 2030-06-30 and 2030-09-01/],
    ['new', '2030-09-01', 'listed', /since 2030-09-01 \(not yet on the snapshot before it, of 2030-06-30\)/],
    ['gone', '2030-06-30', 'listed', /removed later, between 2030-06-30 and 2030-09-01/],
    ['gone', '2030-07-01', 'delisted', /removed between 2030-06-30 and 2030-09-01; was listed on or before/],
    ['gone', null, 'delisted', /removed between/],
    ['brief', '2030-08-01', 'not-yet-listed', /seen first/],
    ['brief', '2031-03-02', 'delisted', /removed between 2031-03-01 and 2031-12-31; was listed since 2030-09-01/],
    ['brief', '2040-01-01', 'delisted', /the last snapshot is of 2031-12-31/],
  ])('%s as of %s: %s', (id, asOf, status, detail) => {
    const answer = answerListing(entry(id), COLUMNS, asOf);
    expect(answer).toMatchObject({ status, asOf });
    expect(answer.detail).toMatch(detail);
  });
});

describe('from several snapshots', () => {
  const history = historyOf('forest', [
    snapshot('2030-03-01', ['a'], ['back'], ['b']),
    snapshot('2030-01-01', ['a'], ['back']),
    snapshot('2030-02-01', ['a'], ['b']),
  ]);

  test.each<[string, string, string, string | null]>([
    ['a', '2030-02-15', 'listed', '2030-01-01'],
    ['b', '2030-01-15', 'not-yet-listed', '2030-02-01'],
    ['b', '2030-02-15', 'listed', '2030-02-01'],
    ['back', '2030-01-15', 'delisted', '2030-01-01'],
    ['back', '2030-02-15', 'delisted', '2030-01-01'],
    ['back', '2030-03-01', 'listed', '2030-03-01'],
    ['b', '2029-01-01', 'unknown', '2030-02-01'],
  ])('%s as of %s: %s', (id, asOf, status, since) => {
    expect(answerListing(entry(id), history, asOf)).toMatchObject({ status, since });
  });

  test('additions say nothing of what they lack', () => {
    const whole = snapshot('2030-01-01', ['a']);
    const more = historyOf('forest', [whole, { ...snapshot('2030-05-01', ['z']), isPartial: true }]);
    expect(answerListing(entry('a'), more, '2030-06-01')).toMatchObject({ status: 'listed', until: null });
    expect(answerListing(entry('a'), more, null).status).toBe('listed');
    expect(answerListing(entry('z'), more, null)).toMatchObject({ status: 'listed', since: '2030-05-01' });
    expect(answerListing(entry('z'), more, '2030-02-01').status).toBe('not-yet-listed');
  });

  test('a later table that leaves out what was removed does not undo the earlier one', () => {
    const earlier = table('2030-06-01', ['a', '2030-01-01', '2030-06-01'], ['gone', '2030-01-01', '2030-06-01']);
    const later = table('2030-09-01', ['a', '2030-03-01', '2030-09-01']);
    const joint = historyOf('forest', [earlier, later]);
    expect(answerListing(entry('gone'), joint, '2030-04-01')).toMatchObject({ status: 'listed', until: '2030-06-01' });
    expect(answerListing(entry('gone'), joint, '2030-09-01')).toMatchObject({
      status: 'delisted',
      goneBy: '2030-09-01',
    });
  });

  test('the order in which they are given does not matter', () => {
    const days = ['2030-01-01', '2030-02-01', '2030-03-01', '2030-04-01'];
    const held = fc.array(fc.subarray(['a', 'b', 'c']), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(held, fc.nat(), (lists, turn) => {
        const all = lists.map((ids, at) => snapshot(days[at] ?? '', ...ids.map((id): Seen => [id])));
        const turned = [...all.slice(turn % 4), ...all.slice(0, turn % 4)];
        expect(historyOf('forest', turned)).toEqual(historyOf('forest', all));
        // On the day of a snapshot the answer is what the snapshot says.
        for (const [at, ids] of lists.entries()) {
          for (const id of new Set(lists.flat())) {
            const { status } = answerListing(entry(id), historyOf('forest', all), days[at] ?? '');
            expect(status === 'listed').toBe(ids.includes(id));
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

test('the list’s own date reaches further back than its snapshots', () => {
  const history = historyOf('un', [snapshot('2030-01-01', ['x'])]);
  expect(answerListing(entry('x', ['2012-05-06']), history, '2020-01-01')).toMatchObject({
    status: 'listed',
    since: '2012-05-06',
    sinceBy: 'list',
  });
  expect(answerListing(entry('x', ['2012-05-06']), history, '2012-05-05').status).toBe('not-yet-listed');
});

test('a list that is not installed', () => {
  expect(answerListing(entry('x'), undefined, '2030-01-01')).toMatchObject({ status: 'list-missing', since: null });
});

test.each<[string, string, string]>([
  ['2030-08-01', 'not-yet-listed', 'listed only later, 2030-09-01'],
  ['2030-10-02', 'listed', 'listed since 2030-09-01'],
  [
    '2030-07/2030-10',
    'changes',
    'listed only later, 2030-09-01 at its beginning (2030-07-01), listed since 2030-09-01 at its end (2030-10-31)',
  ],
  ['2030', 'changes', 'listed only later'],
  ['2030-11~', 'listed', 'listed since'],
])('a dealing dated %s: %s', (edtf, status, detail) => {
  const answer = answerOver(entry('new'), COLUMNS, edtf);
  expect(answer?.status).toBe(status);
  expect(answer?.detail).toContain(detail);
});

test.each(['2030-04/..', '203X', 'soon'])('a time that cannot be fixed to days: %s', (edtf) => {
  expect(answerOver(entry('new'), COLUMNS, edtf)).toBeNull();
});

describe('one file that is no history', () => {
  const history = historyOf('forest', [
    snapshot('2031-05-05', ['a', '2029-03-01', '2031-05-04'], ['b', '2029-03-01', '2031-05-05']),
  ]);
  const seen = (id: string, ...stated: readonly Stated[]): Dated => ({
    ...entry(id, ...stated),
    firstSeen: '2029-03-01',
  });

  test.each<[string, Dated, string | null, Record<string, unknown>, RegExp]>([
    [
      'its rows stand there, whenever they were crawled',
      seen('a'),
      null,
      { status: 'listed' },
      /on or before 2029-03-01/,
    ],
    [
      'also on the day of the file',
      seen('a'),
      '2031-05-05',
      { status: 'listed', sinceBy: 'first-seen' },
      /on or before/,
    ],
    [
      'seen first is no listing before it, and none against it',
      seen('b'),
      '2029-02-28',
      { status: 'unknown' },
      /unknown/,
    ],
    [
      'between first sight and the file',
      seen('b'),
      '2030-01-01',
      { status: 'listed', sinceBy: 'first-seen' },
      /saw it first/,
    ],
    [
      'the list’s own date is later than first sight',
      seen('b', ['2030-02-02']),
      '2029-12-31',
      { status: 'not-yet-listed', since: '2030-02-02' },
      /not yet/,
    ],
    [
      'the list’s own date is earlier than first sight',
      seen('b', ['2027-02-02']),
      '2028-01-01',
      { status: 'listed', since: '2027-02-02' },
      /as the list itself says/,
    ],
  ])('%s', (_, one, asOf, expected, detail) => {
    const answer = answerListing(one, history, asOf);
    expect(answer).toMatchObject(expected);
    expect(answer.detail).toMatch(detail);
    expect(answer.detail).not.toMatch(/removed/);
  });
});

describe('terms that the list itself states', () => {
  const history = historyOf('forest', [snapshot('2031-05-05', ['x'])]);

  test.each<[string, Dated, string | null, string, RegExp]>([
    ['before it', entry('x', ['2028-01-01', '2029-01-01']), '2027-12-31', 'not-yet-listed', /listed since 2028-01-01/],
    ['on its first day', entry('x', ['2028-01-01', '2029-01-01']), '2028-01-01', 'listed', /until 2029-01-01/],
    ['on its last day', entry('x', ['2028-01-01', '2029-01-01']), '2029-01-01', 'listed', /since 2028-01-01/],
    ['the day after', entry('x', ['2028-01-01', '2029-01-01']), '2029-01-02', 'delisted', /ended on 2029-01-01/],
    ['ended long ago', entry('x', ['2028-01-01', '2029-01-01']), null, 'delisted', /was listed since 2028-01-01/],
    ['an end to come', entry('x', ['2028-01-01', '2039-01-01']), null, 'listed', /until 2039-01-01/],
    [
      'over, it does not say when',
      entry('x', ['2028-01-01', null, true]),
      null,
      'delisted',
      /a day that it does not state/,
    ],
    ['over since some day before the file', entry('x', ['2028-01-01', null, true]), '2029-01-01', 'unknown', /unknown/],
    [
      'between two',
      entry('x', ['2020', '2022-01-01'], ['2030-01-01']),
      '2025-01-01',
      'delisted',
      /again since 2030-01-01/,
    ],
    ['in the second', entry('x', ['2020', '2022-01-01'], ['2030-01-01']), '2030-06-01', 'listed', /since 2030-01-01/],
    [
      'two that overlap are one',
      entry('x', ['2020-01-01', '2024-01-01'], ['2022-01-01']),
      '2030-06-01',
      'listed',
      /since 2020-01-01/,
    ],
    ['a year that the day lies in', entry('x', ['2028']), '2028-05-05', 'unknown', /from 2028/],
    ['the year after', entry('x', ['2028']), '2029-01-01', 'listed', /since 2028/],
    [
      'another sanction without a date',
      entry('x', ['2030-01-01'], [null]),
      '2028-01-01',
      'unknown',
      /first snapshot is of/,
    ],
  ])('%s', (_, one, asOf, status, detail) => {
    const answer = answerListing(one, history, asOf);
    expect(answer.status).toBe(status);
    expect(answer.detail).toMatch(detail);
  });
});

describe('what is no sanction', () => {
  const history = historyOf('forest', [snapshot('2031-05-05', ['x'])]);
  const risk = (isSanctioned: boolean | null, ...topics: string[]): Dated => ({ ...entry('x'), isSanctioned, topics });

  test.each<[Dated, string, RegExp]>([
    [risk(false, 'politically exposed person (role.pep)'), 'other-risk', /^no sanction: .*politically exposed/],
    [risk(null), 'unknown', /does not say that this list sanctions it/],
    [risk(true, 'debarred (debarment)'), 'listed', /word for it: debarred/],
    [risk(true), 'listed', /^listed/],
  ])('%j', (one, status, detail) => {
    for (const asOf of [null, '2031-05-05', '2031-06-01']) {
      const answer = answerListing(one, history, asOf);
      expect(answer.status).toBe(status);
      expect(answer.detail).toMatch(detail);
    }
  });
});
