import { describe, expect, test } from 'vitest';
import { claimOf, type SmallDocument, smallCase, weigh } from '../../test/findings/small-case.ts';
import type { DecisionState } from '../model/index.ts';
import { loadLexicons } from '../providers/index.ts';
import { weighFindings } from './index.ts';

/** One report, told twice in other words: same firm, goods, numbers, person; only the first names the paper. */
const FIRST: SmallDocument = {
  name: 'first.txt',
  marked:
    '[The Quiet Herald:Publication] reported on Monday that [Orla Freight:Company] sent {430|count|430} [KT-9:Product] engines to [Vesna Works:Company]. Papers show that [Orla Freight:Company] paid [Belmar Lines:Company] {1,250,000 euros|money|1250000 EUR}. [Ivo Marten:Person] runs [Orla Freight:Company]. The engines weigh {85 kg|mass|85 kg}.',
  claims: [
    {
      quote: 'Orla Freight sent 430 KT-9 engines to Vesna Works',
      s: 'Orla Freight',
      p: 'supplies',
      o: 'Vesna Works',
      th: 'KT-9',
      value: { number: '430', unit: 'engines' },
      by: ['The Quiet Herald'],
    },
    {
      quote: 'Orla Freight paid Belmar Lines 1,250,000 euros',
      s: 'Orla Freight',
      p: 'paid',
      o: 'Belmar Lines',
      value: { number: '1250000', unit: 'EUR' },
      modality: 'documented',
    },
    { quote: 'Ivo Marten runs Orla Freight', s: 'Ivo Marten', p: 'role_of', o: 'Orla Freight' },
  ],
};
const SECOND: SmallDocument = {
  name: 'second.txt',
  marked:
    'The plant of [Vesna Works:Company] took delivery of {430|count|430} machines of the [KT-9:Product] type bought from [Orla Freight:Company], the firm of [Ivo Marten:Person], [people at the plant:Person?] said. Each has a mass of {85 kg|mass|85 kg}. The carrier, [Belmar Lines:Company], got {1.25 million euros|money|1250000 EUR} from [Orla Freight:Company].',
  claims: [
    {
      quote: 'took delivery of 430 machines of the KT-9 type bought from Orla Freight',
      s: 'Orla Freight',
      p: 'supplies',
      o: 'Vesna Works',
      th: 'KT-9',
      value: { number: '430', unit: 'engines' },
      by: ['people at the plant'],
    },
    {
      quote: 'Belmar Lines, got 1.25 million euros from Orla Freight',
      s: 'Orla Freight',
      p: 'paid',
      o: 'Belmar Lines',
      value: { number: '1250000', unit: 'EUR' },
    },
  ],
};
/** Another investigation by the same paper into the same firm: the same names, nothing else in common. */
const OTHER: SmallDocument = {
  name: 'other.txt',
  marked:
    '[The Quiet Herald:Publication] reported on Friday that [Orla Freight:Company] hid the flag of the ship [Sea Lumen:Vessel]. In {June 2031|date|2031-06} it sailed from [Port Tallow:Place] with {7,400 tonnes|mass|7400 t} of coal. [Dara Quill:Person] signed for [Vesna Works:Company]. [Ivo Marten:Person] denied it.',
  claims: [
    {
      quote: 'Orla Freight hid the flag of the ship Sea Lumen',
      s: 'Orla Freight',
      p: 'conceals',
      o: 'Sea Lumen',
      by: ['The Quiet Herald'],
    },
    {
      quote: 'it sailed from Port Tallow with 7,400 tonnes of coal',
      s: 'Sea Lumen',
      p: 'travelled_from',
      o: 'Port Tallow',
      when: '2031-06',
    },
    { quote: 'Dara Quill signed for Vesna Works', s: 'Dara Quill', p: 'role_of', o: 'Vesna Works' },
  ],
};

