import { expect, it } from 'vitest';
import type { ListEntry, ListedName } from '../../model/index.ts';
import { loadLexicons } from '../../providers/index.ts';
import { ALERT_THRESHOLD, createMatcher, readIndex, writeIndex } from '../index.ts';

const lexicons = loadLexicons();

const entry = (id: string, kind: ListEntry['kind'], names: readonly ListedName[]): ListEntry => ({
  list: 'made-up',
  id,
  kind,
  names,
  identifiers: [],
  birthDates: [],
  birthPlaces: [],
  gender: null,
  countries: [],
  addresses: [],
  programmes: [],
  links: [],
  listedOn: null,
  firstSeen: null,
  lastSeen: null,
  remarks: null,
});

const ENTRIES: ListEntry[] = [
  entry('dornin', 'person', [
    { text: 'DORNIN, Ivan Sergeyevich', kind: 'primary' },
    { text: 'The Cormorant', kind: 'weak-alias' },
    { text: 'Azim', kind: 'weak-alias' },
  ]),
  entry('lines', 'organization', [{ text: 'ISLAMIC REPUBLIC OF RURITANIA SHIPPING LINES', kind: 'primary' }]),
  entry('state', 'organization', [{ text: 'ISLAMIC REPUBLIC OF IRAN HARBOUR SHIPPING LINES', kind: 'primary' }]),
];
const matcher = createMatcher(ENTRIES, lexicons);
const readBack = readIndex(writeIndex(matcher), lexicons);

it.each([
  ['The Cormorant', 'dornin'],
  ['Ivan Dornin', 'dornin'],
])('%s is found by a name that is given whole', (name, id) => {
  for (const one of [matcher, readBack]) {
    const [first] = one?.match({ name, kind: 'person' }) ?? [];
    expect(first?.entry.id).toBe(id);
    expect(first?.matchedName.text).toBeTruthy();
  }
});

it.each(['Azim Karelson', 'Azime Kormoran'])('%s is not found by a nickname that merely occurs in it', (name) => {
  expect(matcher.match({ name, kind: 'person' })).toEqual([]);
  const [weak] = matcher.match({ name, kind: 'person' }, { threshold: 0.05 });
  if (weak) expect(weak.reasons.map(({ feature }) => feature)).toContain('weak-alias');
});

it('a state is not one of its companies', () => {
  const hits = matcher.match({ name: 'Islamic Republic of Iran', kind: 'organization' }, { threshold: 0 });
  for (const { score } of hits) expect(score).toBeLessThan(ALERT_THRESHOLD);
});
