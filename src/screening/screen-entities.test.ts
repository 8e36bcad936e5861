import { describe, expect, test } from 'vitest';
import type { Claim, Decision, DecisionState, Entity, Extraction, ListEntry, Mention } from '../model/index.ts';
import { loadLexicons } from '../providers/index.ts';
import { compareHits, recordHits } from './changes.ts';
import { decideHits } from './decided.ts';
import { historyOf } from './history/index.ts';
import type { InstalledLists } from './installed.ts';
import { bareEntry } from './lists/item.ts';
import { createMatcher } from './match/index.ts';
import { screenEntities } from './screen-entities.ts';

const by = { rule: 'test' };
const mention = (id: string, text: string, start: number): Mention => ({
  id,
  text,
  start,
  end: start + text.length,
  type: 'Company',
  named: true,
  typeScore: 1,
  sameAs: null,
  identifiers: {},
  by,
});
const claim = (id: string, predicate: Claim['predicate'], edtf: string | null, more: Partial<Claim> = {}): Claim => ({
  id,
  start: 0,
  end: 10,
  quotation: 'Vesna paid',
  subject: ['m1'],
  predicate,
  object: ['m2'],
  theme: [],
  value: null,
  time: edtf === null ? null : { text: edtf, edtf, precision: 'day' },
  place: [],
  polarity: 'positive',
  modality: 'documented',
  attribution: [],
  by,
  review: 'proposed',
  ...more,
});
const extraction: Extraction = {
  document: 'doc',
  engine: 'test',
  passages: [],
  mentions: [mention('m1', 'Vesna Engine Plant', 0), mention('m2', 'Orla Freight', 30)],
  literals: [],
  claims: [
    claim('c1', 'paid', '2030-02-01'),
    claim('c2', 'delivered_to', '2030-06-01'),
    claim('c3', 'paid', null),
    claim('c4', 'visited', '2030-06-01'),
    claim('c5', 'paid', '2030-06-02', { review: 'rejected' }),
    claim('c6', 'paid', '2030-06-03', { polarity: 'negative' }),
  ],
  cues: [],
  leads: [],
};
const entity = (id: string, canonical: string, mentions: readonly string[], more: Partial<Entity> = {}): Entity => ({
  id,
  type: 'Company',
  canonical,
  named: true,
  names: [{ text: canonical, script: 'Latn', count: 1 }],
  identifiers: {},
  country: null,
  mentions,
  ...more,
});
const vesna = entity('e1', 'Vesna Engine Plant', ['m1']);
const orla = entity('e2', 'Orla Freight', ['m2']);
const entities = [
  vesna,
  orla,
  entity('e3', 'Vesna Engine Plant', ['m3'], { type: 'Place' }),
  entity('e4', 'Vesna Engine Plant', ['m4'], { named: false }),
];

const listed = (id: string, name: string): ListEntry => ({
  ...bareEntry('forest', id, 'organization'),
  names: [{ text: name, kind: 'primary' }],
  programmes: ['LAW 1'],
  links: [{ relation: 'linked-to', name: 'Orla Freight', entry: null }],
});
const ENTRIES = [listed('7', 'VESNA ENGINE PLANT'), listed('8', 'SOMETHING ELSE ENTIRELY')];
function install(entries: readonly ListEntry[]): InstalledLists {
  return {
    matcher: createMatcher(entries, loadLexicons()),
    histories: {
      forest: historyOf('forest', [
        { date: '2030-01-01', entries: [] },
        { date: '2030-05-01', entries },
      ]),
    },
    snapshots: [{ list: 'forest', title: 'Forest', date: '2030-05-01', hashes: ['ab'], entries: entries.length }],
  };
}
const lists = install(ENTRIES);
const screen = (over: InstalledLists | null = lists) =>
  screenEntities({ entities, extractions: [extraction], lists: over, asOf: null });