describe('echo groups', () => {
  test('a retelling in other words that names nobody is found by what it states', () => {
    const { echoGroups, origins, findings } = weigh([FIRST, SECOND]);
    expect(echoGroups).toHaveLength(1);
    expect(origins.filter(({ level }) => level === 'publisher')).toHaveLength(1);
    const supply = findings.find(({ predicate }) => predicate === 'supplies');
    expect(supply?.support).toEqual({ documents: 2, publisherOrigins: 1, upstreamOrigins: 1 });
    expect(origins[0]?.reasons.map(({ signal }) => signal)).toContain('rare-value');
  });

  test('naming the same paper and the same firms does not make two investigations one', () => {
    expect(weigh([FIRST, OTHER]).echoGroups).toEqual([]);
    expect(weigh([FIRST, SECOND, OTHER]).echoGroups.map(({ documents }) => documents.length)).toEqual([2]);
  });

  test('a paper that an article draws on is its source, not its echo', () => {
    const paper: SmallDocument = {
      name: 'invoice.txt',
      marked:
        'Invoice. Seller: [Orla Freight:Company]. Buyer: [Vesna Works:Company]. {430|count|430} pieces [KT-9:Product], mass {85 kg|mass|85 kg} each. Freight to [Belmar Lines:Company]: {1,250,000 EUR|money|1250000 EUR}. Signed [Ivo Marten:Person].',
      claims: [
        {
          quote: '430 pieces KT-9',
          s: 'Orla Freight',
          p: 'supplies',
          o: 'Vesna Works',
          th: 'KT-9',
          value: { number: '430', unit: 'engines' },
        },
        {
          quote: 'Freight to Belmar Lines: 1,250,000 EUR',
          s: 'Orla Freight',
          p: 'paid',
          o: 'Belmar Lines',
          value: { number: '1250000', unit: 'EUR' },
        },
      ],
    };
    expect(weigh([FIRST, paper]).echoGroups).toEqual([]);
  });

  test('one publication, one week, one firm: a retelling that got its numbers wrong', () => {
    const told = (name: string, day: string, n: string, rest: string): SmallDocument => ({
      name,
      marked: `[The Quiet Herald:Publication] reported on {${day}|date|${day}} that [Orla Freight:Company] sent ${n} [KT-9:Product] engines to [Vesna Works:Company]. ${rest}`,
      claims: [
        {
          quote: `Orla Freight sent ${n} KT-9 engines to Vesna Works`,
          s: 'Orla Freight',
          p: 'supplies',
          o: 'Vesna Works',
          th: 'KT-9',
          value: { number: n, unit: 'engines' },
          by: ['The Quiet Herald'],
        },
      ],
    });
    const one = told(
      'one',
      '2031-03-04',
      '36',
      'The reach is {600 km|length|600 km}, the load {9 t|mass|9 t}, the price {70 000 EUR|money|70000 EUR}.',
    );
    const other = told(
      'other',
      '2031-03-05',
      '63',
      'It reaches {600 miles|length|600 mi} with {9 kg|mass|9 kg} for {70 000 USD|money|70000 USD}.',
    );
    expect(weigh([one, other]).echoGroups).toHaveLength(1);
    expect(weigh([one, { ...other, marked: other.marked.replaceAll('2031-03-05', '2031-09-05') }]).echoGroups).toEqual(
      [],
    );
  });

  test('evidence spans of reasons lie in the documents they name', () => {
    const input = smallCase([FIRST, SECOND, { ...FIRST, name: 'copy.txt' }]);
    const { origins } = weighFindings(input, loadLexicons());
    const lengths = new Map(input.documents.map(({ id, text }) => [id, text.length]));
    const spans = origins.flatMap(({ reasons }) => reasons.flatMap(({ evidence }) => evidence));
    expect(spans.length).toBeGreaterThan(4);
    for (const { document, start, end } of spans) {
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(lengths.get(document) ?? 0);
    }
  });

  test('two forms filled in differently are no copies', () => {
    const form = (n: number): SmallDocument => ({
      name: `invoice ${n}`,
      marked: `Invoice number ${n}01 of the seller to the buyer named below, payable within thirty days to the account stated on the back of this sheet, total ${n}7,500.00, tax ${n}31.00, batch ${n}77, due ${n}9 days after receipt of the goods in our store.`,
    });
    expect(weigh([form(1), form(2)]).echoGroups).toEqual([]);
    expect(weigh([form(1), { ...form(1), name: 'again' }]).echoGroups).toHaveLength(1);
  });
});

