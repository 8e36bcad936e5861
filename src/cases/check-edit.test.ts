import { beforeAll, describe, expect, test } from 'vitest';
import { textFile, walkStreet } from '../../test/street.ts';
import type { CaseView, ClaimEdit } from '../model/index.ts';
import { loadLexicons } from '../providers/index.ts';
import { checkEdit } from './check-edit.ts';
import { anchorsInDocument, claimAnchor, composeDecision } from './decide.ts';

const lexicons = loadLexicons();
let view: CaseView;
let claim: string;
beforeAll(async () => {
  const text =
    'Kestrel Pumps GmbH supplied 40 engines to Ostrava Works LLC in 2031. Anna Belkin, a clerk, saw the drone VX-90 in Riga.';
  view = await walkStreet([textFile('note.txt', text)]);
  claim = view.extractions[0]?.claims.find(({ predicate }) => predicate === 'supplies')?.id ?? '';
});

const check = (edit: ClaimEdit): void => checkEdit(view, claimAnchor(view, claim), edit, lexicons);
const named = (...names: string[]) => anchorsInDocument(view, claim, names);

describe('an edit', () => {
  test('there is a claim and a weapon to try it with', () => {
    expect(claim).not.toBe('');
    expect(view.resolution.entities.find(({ canonical }) => canonical === 'VX-90')?.type).toBe('WeaponSystem');
  });

  test.each<[string, () => ClaimEdit]>([
    ['another recipient', () => ({ object: named('Anna Belkin') })],
    ['a place as recipient', () => ({ object: named('Riga') })],
    ['the weapon as what moved', () => ({ theme: named('VX-90') })],
    ['where', () => ({ place: named('Riga') })],
    ['another predicate that takes the same', () => ({ predicate: 'sold' })],
    ['a predicate that takes anything', () => ({ predicate: 'associated_with', object: named('VX-90') })],
    ['polarity alone', () => ({ polarity: 'negative' })],
  ])('is taken: %s', (_, edit) => expect(() => check(edit())).not.toThrow());

  test.each<[string, () => ClaimEdit, RegExp]>([
    ['a weapon as recipient', () => ({ object: named('VX-90') }), /VX-90 is a WeaponSystem; the object of supplies/],
    ['a weapon as supplier', () => ({ subject: named('VX-90') }), /the subject of supplies/],
    ['a person as place', () => ({ place: named('Anna Belkin') }), /the place of supplies/],
    ['a predicate the arguments do not fit', () => ({ predicate: 'located_in' }), /the object of located_in/],
  ])('is refused: %s', (_, edit, message) => expect(() => check(edit())).toThrow(message));
});

test('every predicate and kind of the table is known', () => {
  const kinds = new Set((lexicons.lists['claims/argument-kinds'] ?? []).map(([kind]) => kind));
  const rows = lexicons.lists['decisions/argument-kinds'] ?? [];
  expect(rows.length).toBeGreaterThan(20);
  for (const [, subject = '', object = ''] of rows)
    for (const kind of [...subject.split(','), ...object.split(',')]) expect(kinds).toContain(kind);
});

test('a decision is taken back once', async () => {
  const file = textFile('note.txt', 'Kestrel Pumps GmbH supplied 40 engines to Ostrava Works LLC in 2031.');
  const stamp = { who: 'A. Tester', when: '2031-01-01T00:00:00.000Z', comment: '' };
  const plain = await walkStreet([file]);
  const accepted = composeDecision(plain, { kind: 'accept', claim: plain.extractions[0]?.claims[0]?.id ?? '' }, stamp);
  const decided = await walkStreet([file], { decisions: [accepted] });
  const undone = composeDecision(decided, { kind: 'undo', decision: accepted.id }, stamp);
  const after = await walkStreet([file], { decisions: [accepted, undone] });
  expect(() => composeDecision(after, { kind: 'undo', decision: accepted.id }, stamp)).toThrow(/taken back already/);
});