describe('screenEntities', () => {
  test('named parties only, with programme, listing and ties; a tie lists nobody', () => {
    const { hits, screening } = screen();
    expect(hits).toMatchObject([
      {
        entity: 'e1',
        list: 'forest',
        entry: '7',
        programmes: ['LAW 1'],
        listing: { status: 'listed', since: '2030-05-01' },
        links: [{ relation: 'linked-to', name: 'Orla Freight' }],
        state: 'proposed',
        decision: null,
      },
    ]);
    expect(screening).toEqual({ asOf: null, lists: lists.snapshots });
  });

  test('dated dealings are held against the list as of their date, others not', () => {
    expect(screen().hits[0]?.dated).toEqual([
      {
        claim: 'c1',
        predicate: 'paid',
        edtf: '2030-02-01',
        status: 'not-yet-listed',
        detail: 'listed only later, 2030-05-01',
      },
      {
        claim: 'c2',
        predicate: 'delivered_to',
        edtf: '2030-06-01',
        status: 'listed',
        detail: 'listed since 2030-05-01',
      },
    ]);
  });

  test('without lists nothing is screened, and that is said', () => {
    expect(screen(null)).toEqual({ hits: [], screening: { asOf: null, lists: [] } });
  });
});

describe('decisions on hits', () => {
  const anchor = { document: 'doc', start: 0, end: 18, surface: 'Vesna Engine Plant' };
  const decided = (id: string, kind: 'confirm-hit' | 'reject-hit', more = {}): DecisionState => {
    const content = { kind, entity: [anchor], list: 'forest', entry: '7', name: 'VESNA ENGINE PLANT', ...more };
    const decision: Decision = { id, who: 'editor', when: '2031-01-01T00:00:00Z', comment: '', content };
    return { decision, state: 'applied', detail: '' };
  };
  const run = (
    states: readonly DecisionState[],
    extractions: readonly Extraction[] = [extraction],
    isScreened = true,
  ) => {
    const resolution = { entities, judgements: [] };
    const { hits, decisions } = decideHits(screen().hits, states, { extractions, resolution, isScreened });
    return {
      states: hits.map(({ state, decision }) => [state, decision]),
      decisions: decisions.map(({ state }) => state),
    };
  };

  test('the later wins; one taken back leaves the hit proposed', () => {
    expect(run([])).toEqual({ states: [['proposed', null]], decisions: [] });
    expect(run([decided('d1', 'confirm-hit')]).states).toEqual([['confirmed', 'd1']]);
    expect(run([decided('d1', 'confirm-hit'), decided('d2', 'reject-hit')]).states).toEqual([['rejected', 'd2']]);
    expect(run([{ ...decided('d1', 'confirm-hit'), state: 'undone' }]).states).toEqual([['proposed', null]]);
  });

  test('they re-attach when mentions have other ids and ends', () => {
    const reread = { ...extraction, mentions: [{ ...mention('m1', 'the Vesna Engine Plant', 0), start: 0 }] };
    expect(run([decided('d1', 'confirm-hit')], [reread]).states).toEqual([['confirmed', 'd1']]);
  });

  test('an entry that is no hit any more orphans them; a case that is not screened does not', () => {
    expect(run([decided('d1', 'confirm-hit', { entry: '99' })])).toEqual({
      states: [['proposed', null]],
      decisions: ['orphaned'],
    });
    expect(run([decided('d1', 'confirm-hit', { entry: '99' })], [extraction], false).decisions).toEqual(['applied']);
  });
});

test('only what changed against a recorded screening', () => {
  const before = recordHits(screen().hits, entities);
  expect(compareHits(screen().hits, entities, before)).toEqual({ added: [], gone: [], changed: [] });
  const [entry] = ENTRIES;
  const changed = screen(install([{ ...entry!, programmes: ['LAW 1', 'LAW 2'] }, listed('9', 'ORLA FREIGHT')]));
  const { added, gone, changed: differing } = compareHits(changed.hits, entities, before);
  expect(added.map(({ entry, entity }) => [entry, entity])).toEqual([['9', 'e2']]);
  expect(gone).toEqual([]);
  expect(differing.map(({ what }) => what)).toEqual([['programmes: LAW 1 -> LAW 1, LAW 2']]);
  expect(compareHits(screen(install([listed('8', 'OTHER WORDS')])).hits, entities, before).gone).toEqual(before);
});
