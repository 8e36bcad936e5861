import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerListing } from './answer.ts';
import { type DatedSnapshot, historyOf } from './history.ts';
import { answerOver } from './over.ts';

type Seen = readonly [id: string, firstSeen?: string, lastSeen?: string];
const snapshot = (date: string, ...entries: readonly Seen[]): DatedSnapshot => ({
  date,
  entries: entries.map(([id, firstSeen = null, lastSeen = null]) => ({ id, firstSeen, lastSeen })),
});
const entry = (id: string, listedOn: string | null = null) => ({ id, listedOn });

/** Columns of one file that sums up snapshots from 2030-01-01 to 2031-12-31. */
const COLUMNS = historyOf('forest', [
  snapshot(
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
    const earlier = snapshot('2030-06-01', ['a', '2030-01-01', '2030-06-01'], ['gone', '2030-01-01', '2030-06-01']);
    const later = snapshot('2030-09-01', ['a', '2030-03-01', '2030-09-01']);
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
  expect(answerListing(entry('x', '2012-05-06'), history, '2020-01-01')).toMatchObject({
    status: 'listed',
    since: '2012-05-06',
    sinceBy: 'list',
  });
  expect(answerListing(entry('x', '2012-05-06'), history, '2012-05-05').status).toBe('not-yet-listed');
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
