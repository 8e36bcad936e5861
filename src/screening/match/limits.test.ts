import { expect, it } from 'vitest';
import type { ListEntry, ListedName } from '../../model/index.ts';
import { loadLexicons } from '../../providers/index.ts';
import { ALERT_THRESHOLD, createMatcher, readIndex, writeIndex } from '../index.ts';
import { bareEntry } from '../lists/item.ts';

const lexicons = loadLexicons();

const entry = (
  id: string,
  kind: ListEntry['kind'],
  names: readonly ListedName[],
  countries: string[] = [],
): ListEntry => ({
  ...bareEntry('made-up', id, kind),
  names,
  countries,
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
const ABBREVIATED: ListEntry[] = [
  entry('forms', 'organization', [{ text: 'S.A.S. E.U.', kind: 'primary' }]),
  entry('ktb', 'organization', [{ text: 'KTB LLC', kind: 'primary' }]),
  entry('cafe', 'organization', [{ text: 'REPAROS LORTON KTD LTDA.', kind: 'primary' }]),
  entry('ministry', 'organization', [{ text: 'MINISTRY OF DEFENCE', kind: 'primary' }], ['KP']),
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

it.each([
  ['EU', null],
  ['KTB', 'ktb'],
  ['KBT', null],
  ['KTD', null],
])('the abbreviation %s is that of %s', (name, id) => {
  const [first] = createMatcher(ABBREVIATED, lexicons).match({ name, kind: 'organization' });
  expect(first?.entry.id ?? null).toBe(id);
});

it('the ministry of another country is another ministry', () => {
  const bodies = createMatcher(ABBREVIATED, lexicons);
  const named = (countries: string[]) => bodies.match({ name: 'Ministry of Defence', kind: 'organization', countries });
  expect(named(['KP'])[0]?.entry.id).toBe('ministry');
  expect(named(['RU'])).toEqual([]);
});
