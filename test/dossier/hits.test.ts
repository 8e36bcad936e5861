import { expect, test } from 'vitest';
import { writeDossier } from '../../src/dossier/index.ts';
import { toFtm } from '../../src/exports/ftm/index.ts';
import { EXPORTERS } from '../../src/exports/index.ts';
import type { CaseView, Hit } from '../../src/model/index.ts';
import { loadLexicons } from '../../src/providers/index.ts';
import { claimId, entityId, OPTIONS, VIEW } from './fixture.ts';

const hit = (more: Partial<Hit> = {}): Hit => ({
  id: 'h_karst',
  entity: entityId('karst'),
  list: 'forest',
  entry: 'F-7',
  name: 'KARST FOUNDRY',
  primary: 'KARST FOUNDRY JSC',
  kind: 'organization',
  score: 0.91,
  reasons: [{ feature: 'same-words', score: 0.91, left: 'Karst Foundry', right: 'KARST FOUNDRY' }],
  programmes: ['LAW 1'],
  topics: [],
  links: [{ relation: 'linked-to', name: 'Taiga Air', entry: null }],
  listing: {
    status: 'listed',
    asOf: null,
    since: '2031-01-01',
    sinceBy: 'snapshot',
    until: null,
    goneBy: null,
    detail: 'listed since 2031-01-01',
  },
  listedFrom: '2031-01-01',
  listedUntil: null,
  dated: [
    {
      claim: claimId('owner'),
      predicate: 'paid',
      edtf: '2031-02-01',
      status: 'listed',
      detail: 'listed since 2031-01-01',
    },
  ],
  state: 'proposed',
  decision: null,
  ...more,
});
const lists = [{ list: 'forest', title: 'Forest Register', date: '2031-06-01', hashes: ['ab'.repeat(32)], entries: 9 }];
const viewWith = (...hits: readonly Hit[]): CaseView => ({ ...VIEW, hits, screening: { asOf: null, lists } });
const words = (view: CaseView): string =>
  writeDossier(view, OPTIONS, loadLexicons())
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

test('an unreviewed hit is marked as such, with list, snapshot, hash, score, reasons, ties and dated dealings', () => {
  const text = words(viewWith(hit()));
  expect(text).toContain('Possible matches, not reviewed by a person');
  expect(text).toContain('they say of no one that they are listed');
  expect(text).toContain('Proposed by rules; not reviewed by a person');
  expect(text).toContain('snapshot of 2031-06-01, sha256 abababababab');
  expect(text).toContain('score 0.91');
  expect(text).toMatch(/Tie stated by the list, not a listing: linked to Taiga Air/);
  expect(text).toMatch(/2031-02-01 : listed since 2031-01-01/);
  expect(text).not.toContain('confirmed by a person');
});

test('confirmed hits stand apart; rejected ones are counted and not named', () => {
  expect(words(viewWith(hit({ state: 'confirmed' })))).toContain('On a list, confirmed by a person');
  const rejected = words(viewWith(hit({ state: 'rejected' })));
  expect(rejected).toContain('1 possible match was compared and rejected');
  expect(rejected).not.toContain('KARST FOUNDRY JSC');
});

test('a case that is not screened says so', () => {
  expect(words(VIEW)).toContain('Not screened: no sanctions list was installed');
  expect(words(viewWith())).toContain('no possible match with these lists. That is no clearance');
});

test('FollowTheMoney: only a confirmed hit is a sanction', () => {
  const lines = (one: Hit) => toFtm(viewWith(one));
  const schemas = (one: Hit) =>
    lines(one)
      .filter(({ id }) => id === one.id)
      .map(({ schema }) => schema);
  const topics = (one: Hit) => lines(one).find(({ id }) => id === one.entity)?.properties.topics ?? [];
  expect([schemas(hit()), topics(hit())]).toEqual([['Note'], []]);
  const confirmed = hit({ state: 'confirmed' });
  expect([schemas(confirmed), topics(confirmed)]).toEqual([['Sanction'], ['sanction']]);
  expect([schemas(hit({ state: 'rejected' })), topics(hit({ state: 'rejected' }))]).toEqual([[], []]);
});

test('the table of hits and the JSON export carry the state', () => {
  const written = (format: string) =>
    EXPORTERS.find((one) => one.format === format)?.write(viewWith(hit()), OPTIONS) ?? '';
  expect(written('hits-csv')).toContain('"proposed","2031-06-01"');
  expect(JSON.parse(written('json'))).toMatchObject({ screening: { lists }, hits: [{ state: 'proposed' }] });
});
