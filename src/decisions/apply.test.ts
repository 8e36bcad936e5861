import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Anchor, Claim, ClaimAnchor, Decision, DecisionContent, Extraction, Mention } from '../model/index.ts';
import { applyDecisions } from './index.ts';

const TEXT = 'Vega sold engines to Orion in May. Orion denied it. Vega sold engines to Orion in May.';

function claim(
  id: string,
  quotation: string,
  predicate: Claim['predicate'],
  at = TEXT.indexOf(quotation),
  extra: Partial<Claim> = {},
): Claim {
  return {
    id,
    start: at,
    end: at + quotation.length,
    quotation,
    subject: ['m1'],
    predicate,
    object: ['m2'],
    theme: [],
    value: null,
    time: null,
    place: [],
    polarity: 'positive',
    modality: 'reported',
    attribution: [{ kind: 'publication', sources: ['@doc'], cue: null, basis: 'sentence' }],
    by: { rule: 'test' },
    review: 'proposed',
    ...extra,
  };
}

const mention = (id: string, text: string, start = TEXT.indexOf(text)): Mention => ({
  id,
  start,
  end: start + text.length,
  text,
  type: 'Company',
  named: true,
  typeScore: 1,
  sameAs: null,
  identifiers: {},
  by: { rule: 'test' },
});

const SALE = 'Vega sold engines to Orion in May.';
const extraction = (
  claims: readonly Claim[],
  mentions = [mention('m1', 'Vega'), mention('m2', 'Orion')],
): Extraction => ({
  document: 'doc',
  engine: 'test',
  passages: [],
  mentions,
  literals: [],
  claims,
  cues: [],
  leads: [],
});

const anchorOf = ({ start, end, quotation, predicate }: Claim): ClaimAnchor => ({
  document: 'doc',
  start,
  end,
  surface: quotation,
  predicate,
});
const anchor = (surface: string, start = TEXT.indexOf(surface)): Anchor => ({
  document: 'doc',
  start,
  end: start + surface.length,
  surface,
});

const decide = (id: string, content: DecisionContent): Decision => ({
  id,
  who: 'editor',
  when: '2031-01-01T00:00:00Z',
  comment: '',
  content,
});

const sale = claim('c1', SALE, 'sold');
const denial = claim('c2', 'Orion denied it.', 'denies');
const accept = decide('d1', { kind: 'accept-claim', claim: anchorOf(sale) });

