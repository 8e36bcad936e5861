import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weighFindings } from '../../src/findings/index.ts';
import type { Finding, Weighing } from '../../src/model/index.ts';
import { loadLexicons } from '../../src/providers/index.ts';
import { canonicalJson } from '../../src/text/index.ts';
import { type SmallClaim, type SmallDocument, smallCase, weigh } from '../findings/small-case.ts';

/** One sentence of a report: marked text and the claim it holds. */
interface Sentence {
  readonly marked: string;
  readonly claim: SmallClaim;
}

/** Firms and goods of each report's own, and the ones that all reports know. */
const OWN_FIRMS = [
  ['Kestrel Marine', 'Tamarack Trading', 'Ostrava Rotor', 'Belmar Lines'],
  ['Silt and Sons', 'Lumen Yards', 'Corvid Air', 'Halcyon Tools'],
  ['Northmoor Steel', 'Pell Shipping', 'Quarry Nine', 'Ember Optics'],
];
const OWN_GOODS = [
  ['VX-40', 'Sova-3'],
  ['Lumen-12', 'TR-8'],
  ['Kite-5', 'MB-77'],
];
const WORDINGS = [
  (a: string, t: string, b: string, n: number) => [
    `In the winter months [${a}:Company] handed over ${n} [${t}:Product] sets to [${b}:Company] by rail and road.`,
    `handed over ${n} ${t} sets to ${b}`,
  ],
  (a: string, t: string, b: string, n: number) => [
    `Some ${n} of the [${t}:Product] machines came to [${b}:Company] out of the stores of [${a}:Company] last year.`,
    `${n} of the ${t} machines came to ${b}`,
  ],
  (a: string, t: string, b: string, n: number) => [
    `Papers of [${b}:Company] list ${n} pieces of the [${t}:Product] type as bought from [${a}:Company] without a licence.`,
    `list ${n} pieces of the ${t} type`,
  ],
] as const;

/** A fact by the numbers of its seller, buyer, goods and pieces; `null` is the one fact that reports may have in common. */
const fact = fc.record({
  a: fc.nat(3),
  step: fc.integer({ min: 1, max: 3 }),
  t: fc.nat(1),
  n: fc.integer({ min: 3, max: 40 }),
});
type Fact = { readonly a: number; readonly step: number; readonly t: number; readonly n: number } | null;

/** Sentences that rest on somebody else: an earlier report, unnamed officials, an official act, a reaction. */
const ASIDES = [
  (voice: number): Sentence => ({
    marked: `In {June 203${voice}|date|203${voice}-06}, [the Quiet Herald:Publication] reported that [Orla Freight:Company] had opened yard number ${voice} in the bay.`,
    claim: {
      quote: `Orla Freight had opened yard number ${voice}`,
      s: 'Orla Freight',
      p: 'established',
      by: ['the Quiet Herald'],
    },
  }),
  (voice: number): Sentence => ({
    marked: `[Vesna Works:Company] hired [Agent ${voice}:Person] for errands on the river, [two officials:Person?] said over glass number ${voice}.`,
    claim: {
      quote: `Vesna Works hired Agent ${voice}`,
      s: 'Vesna Works',
      p: 'paid',
      o: `Agent ${voice}`,
      by: ['two officials'],
    },
  }),
  (voice: number): Sentence => ({
    marked: `The [Trade Bureau:PublicBody] listed [Belmar Lines:Company] in {May 203${voice}|date|203${voice}-05} after its hearing number ${voice} on exports.`,
    claim: {
      quote: `listed Belmar Lines in May 203${voice}`,
      s: 'Belmar Lines',
      p: 'sanctioned_by',
      o: 'Trade Bureau',
      when: `203${voice}-05`,
    },
  }),
  (voice: number): Sentence => ({
    marked: `The [Port Chamber:PublicBody] called plan number ${voice} of [Kestrel Marine:Company] a grave worry for all of the coast.`,
    claim: {
      quote: `called plan number ${voice} of Kestrel Marine a grave worry`,
      s: 'Port Chamber',
      p: 'expresses_concern',
      o: 'Kestrel Marine',
      modality: 'opinion',
      by: ['Port Chamber'],
    },
  }),
] as const;

/**
 * Reports of four sentences and more; report number `voice` has its own wording, so that no two share a sentence, and at most one fact
 * in common with another. Reports alike in most of what they tell are one by design, and when the fuller of two goes, what showed it
 * may go too: that is no property of copies.
 */
const report = fc.record({
  facts: fc.uniqueArray(fact, { minLength: 4, maxLength: 8, selector: ({ a, step, t }) => `${a} ${step} ${t}` }),
  common: fc.boolean(),
  at: fc.nat(8),
  asides: fc.uniqueArray(fc.nat(ASIDES.length - 1)),
});
const reports = fc.array(report, { minLength: 1, maxLength: WORDINGS.length }).map((all) =>
  all.map(({ facts, common, at, asides }, voice) => {
    const told = facts.map((one) => toSentence(one, voice));
    const withCommon = common ? told.toSpliced(at, 0, toSentence(null, voice)) : told;
    return [...withCommon, ...asides.flatMap((n) => ASIDES[n]?.(voice) ?? [])];
  }),
);

function toSentence(one: Fact, voice: number): Sentence {
  const firms = OWN_FIRMS[voice] ?? [];
  const [seller = '', buyer = '', goods = '', n = 14] = one
    ? [firms[one.a], firms[(one.a + one.step) % 4], OWN_GOODS[voice]?.[one.t], one.n]
    : ['Orla Freight', 'Vesna Works', 'KT-9'];
  const [marked = '', quote = ''] = WORDINGS[voice]?.(seller, goods, buyer, n) ?? [];
  const value = { number: String(n), unit: goods };
  return { marked, claim: { quote, s: seller, p: 'supplies', o: buyer, th: goods, value } };
}

