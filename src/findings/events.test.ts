import { describe, expect, test } from 'vitest';
import { type SmallClaim, type SmallDocument, weigh } from '../../test/findings/small-case.ts';

/** A payment as one document tells it: its words, the sum, the day. */
function paid(
  name: string,
  quote: string,
  number: string | null,
  when?: string,
  more: Partial<SmallClaim> = {},
): SmallDocument {
  const claim: SmallClaim = {
    quote,
    s: 'Orla Freight',
    p: 'paid',
    o: 'Belmar Lines',
    ...(number === null ? {} : { value: { number, unit: 'EUR', currency: 'EUR' } }),
    ...(when === undefined ? {} : { when }),
    ...more,
  };
  return {
    name,
    marked: `${quote}, it says here, by [Orla Freight:Company] to [Belmar Lines:Company].`,
    claims: [claim],
  };
}

/** For each finding, the documents that tell it. */
const told = (documents: readonly SmallDocument[]): string[] => {
  const { findings, originOf } = weigh(documents);
  expect(Object.keys(originOf).length).toBeGreaterThan(0);
  return findings.map(({ support, claims }) => `${claims.length} claims, ${support.publisherOrigins} origins`).sort();
};
const ONE = ['2 claims, 2 origins'];
const TWO = ['1 claims, 1 origins', '1 claims, 1 origins'];

describe('two payments are two facts', () => {
  test.each<[string, SmallDocument, SmallDocument, string[]]>([
    [
      'other sum, other day',
      paid('a', 'Money went out in the spring', '100000', '2031-05-03'),
      paid('b', 'A later sum was sent over', '900000', '2032-09-09'),
      TWO,
    ],
    [
      'other sum, no day',
      paid('a', 'Money went out in the spring', '100000'),
      paid('b', 'A later sum was sent over', '900000'),
      TWO,
    ],
    [
      'same sum, far days',
      paid('a', 'Money went out in the spring', '100000', '2031-05-03'),
      paid('b', 'A later sum was sent over', '100000', '2031-08-03'),
      TWO,
    ],
    [
      'same sum, sent and received',
      paid('a', 'Money went out in the spring', '100000', '2031-05-03'),
      paid('b', 'A sum arrived at the bank', '100000', '2031-05-05'),
      ONE,
    ],
    [
      'same sum, a day and its quarter',
      paid('a', 'Money went out in the spring', '100000', '2031-05-03'),
      paid('b', 'A sum arrived at the bank', '100000', '2031-34'),
      ONE,
    ],
    [
      'rounded',
      paid('a', 'Money went out in the spring', '1263400', '2031-05-03'),
      paid('b', 'A sum arrived at the bank', '1260000'),
      ONE,
    ],
    [
      'told without a sum',
      paid('a', 'Money went out in the spring', '100000', '2031-05-03'),
      paid('b', 'A sum arrived at the bank', null),
      ONE,
    ],
    [
      'other paper',
      paid('a', 'Invoice No. 17/3 was settled', '100000'),
      paid('b', 'By autumn the second bill, contract no. 18/3, had been met in full', '100000'),
      TWO,
    ],
    [
      'other currency of one day',
      paid('a', 'Money went out in the spring', '100000', '2031-05-03'),
      paid('b', 'A sum arrived at the bank', '99', '2031-05-03', {
        value: { number: '110000', unit: 'USD', currency: 'USD' },
      }),
      ONE,
    ],
  ])('%s', (_what, a, b, expected) => {
    expect(told([a, b])).toEqual(expected);
    expect(told([b, a])).toEqual(expected);
  });

  const MAY = paid('a', 'Money went out in the spring', '100000', '2031-05-03');
  const SEPTEMBER = paid('b', 'A later sum was sent over', '900000', '2032-09-09');

  test('what fits two of them counts for neither', () => {
    expect(told([MAY, SEPTEMBER, paid('c', 'They did business with each other', null)])).toEqual([
      ...TWO,
      '1 claims, 1 origins',
    ]);
  });

  test('rows of one statement are as many payments, and a copy of it adds none', () => {
    const rows = [1, 2, 3].map((n) => `On day ${n} [Orla Freight:Company] sent ${n}00 to [Belmar Lines:Company].`);
    const statement = (name: string): SmallDocument => ({
      name,
      marked: rows.join(' '),
      claims: [1, 2, 3].map((n) => ({
        quote: `On day ${n} Orla Freight sent ${n}00`,
        s: 'Orla Freight',
        p: 'paid' as const,
        o: 'Belmar Lines',
        value: { number: `${n}00`, unit: 'EUR', currency: 'EUR' },
        when: `2031-05-0${n}`,
      })),
    });
    const three = (claims: number): string[] => [1, 2, 3].map(() => `${claims} claims, 1 origins`);
    expect(told([statement('a')])).toEqual(three(1));
    expect(told([statement('a'), statement('copy')])).toEqual(three(2));
  });

  test('a copy that changed the sum is the same payment, and the change is named', () => {
    const text = (sum: string) =>
      `It is known that on that day in May all of the ${sum} went from [Orla Freight:Company] to [Belmar Lines:Company] by wire, as the clerk at the bank in the harbour street told us at length.`;
    const copy = (name: string, number: string): SmallDocument => ({
      name,
      marked: text(number),
      claims: [
        {
          quote: `all of the ${number} went`,
          s: 'Orla Freight',
          p: 'paid',
          o: 'Belmar Lines',
          value: { number, unit: 'EUR', currency: 'EUR' },
          when: '2031-05-03',
        },
      ],
    });
    const { findings, contradictions } = weigh([copy('a', '100000'), copy('b', '700000')]);
    expect(findings.map(({ support }) => support.publisherOrigins)).toEqual([1]);
    expect(contradictions.map(({ kind, within }) => `${kind} ${within}`)).toEqual(['number one-origin']);
  });

  test('a denial that gives no sum stands against each of them', () => {
    const denial = paid('c', 'They did business with each other', null, undefined, {
      modality: 'denied',
      polarity: 'negative',
    });
    const { contradictions, findings } = weigh([MAY, SEPTEMBER, denial]);
    expect(contradictions).toHaveLength(1);
    expect(findings.filter((finding) => finding.contradictions.length === 1)).toHaveLength(3);
  });
});

test('a ledger of very many rows is told apart row by row', () => {
  const marked = Array.from(
    { length: 320 },
    (_, n) => `Row ${n + 1000}: [Orla Freight:Company] to [Belmar Lines:Company].`,
  ).join('\n');
  const claims = Array.from(
    { length: 320 },
    (_, n): SmallClaim => ({
      quote: `Row ${n + 1000}`,
      s: 'Orla Freight',
      p: 'paid',
      o: 'Belmar Lines',
      value: { number: String(n + 7), unit: 'EUR', currency: 'EUR' },
    }),
  );
  expect(weigh([{ name: 'a', marked, claims }]).findings).toHaveLength(320);
});