describe('origins of a claim’s own', () => {
  const mixed: SmallDocument = {
    name: 'mixed.txt',
    marked: [
      '[Orla Freight:Company] shipped [KT-9:Product] engines to [Vesna Works:Company], according to papers. [Vesna Works:Company] is owned by [Concern Taiga:Company]. [Ivo Marten:Person] lives in [Riga:Place].',
      'In {March 2031|date|2031-03}, [the Quiet Herald:Publication] reported that [Orla Freight:Company] had built a yard.',
      'The [Trade Bureau:PublicBody] placed [Orla Freight:Company] under sanctions in {May 2031|date|2031-05} because it had armed a militia.',
      '[The Port Chamber:PublicBody] called the findings troubling.',
      '[reader77:Person] thinks that [Orla Freight:Company] pays nobody.',
    ].join('\n'),
    kinds: { 4: 'comment' },
    claims: [
      {
        quote: 'Orla Freight shipped KT-9 engines to Vesna Works',
        s: 'Orla Freight',
        p: 'supplies',
        o: 'Vesna Works',
        th: 'KT-9',
      },
      { quote: 'Vesna Works is owned by Concern Taiga', s: 'Vesna Works', p: 'owned_by', o: 'Concern Taiga' },
      { quote: 'Ivo Marten lives in Riga', s: 'Ivo Marten', p: 'located_in', o: 'Riga' },
      { quote: 'Orla Freight had built a yard', s: 'Orla Freight', p: 'established', by: ['the Quiet Herald'] },
      {
        quote: 'placed Orla Freight under sanctions in May 2031',
        s: 'Orla Freight',
        p: 'sanctioned_by',
        o: 'Trade Bureau',
        when: '2031-05',
      },
      { quote: 'it had armed a militia', s: 'Orla Freight', p: 'supports', by: ['Trade Bureau'] },
      {
        quote: 'The Port Chamber called the findings troubling',
        s: 'The Port Chamber',
        p: 'expresses_concern',
        modality: 'opinion',
        by: ['The Port Chamber'],
      },
      { quote: 'Orla Freight pays nobody', s: 'Orla Freight', p: 'opines', modality: 'opinion', by: ['reader77'] },
    ],
  };
  const input = smallCase([mixed]);
  const { originOf, origins } = weighFindings(input, loadLexicons());
  const labelOf = (quote: string): string =>
    origins.find(({ id }) => id === originOf[claimOf(input, quote)])?.label ?? '';

  test.each([
    ['Orla Freight shipped KT-9 engines to Vesna Works', 'mixed.txt'],
    ['Vesna Works is owned by Concern Taiga', 'mixed.txt'],
    ['Orla Freight had built a yard', 'the Quiet Herald report, 2031-03'],
    ['placed Orla Freight under sanctions in May 2031', 'Trade Bureau, act of 2031-05'],
    ['it had armed a militia', 'Trade Bureau, act of 2031-05'],
    ['The Port Chamber called the findings troubling', 'reaction of The Port Chamber'],
    ['Orla Freight pays nobody', 'comment by reader77'],
  ])('%s: %s', (quote, label) => {
    expect(labelOf(quote)).toBe(label);
  });

  test('a cited report belongs to its retellings when the case holds them', () => {
    const citing: SmallDocument = {
      name: 'citing.txt',
      marked:
        'A court in [Riga:Place] heard [Dara Quill:Person] about a ferry. In {March 2031|date|2031-03}, [the Quiet Herald:Publication] reported that [Orla Freight:Company] sold [KT-9:Product] engines to [Vesna Works:Company].',
      claims: [
        { quote: 'A court in Riga heard Dara Quill', s: 'Dara Quill', p: 'located_in', o: 'Riga' },
        {
          quote: 'Orla Freight sold KT-9 engines to Vesna Works',
          s: 'Orla Freight',
          p: 'sold',
          o: 'Vesna Works',
          th: 'KT-9',
          by: ['the Quiet Herald'],
        },
      ],
    };
    const both = weigh([FIRST, citing]);
    expect(
      both.findings.find(({ predicate, claims }) => claims.length === 2 && predicate !== 'role_of')?.support
        .publisherOrigins,
    ).toBe(1);
    expect(both.origins.filter(({ level }) => level === 'publisher')).toHaveLength(2);
  });
});

describe('decisions', () => {
  const decide = (
    id: string,
    document: string,
    claim: string | null,
    origin: string,
    state: DecisionState['state'] = 'applied',
  ): DecisionState => ({
    decision: {
      id,
      who: 'An editor',
      when: `2032-01-01T00:00:0${id.length}Z`,
      comment: '',
      content: {
        kind: 'overrule-origin',
        document,
        claim: claim === null ? null : { document, start: 0, end: 1, surface: claim, predicate: 'supplies' },
        origin,
      },
    },
    state,
    detail: '',
  });
  const input = smallCase([FIRST, SECOND]);
  const [first = '', second = ''] = input.documents.map(({ id }) => id);
  const origins = (decisions: DecisionState[]) => weighFindings({ ...input, decisions }, loadLexicons());

  test('an overruled claim goes where the person put it; an orphaned decision changes nothing', () => {
    const quote = 'took delivery of 430 machines of the KT-9 type bought from Orla Freight';
    const apart = origins([decide('d', second, quote, 'Own reporting')]);
    const moved = apart.origins.find(({ label }) => label === 'Own reporting');
    expect(moved?.claims).toEqual([claimOf(input, quote, 1)]);
    expect(moved?.overruledBy).toBe('d');
    expect(apart.findings.find(({ predicate }) => predicate === 'supplies')?.support.publisherOrigins).toBe(2);
    expect(origins([decide('d', second, quote, 'Own reporting', 'orphaned')])).toEqual(origins([]));
  });

  test('a whole document joins the origin of that label; a later decision about a claim outweighs it', () => {
    const label = origins([]).origins.find(({ level }) => level === 'publisher')?.label ?? '';
    const joined = origins([decide('d', first, null, 'A'), decide('dd', first, null, label)]);
    expect(joined.origins.filter(({ level }) => level === 'publisher').map((origin) => origin.label)).toContain(label);
  });
});