describe('applyDecisions', () => {
  const run = (claims: readonly Claim[], ...decisions: readonly Decision[]) => {
    const { extractions, states } = applyDecisions([extraction(claims)], decisions);
    return {
      reviews: extractions[0]!.claims.map(({ review }) => review),
      claims: extractions[0]!.claims,
      states: states.map(({ state }) => state),
      details: states.map(({ detail }) => detail),
    };
  };

  it('lays a review over a copy and leaves the record as it was', () => {
    expect(run([sale, denial], accept)).toMatchObject({ reviews: ['accepted', 'proposed'], states: ['applied'] });
    expect(sale.review).toBe('proposed');
    const untouched = [extraction([sale])];
    expect(applyDecisions(untouched, []).extractions[0]).toBe(untouched[0]);
  });

  it('lets the later decision on a claim win, and an edit stand through what follows', () => {
    const reject = decide('d2', { kind: 'reject-claim', claim: anchorOf(sale) });
    const edit = decide('d3', {
      kind: 'edit-claim',
      claim: anchorOf(sale),
      edit: { predicate: 'supplies', object: [anchor('Vega')] },
    });
    const again = decide('d4', { kind: 'accept-claim', claim: { ...anchorOf(sale), predicate: 'supplies' } });
    expect(run([sale], accept, reject).reviews).toEqual(['rejected']);
    expect(run([sale], reject, edit).claims[0]).toMatchObject({
      predicate: 'supplies',
      object: ['m1'],
      subject: ['m1'],
      review: 'edited',
    });
    expect(run([sale], edit, again)).toMatchObject({
      reviews: ['accepted'],
      claims: [{ predicate: 'supplies' }],
      states: ['applied', 'applied'],
    });
  });

  it('takes back, and takes back the taking back', () => {
    const undo = decide('u1', { kind: 'undo', decision: 'd1' });
    const redo = decide('u2', { kind: 'undo', decision: 'u1' });
    expect(run([sale], accept, undo)).toMatchObject({ reviews: ['proposed'], states: ['undone', 'applied'] });
    expect(run([sale], accept, undo, redo)).toMatchObject({
      reviews: ['accepted'],
      states: ['applied', 'undone', 'applied'],
    });
    expect(run([sale], undo, accept)).toMatchObject({ reviews: ['accepted'], states: ['orphaned', 'applied'] });
  });

  it.each<[string, Claim[], string[]]>([
    ['a new id', [{ ...sale, id: 'c9' }], ['accepted']],
    ['a quotation that grew', [claim('c1', `${SALE} Orion denied it.`, 'sold')], ['accepted']],
    ['a quotation that shrank', [claim('c1', 'Vega sold engines to Orion', 'sold')], ['accepted']],
    [
      'the same sentence elsewhere as well',
      [claim('c8', SALE, 'sold', TEXT.lastIndexOf(SALE)), sale],
      ['proposed', 'accepted'],
    ],
    ['the same sentence only elsewhere', [claim('c1', SALE, 'sold', TEXT.lastIndexOf(SALE))], ['accepted']],
    ['white space in the quotation', [{ ...sale, quotation: SALE.replaceAll(' ', '  ') }], ['accepted']],
  ])('re-attaches over %s', (_, claims, reviews) =>
    expect(run(claims, accept)).toMatchObject({ reviews, states: ['applied'] }),
  );

  it.each<[string, Claim[], RegExp]>([
    ['another predicate', [{ ...sale, predicate: 'paid' }], /say something else now \(paid\)/],
    ['no claim there', [denial], /No claim is found/],
    ['a small overlap', [claim('c1', 'in May. Orion denied it.', 'sold')], /say something else|No claim/],
    ['no claim at all', [], /No claim is found/],
  ])('orphans over %s', (_, claims, detail) => {
    const { reviews, states, details } = run(claims, accept);
    expect(states).toEqual(['orphaned']);
    expect(details[0]).toMatch(detail);
    expect(reviews.every((review) => review === 'proposed')).toBe(true);
  });

  it('tells claims of one quotation and predicate apart by their arguments', () => {
    const twin = { ...sale, id: 'c0', subject: ['m2'], object: [] };
    const wanted = decide('d1', { kind: 'accept-claim', claim: { ...anchorOf(sale), arguments: ['Vega', 'Orion'] } });
    expect(run([twin, sale], wanted).reviews).toEqual(['proposed', 'accepted']);
    expect(run([twin, sale], accept).details[0]).toMatch(/2 claims fit equally/);
  });

  it('does not make half of a correction', () => {
    const edit = decide('d1', {
      kind: 'edit-claim',
      claim: anchorOf(sale),
      edit: { modality: 'denied', object: [anchor('engines')] },
    });
    expect(run([sale], edit)).toMatchObject({
      reviews: ['proposed'],
      states: ['orphaned'],
      claims: [{ modality: 'reported' }],
    });
  });

  it.each<[string, DecisionContent, string]>([
    ['same', { kind: 'same', left: anchor('Vega'), right: anchor('Orion') }, 'applied'],
    ['same, words longer now', { kind: 'same', left: anchor('Vega sold'), right: anchor('Orion') }, 'applied'],
    ['not-same, one side gone', { kind: 'not-same', left: anchor('Vega'), right: anchor('engines') }, 'orphaned'],
    [
      'same, same words elsewhere',
      { kind: 'same', left: anchor('Vega', TEXT.lastIndexOf('Vega')), right: anchor('Orion') },
      'orphaned',
    ],
    [
      'note-reply',
      { kind: 'note-reply', party: anchor('Orion'), outcome: 'declined', note: '', date: null },
      'applied',
    ],
    ['overrule a document', { kind: 'overrule-origin', document: 'doc', claim: null, origin: 'x' }, 'applied'],
    ['overrule a claim', { kind: 'overrule-origin', document: 'doc', claim: anchorOf(sale), origin: 'x' }, 'applied'],
    [
      'overrule a lost claim',
      { kind: 'overrule-origin', document: 'doc', claim: anchorOf(denial), origin: 'x' },
      'orphaned',
    ],
    ['overrule a lost document', { kind: 'overrule-origin', document: 'gone', claim: null, origin: 'x' }, 'orphaned'],
  ])('%s', (_, content, state) => expect(run([sale], decide('d1', content)).states).toEqual([state]));

  it('gives every decision one state, in order, whatever was re-extracted', () => {
    const claims = fc.array(
      fc.constantFrom(sale, denial, claim('c3', 'Vega sold engines', 'sold'), {
        ...sale,
        id: 'c4',
        predicate: 'paid' as const,
      }),
      { maxLength: 4 },
    );
    const ids = fc.constantFrom('d1', 'd2', 'd3', 'u1', 'nobody');
    const content = fc.oneof(
      fc.constantFrom<DecisionContent>(
        { kind: 'accept-claim', claim: anchorOf(sale) },
        { kind: 'reject-claim', claim: anchorOf(denial) },
        { kind: 'edit-claim', claim: anchorOf(sale), edit: { polarity: 'negative' } },
        { kind: 'same', left: anchor('Vega'), right: anchor('Orion') },
      ),
      ids.map((decision): DecisionContent => ({ kind: 'undo', decision })),
    );
    const decisions = fc
      .array(fc.record({ id: ids, content }), { maxLength: 8 })
      .map((list) => list.map((one) => decide(one.id, one.content)));
    fc.assert(
      fc.property(claims, decisions, (some, made) => {
        const before = JSON.stringify(some);
        const { states, extractions } = applyDecisions([extraction(some)], made);
        expect(states.map(({ decision }) => decision)).toEqual(made);
        expect(extractions[0]!.claims.map(({ id }) => id)).toEqual(some.map(({ id }) => id));
        expect(JSON.stringify(some)).toBe(before);
      }),
    );
  });
});