const whole = (name: string, sentences: readonly Sentence[]): SmallDocument => ({
  name,
  marked: sentences.map(({ marked }) => marked).join(' '),
  claims: sentences.map(({ claim }) => claim),
});

/** A copy: exact, cut after some sentences, or with a header and a footer of the copier's around it. */
type Copying =
  | { readonly kind: 'exact' }
  | { readonly kind: 'cut'; readonly keep: number }
  | { readonly kind: 'wrapped' };
const copying: fc.Arbitrary<Copying> = fc.oneof(
  fc.constant({ kind: 'exact' as const }),
  fc.record({ kind: fc.constant('cut' as const), keep: fc.integer({ min: 1, max: 6 }) }),
  fc.constant({ kind: 'wrapped' as const }),
);

function copyOf(name: string, sentences: readonly Sentence[], how: Copying): SmallDocument {
  if (how.kind === 'cut') return whole(name, sentences.slice(0, how.keep));
  const document = whole(name, sentences);
  if (how.kind === 'exact') return document;
  return {
    ...document,
    marked: `Share this page\n${document.marked}\nAll views are the authors’ own. Subscribe to our newsletter.`,
    kinds: { 0: 'boilerplate', 2: 'boilerplate' },
  };
}

const pile = fc.record({
  reports,
  copies: fc.array(fc.record({ of: fc.nat(9), how: copying }), { maxLength: 5 }),
  extra: fc.record({ of: fc.nat(9), how: copying }),
  removed: fc.nat(20),
});
type Pile = typeof pile extends fc.Arbitrary<infer T> ? T : never;

const documentsOf = ({ reports: all, copies }: Pile): SmallDocument[] => [
  ...all.map((sentences, n) => whole(`report ${n}`, sentences)),
  ...copies.map(({ of, how }, n) => copyOf(`copy ${n}`, all[of % all.length] ?? [], how)),
];

const originsAt = ({ origins }: Weighing, level: string): number =>
  origins.filter((origin) => origin.level === level).length;
/** The finding that holds a claim. */
const findingOf = ({ findings }: Weighing): Map<string, Finding> =>
  new Map(findings.flatMap((finding) => finding.claims.map((claim) => [claim, finding] as const)));

describe('for any pile of reports and copies', () => {
  test('a copy never adds an origin, anywhere', () => {
    fc.assert(
      fc.property(pile, (given) => {
        const documents = documentsOf(given);
        const { of, how } = given.extra;
        const before = weigh(documents);
        const after = weigh([
          ...documents,
          copyOf('one more copy', given.reports[of % given.reports.length] ?? [], how),
        ]);
        expect(originsAt(after, 'publisher')).toBeLessThanOrEqual(originsAt(before, 'publisher'));
        expect(originsAt(after, 'upstream')).toBeLessThanOrEqual(originsAt(before, 'upstream'));
        const now = findingOf(after);
        for (const { claims, support } of before.findings) {
          const grown = now.get(claims[0] ?? '')?.support;
          expect(grown?.publisherOrigins).toBeLessThanOrEqual(support.publisherOrigins);
          expect(grown?.upstreamOrigins).toBeLessThanOrEqual(support.upstreamOrigins);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('removing a document never raises support', () => {
    fc.assert(
      fc.property(pile, (given) => {
        const documents = documentsOf(given);
        const full = findingOf(weigh(documents));
        const without = documents.filter((_, n) => n !== given.removed % documents.length);
        for (const { claims, support } of weigh(without).findings) {
          const known = full.get(claims[0] ?? '');
          for (const claim of claims) expect(known?.claims).toContain(claim);
          expect(support.documents).toBeLessThanOrEqual(known?.support.documents ?? 0);
          expect(support.publisherOrigins).toBeLessThanOrEqual(known?.support.publisherOrigins ?? 0);
          expect(support.upstreamOrigins).toBeLessThanOrEqual(known?.support.upstreamOrigins ?? 0);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('the order of records makes no difference, and equal records give equal bytes', () => {
    fc.assert(
      fc.property(pile, (given) => {
        const input = smallCase(documentsOf(given));
        const reversed = {
          documents: [...input.documents].reverse(),
          extractions: input.extractions
            .map((extraction) => ({ ...extraction, claims: [...extraction.claims].reverse() }))
            .reverse(),
          resolution: { ...input.resolution, entities: [...input.resolution.entities].reverse() },
          decisions: [],
        };
        const first = canonicalJson(weighFindings(input, loadLexicons()));
        expect(canonicalJson(weighFindings(input, loadLexicons()))).toBe(first);
        expect(canonicalJson(weighFindings(reversed, loadLexicons()))).toBe(first);
      }),
      { numRuns: 80 },
    );
  });
});

test('the piles are not trivial: independent reports of one fact do add up', () => {
  const own = (voice: number): Fact[] => [0, 1, 2, 3].map((a) => ({ a, step: 1, t: a % 2, n: 5 + a * (voice + 2) }));
  const told = [0, 1, 2].map((voice) =>
    whole(
      `report ${voice}`,
      [null, ...own(voice)].map((one) => toSentence(one, voice)),
    ),
  );
  const weighing = weigh(told);
  expect(weighing.echoGroups).toEqual([]);
  expect(Math.max(...weighing.findings.map(({ support }) => support.publisherOrigins))).toBe(3);
});
