import { beforeAll, describe, expect, test } from 'vitest';
import { composeDecision, type Request } from '../../../src/cases/index.ts';
import type { CaseView, Claim, Decision, Lexicons } from '../../../src/model/index.ts';
import { loadLexicons } from '../../../src/providers/index.ts';
import { filesUnder, walkStreet } from '../../street.ts';

const files = filesUnder('samples/case');
const claimsOf = (view: CaseView): Claim[] => view.extractions.flatMap(({ claims }) => claims);
const stamp = (n: number) => ({
  who: 'A. Tester',
  when: `2025-02-01T00:00:${String(n).padStart(2, '0')}.000Z`,
  comment: '',
});

/** The word lists after a change of rules: every third row of the predicates is gone, and no name is well known any more. */
function changedRules(): Lexicons {
  const { version, lists, ...rest } = loadLexicons();
  const thinned = Object.fromEntries(
    Object.entries(lists).map(([name, rows]) => [
      name,
      name === 'claims/predicates' ? rows.filter((_, n) => n % 3 !== 0) : name === 'mentions/known-names' ? [] : rows,
    ]),
  );
  return { ...rest, version: `${version}-changed`, lists: thinned };
}

describe('a decided case, extracted again by changed rules', () => {
  let before: CaseView;
  let after: CaseView;
  let decisions: Decision[];

  beforeAll(async () => {
    before = await walkStreet(files);
    const requests: Request[] = [
      ...claimsOf(before).map(({ id }, n): Request => ({ kind: n % 2 === 0 ? 'accept' : 'reject', claim: id })),
      { kind: 'same', left: 'Bai Yutu', right: 'Matvei Snegurov' },
      { kind: 'not-same', left: 'Sova-4', right: 'Sova-2' },
      { kind: 'origin', target: 'tundra-observer.html', origin: 'Tundra Observer, own reporting' },
    ];
    decisions = requests.map((request, n) => composeDecision(before, request, stamp(n % 60)));
    after = await walkStreet(files, { decisions, lexicons: changedRules() });
  });

  test('the rules really changed', () => {
    expect(claimsOf(after).length).toBeLessThan(claimsOf(before).length);
  });

  test('every decision is applied or orphaned; none is lost', () => {
    expect(after.decisions.map(({ decision }) => decision.id)).toEqual(decisions.map(({ id }) => id));
    for (const { state, detail } of after.decisions) {
      expect(['applied', 'orphaned']).toContain(state);
      if (state === 'orphaned') expect(detail).not.toBe('');
    }
  });

  test('a decided claim that is still found carries its review, and an orphan is one that is not', () => {
    const reviewed = new Map<string, string>(
      after.extractions.flatMap(({ document, claims }) =>
        claims.map((claim) => [`${document} ${claim.start} ${claim.end} ${claim.predicate}`, claim.review] as const),
      ),
    );
    for (const { decision, state } of after.decisions) {
      const { content } = decision;
      if (content.kind !== 'accept-claim' && content.kind !== 'reject-claim') continue;
      const { document, start, end, predicate } = content.claim;
      const review = reviewed.get(`${document} ${start} ${end} ${predicate}`);
      if (state === 'orphaned') expect(review).toBeUndefined();
      else if (review !== undefined) expect(['accepted', 'rejected']).toContain(review);
    }
    expect(after.decisions.some(({ state }) => state === 'orphaned')).toBe(true);
    expect(after.decisions.some(({ state }) => state === 'applied')).toBe(true);
  });

  test('the judgement of a person holds against every rule', () => {
    const owner = (name: string) =>
      after.resolution.entities.find(({ names }) => names.some(({ text }) => text === name))?.id;
    expect(owner('Bai Yutu')).toBe(owner('Matvei Snegurov'));
    expect(owner('Sova-4')).not.toBe(owner('Sova-2'));
  });

  test('with the old rules back, every decision is applied again', async () => {
    const again = await walkStreet(files, { decisions });
    expect(again.decisions.filter(({ state }) => state !== 'applied')).toEqual([]);
  });
});