test('the same unnamed sources of one origin are one upstream origin, those of another origin are others', () => {
  const said = (n: number, who: string): SmallDocument => ({
    name: `text ${n}`,
    marked: `[Firm ${n}:Company] sold {${n}4${n} tonnes|mass|${n}4${n} t} of wire to [Buyer ${n}:Company], said [${who}:Person?]. Later [Firm ${n}:Company] paid [Agent ${n}:Person], [officials:Person?] said.`,
    claims: [
      {
        quote: `Firm ${n} sold ${n}4${n} tonnes of wire to Buyer ${n}`,
        s: `Firm ${n}`,
        p: 'sold',
        o: `Buyer ${n}`,
        by: [who],
      },
      { quote: `Firm ${n} paid Agent ${n}`, s: `Firm ${n}`, p: 'paid', o: `Agent ${n}`, by: ['officials'] },
    ],
  });
  const upstream = (documents: SmallDocument[]) => weigh(documents).origins.filter(({ level }) => level === 'upstream');
  expect(upstream([said(1, 'three officials')])).toHaveLength(1);
  expect(upstream([said(1, 'three officials'), said(2, 'three officials')])).toHaveLength(2);
});

describe('copies, records and corroboration', () => {
  const supply = (name: string, marked: string, quote: string, by: readonly string[] = []): SmallDocument => ({
    name,
    marked,
    claims: [
      { quote, s: 'Orla Freight', p: 'supplies', o: 'Vesna Works', value: { number: '40', unit: 'engines' }, by },
    ],
  });
  const ONE = supply(
    'copy1',
    '[Orla Freight:Company] supplied {40|count|40} engines to [Vesna Works:Company], [The Quiet Herald:Publication] reported.',
    'Orla Freight supplied 40 engines to Vesna Works',
    ['The Quiet Herald'],
  );
  const OTHER_COPY = supply(
    'copy2',
    '[The Quiet Herald:Publication] reported that [Orla Freight:Company] supplied {40|count|40} engines to [Vesna Works:Company]. Rain fell in the bay for days.',
    'Orla Freight supplied 40 engines to Vesna Works',
    ['The Quiet Herald'],
  );
  const CUSTOMS = supply(
    'customs',
    '[A customs report:Document?] says that [Orla Freight:Company] supplied {40|count|40} engines to [Vesna Works:Company].',
    'Orla Freight supplied 40 engines to Vesna Works',
    ['A customs report'],
  );
  test('agreement on the fact at issue is no copying', () => {
    const { echoGroups, findings } = weigh([ONE, OTHER_COPY, CUSTOMS]);
    expect(echoGroups.map(({ documents }) => documents.length)).toEqual([2]);
    expect(findings[0]?.support.publisherOrigins).toBe(2);
  });

  const invoice = (name: string, no: string, day: string, sum: string): SmallDocument => ({
    name,
    marked: `Invoice No. ${no} of ${day}. Seller [Orla Freight:Company], buyer [Vesna Works:Company], total ${sum} EUR. Payment is due within thirty days without deduction; the goods stay the property of the seller until they are paid in full, and claims must be made in writing.`,
    claims: [
      {
        quote: `Invoice No. ${no} of ${day}`,
        s: 'Orla Freight',
        p: 'billed',
        o: 'Vesna Works',
        value: { number: sum.replace(',', ''), unit: 'EUR', currency: 'EUR' },
      },
    ],
  });
  test('bills of one form are different records', () => {
    const bills = [
      invoice('a', 'OF-100', '3 April 2031', '1,100.00'),
      invoice('b', 'OF-101', '4 May 2031', '2,200.00'),
    ];
    expect(weigh(bills).echoGroups).toEqual([]);
    expect(weigh(bills).findings).toHaveLength(2);
  });
  test.each(['1,100.00', '1,700.00'])('a copy of one bill, the sum read as %s, is one', (sum) => {
    const { echoGroups, findings } = weigh([
      invoice('a', 'OF-100', '3 April 2031', '1,100.00'),
      { ...invoice('b', 'OF-100', '3 April 2031', sum) },
    ]);
    expect(echoGroups).toHaveLength(1);
    expect(findings.map(({ support }) => support.publisherOrigins)).toEqual([1]);
  });
});
