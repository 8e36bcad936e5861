import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsIn, linesOf } from '../../test/claims/marked.ts';
import { SELF } from '../model/index.ts';

/** Sentence -> claims, written as `predicate subject > object (theme) =value @time modality not <- outer source < inner source`. */
const CASES: readonly (readonly [sentence: string, claims: readonly string[]])[] = [
  // ownership, offices, seats
  [
    '{Borvex Trading|C}, a subsidiary of {Norrland Group|C}, supplied {K-7 radars|W} to the {Ministry of Tarn|B} in {March 2021|date=2021-03}.',
    ['owned_by Borvex Trading > Norrland Group', 'supplies Borvex Trading > Ministry of Tarn (K-7 radars) @2021-03'],
  ],
  ['{Borvex Trading|C} is owned by {Ilan Meret|P}.', ['owned_by Borvex Trading > Ilan Meret']],
  ['{Borvex|C}, a parts dealer owned by {Norrland Group|C}, closed.', ['owned_by Borvex > Norrland Group']],
  ['{Dalmor|C}’s plant in {Tarnstadt|L} was searched.', ['located_in Dalmor > Tarnstadt']],
  ['{Dalmor|C}, based in {Tarnstadt|L}, closed.', ['located_in Dalmor > Tarnstadt']],
  ['{Dalmor|C} chief {Ilan Meret|P} closed the door.', ['role_of Ilan Meret > Dalmor']],
  ['{Ilan Meret|P}, a former director of {Dalmor|C}, left.', ['role_of Ilan Meret > Dalmor']],
  // times
  [
    '{Jonas Pell|P} visited {Tarnstadt|L} {from 21 to 27 May 2024|date=2024-05-21/2024-05-27}.',
    ['visited Jonas Pell > Tarnstadt @2024-05-21/2024-05-27'],
  ],
  [
    '{Jonas Pell|P} has visited {Tarnstadt|L} {since May 2024|date=2024-05}.',
    ['visited Jonas Pell > Tarnstadt @2024-05/..'],
  ],
  [
    '{TARNSTADT|L}, {March 4|date=2021-03-04} - {Dalmor|C} supplied {K-7 radars|W} to {Borvex|C}.',
    ['supplies Dalmor > Borvex (K-7 radars)'],
  ],
  [
    '{Dalmor|C} supplied {K-7 radars|W} to {Borvex|C} in {June 2021|date=2021-06}, and {Norrland Group|C} owns {Orm Works|C}.',
    ['supplies Dalmor > Borvex (K-7 radars) @2021-06', 'owned_by Orm Works > Norrland Group'],
  ],
  // supply and money
  ['{Dalmor|C} allegedly bought {K-7|W} engines from {Borvex|C}.', ['supplies Borvex > Dalmor (K-7) alleged']],
  [
    '{Jonas Pell|P} smuggled {K-7|W} chips through {Armenia|L} and {Cyprus|L}.',
    ['transships_via Jonas Pell > Armenia+Cyprus (K-7)'],
  ],
  ['{K-7|W} drones were delivered to {Dalmor|C}.', ['delivered_to K-7 > Dalmor']],
  [
    '{Invoices|d} show {Dalmor|C} billed {Borvex|C} {$2 million|money=2000000} for {K-7|W} parts.',
    ['billed Dalmor > Borvex (K-7) =2000000 documented <- Invoices'],
  ],
  [
    '{Dalmor|C} acts as an intermediary between {Borvex|C} and {Qadria|L}.',
    ['intermediary_between Dalmor > Borvex+Qadria'],
  ],
  // people
  [
    '{Ilan Meret|P} visited {Dalmor|C}’s factory in {Tarnstadt|L} in {June 2020|date=2020-06}.',
    ['visited Ilan Meret > Dalmor @2020-06', 'located_in Dalmor > Tarnstadt'],
  ],
  [
    '{Ilan Meret|P}, director of {Dalmor|C}, travelled alongside {Jonas Pell|P} from {Tarn|L}.',
    ['role_of Ilan Meret > Dalmor', 'travelled_with Ilan Meret > Jonas Pell', 'travelled_from Ilan Meret > Tarn'],
  ],
  [
    '{Ilan Meret|P} travelled to {Tarn|L} with {Jonas Pell|P}.',
    ['visited Ilan Meret > Tarn', 'travelled_with Ilan Meret > Jonas Pell'],
  ],
  [
    '{Turkish welders|p} have visited the plant in {Tarnstadt|L} at least {four times|count=4} since {2023|date=2023}, {the documents|d} show.',
    ['visited Turkish welders > Tarnstadt =4 @2023/.. documented <- the documents'],
  ],
  [
    '{Records obtained by the Tarn Herald|d} show that {Borvex|C} supplied {K-7|W} engines to {Dalmor|C}.',
    ['supplies Borvex > Dalmor (K-7) documented <- Records obtained by the Tarn Herald'],
  ],
  ['{Dalmor|C} (INN 5409876540) is owned by {Norrland Group|C}.', ['owned_by Dalmor > Norrland Group']],
  // what is not known
  [
    'The {Tarn Herald|N} could not determine who paid for the freight.',
    ['has_feature Tarn Herald >  undetermined not <- Tarn Herald'],
  ],
  [
    '{The documents|d} did not specify the final user of the engines.',
    ['has_feature The documents >  undetermined not <- The documents'],
  ],
  [
    'The {Tarn Herald|N} could not establish the owner of {Dalmor|C}.',
    ['has_feature Dalmor >  undetermined not <- Tarn Herald'],
  ],
  [
    'It is unclear whether {Norrland Concern|C}, the owner of {Dalmor|C}, knew of the purchase.',
    ['owned_by Dalmor > Norrland Concern', 'aware_of Norrland Concern >  undetermined'],
  ],
  [
    '{Internal letters|d} described {the engineers|p} as employees of {Borvex|C}.',
    ['employed_by the engineers > Borvex documented <- Internal letters'],
  ],
  // law
  [
    'The {MV Saltwind|V}, flagged in {Palau|L} and managed by {Dalmor Shipping|C}, was sanctioned by the {US Treasury|B} in {May 2022|date=2022-05}.',
    [
      'flagged_in MV Saltwind > Palau',
      'managed_by MV Saltwind > Dalmor Shipping',
      'sanctioned_by MV Saltwind > US Treasury @2022-05',
    ],
  ],
  ['{Borvex|C}, which is under {EU|O} sanctions, closed.', ['sanctioned_by Borvex > EU']],
  [
    '{Jonas Pell|P}, 44, was arrested in {Tarnstadt|L} on {3 May 2020|date=2020-05-03}.',
    ['arrested Jonas Pell > Tarnstadt @2020-05-03'],
  ],
  [
    '{Jonas Pell|P} was charged with smuggling and faces {up to 20 years|years=20} in prison.',
    ['charged_with Jonas Pell > ', 'penalty_max Jonas Pell >  =20'],
  ],
  // machines
  [
    'The {K-7|W} has a range of {900 km|km=900} and can carry a payload of {30 kg|kg=30}.',
    ['range_km K-7 >  =900 capability', 'payload_kg K-7 >  =30 capability'],
  ],
  [
    'The {K-7|W}, modelled on the {Zar-2|W}, was tested at {Lake Orm|L} in {2019|date=2019}.',
    ['based_on K-7 > Zar-2', 'tested_at K-7 > Lake Orm @2019'],
  ],
  // replies
  [
    '{Borvex|C} and {Dalmor|C} did not respond to requests for comment.',
    ['no_comment Borvex+Dalmor >  refused_comment not'],
  ],
  [
    'Neither {Borvex|C} nor {Dalmor|C} replied to emailed questions.',
    ['no_comment Borvex+Dalmor >  refused_comment not'],
  ],
  ['{Borvex|C} declined to comment.', ['no_comment Borvex >  refused_comment not']],
  ['{Borvex|C} could not be reached for comment.', ['no_comment Borvex >  refused_comment not']],
  [
    'The {Tarn Herald|N} was unable to obtain a comment from {Borvex|C} or {Dalmor|C}.',
    ['no_comment Borvex+Dalmor >  refused_comment not <- Tarn Herald'],
  ],
  [
    '{Dalmor|C} denied that it had sold {K-7|W} to {Qadria|L}.',
    ['denies Dalmor >  denied not <- Dalmor', 'sold Dalmor > Qadria (K-7) denied <- Dalmor'],
  ],
  // who says so
  [
    'The {Ministry of Tarn|B} said {Borvex|C} had delivered {K-7|W} drones to {Qadria|L}.',
    ['supplies Borvex > Qadria (K-7) <- Ministry of Tarn'],
  ],
  [
    '{Lena Ost|P}, a senior fellow at the {Harbour Institute|O}, told the {Tarn Herald|N} that {Dalmor|C} could evade sanctions.',
    ['role_of Lena Ost > Harbour Institute', 'evades_sanctions Dalmor >  capability <- Tarn Herald < Lena Ost'],
  ],
  [
    '{Officials|o} who spoke to the {Tarn Herald|N} said they were in fact {Dalmor|C} staff.',
    ['employed_by Officials > Dalmor assessed <- Tarn Herald < Officials'],
  ],
  [
    'According to {two officials|o} and {documents|d} reviewed by the {Tarn Herald|N}, {Dalmor|C} shipped engines to {Qadria|L}.',
    ['exports_to Dalmor > Qadria <- Tarn Herald < two officials+documents'],
  ],
  [
    '{Dalmor|C}, based in {Tarnstadt|L}, said in a statement that it had never supplied {Qadria|L} with weapons.',
    ['located_in Dalmor > Tarnstadt', 'supplies Dalmor > Qadria denied not <- Dalmor'],
  ],
  [
    '{Qadria|L} denied involvement, while {Dalmor|C} supplied {Borvex|C} with {K-7|W} parts.',
    ['denies Qadria >  denied not <- Qadria', 'supplies Dalmor > Borvex (K-7)'],
  ],
  [
    'The {Tarn Herald|N} could not determine whether {Dalmor|C} supplied {Borvex|C}.',
    ['supplies Dalmor > Borvex undetermined'],
  ],
  ['{Dalmor|C} plans to build {K-7|W} at a plant in {Tarn|L}.', ['produces Dalmor > K-7 planned']],
  [
    '{Dalmor|C} supplied {Borvex|C} with {K-7|W} parts, {two officials|o} said.',
    ['supplies Dalmor > Borvex (K-7) <- two officials'],
  ],
  [
    '{Dalmor|C} supplied {Borvex|C} with {K-7|W} parts, {the documents|d} show.',
    ['supplies Dalmor > Borvex (K-7) documented <- the documents'],
  ],
  [
    '{Dalmor|C} supplied {Borvex|C} with {K-7|W} parts, {Ilan Meret|P}, a spokesman for the {Ministry of Tarn|B}, told reporters.',
    ['supplies Dalmor > Borvex (K-7) <- Ilan Meret', 'role_of Ilan Meret > Ministry of Tarn'],
  ],
  [
    '{Dalmor|C} supplied {Borvex|C} with {K-7|W} parts, according to a bank statement.',
    ['supplies Dalmor > Borvex (K-7) documented'],
  ],
  // direct speech: the tag carries over to the second quotation
  [
    '“We have no knowledge of any such deliveries to the army, none whatsoever,” {Ilan Meret|P} said. “Nobody ever asked us about them before this week.”',
    ['opines Ilan Meret >  opinion <- Ilan Meret', 'opines Ilan Meret >  opinion <- Ilan Meret'],
  ],
];

/** Sentences that look like claims and are none. */
const NEAR_MISSES: readonly string[] = [
  '{Borvex|C} commented on the weather.',
  '{Borvex|C} responded to requests for comment on Monday.',
  '{Borvex|C} answered every question.',
  'The reply from {Borvex|C} was short.',
  '{Borvex|C} and {Dalmor|C} are firms.',
  'A visit was cancelled, {Borvex|C} closed.',
  '{Ilan Meret|P} supplied an explanation to the {Ministry of Tarn|B}.',
  'The owner of a car near {Dalmor|C} slept.',
  'It is unclear who paid for the freight.',
  'The {Tarn Herald|N} could determine who paid for the freight.',
  '{Dalmor|C} does not dispute the allegations.',
  'The report of {Dalmor|C} was long.',
];

describe('extractClaims', () => {
  it.each(CASES)('%s', (sentence, expected) => {
    expect(linesOf(sentence)).toEqual(expected);
  });

  it.each(NEAR_MISSES)('finds nothing in: %s', (sentence) => {
    expect(linesOf(sentence)).toEqual([]);
  });

  it('resolves a pronoun to the subject of the sentence before', () => {
    expect(linesOf('{Dalmor|C} closed. It supplied {Borvex|C} with {K-7|W} parts.')).toEqual([
      'supplies Dalmor > Borvex (K-7)',
    ]);
  });

  it('takes "they" in what a source says for those spoken of before', () => {
    expect(linesOf('{The engineers|p} left. {Officials|o} said they work for {Dalmor|C}.')).toEqual([
      'employed_by The engineers > Dalmor <- Officials',
    ]);
  });

  it('takes "the concern" for the name that holds the word', () => {
    const text = '{Norrland Concern|C} closed. {Dalmor|C} left. The concern declined to comment.';
    expect(linesOf(text)).toEqual(['no_comment Norrland Concern >  refused_comment not']);
  });

  it('gives a nationality only a country that the document names', () => {
    expect(linesOf('{Dalmor|C}, a Turkish trader, closed.')).toEqual([]);
    expect(linesOf('{Dalmor|C}, a Turkish trader, closed. {Turkey|L} said nothing.')).toEqual([
      'located_in Dalmor > Turkey',
    ]);
  });

  it('quotes the clause, not the sentence', () => {
    const { claims } = claimsIn('{Dalmor|C} supplied {Borvex|C} with {K-7|W} parts, according to {officials|o}.');
    expect(claims.map(({ quotation }) => quotation)).toEqual(['Dalmor supplied Borvex with K-7 parts']);
  });

  it.each([
    ['{Dalmor|C}, INN 5409876540, is owned by {Borvex|C}.', 'Dalmor, INN 5409876540, is owned by Borvex'],
    ['{Dalmor|C}, which {Ilan Meret|P} runs, closed. {Dalmor|C} is owned by {Borvex|C}.', 'Dalmor is owned by Borvex'],
  ])('quotes a claim with its subject across a parenthesis: %s', (source, expected) => {
    const { claims } = claimsIn(source);
    expect(claims.find(({ predicate }) => predicate === 'owned_by')?.quotation).toBe(expected);
  });

  it('lists the wording that decided attribution and modality', () => {
    const { claims, cues } = claimsIn(
      'According to {officials|o}, {Dalmor|C} allegedly supplied {Borvex|C} with {K-7|W} parts.',
    );
    expect(cues.map(({ kind, text }) => [kind, text])).toEqual([
      ['attribution', 'According to officials'],
      ['hedge', 'allegedly'],
    ]);
    expect(cues.every((cue) => cue.claims.includes(claims[0]?.id ?? ''))).toBe(true);
  });
});

describe('records', () => {
  it('reads a payment from a bank statement', () => {
    const statement =
      'Date\tPayer\tBeneficiary\tAmount\n{2 May 2021|date=2021-05-02}\t{Borvex|C}\t{Dalmor|C}\t{5,000|money=5000}';
    expect(linesOf(statement)).toEqual(['paid Borvex > Dalmor =5000 @2021-05-02 documented']);
  });

  it('takes the currency from a column of its own', () => {
    const statement = 'Payer\tPayee\tAmount\tCurrency\n{Borvex|C}\t{Dalmor|C}\t1 260 000.50\tCNY';
    expect(claimsIn(statement).claims.map(({ value }) => value)).toEqual([
      { number: '1260000.5', unit: 'CNY', op: '=', currency: 'CNY' },
    ]);
  });

  it('reads an invoice in two languages', () => {
    const invoice = 'Seller / 卖方: {Dalmor|C}\nПокупатель: {Borvex|C}\nTotal: {5,000|money=5000}';
    expect(linesOf(invoice.replace('Seller / 卖方', '卖方'))).toEqual(['billed Dalmor > Borvex =5000 documented']);
  });

  it('makes one claim of an invoice that says everything in three languages', () => {
    const invoice = [
      'Date: {2 May 2021|date=2021-05-02}',
      'Seller: {Dalmor Ltd|C}',
      '卖方：{达尔莫|C}',
      'Покупатель: {ООО Борвекс|C}',
      'Buyer: {Borvex LLC|C}',
      'Consignee: {Norrland Works|C}, {Tarnstadt|L}',
      'Грузополучатель: {АО Норланд|C}',
      'Item Quantity Amount',
      '1 rotor {K-7|W} {36 pcs|count=36}',
      'Total: {CNY 5,000.00|money=5000}',
    ].join('\n');
    expect(linesOf(invoice)).toEqual(['billed Dalmor Ltd > Borvex LLC (K-7) =5000 @2021-05-02 documented']);
    expect(claimsIn(invoice).claims[0]?.quotation).toMatch(/^Date: [\s\S]*5,000\.00$/u);
  });

  it('keeps two invoices of one file apart', () => {
    const one = 'Seller: {Dalmor|C}\nBuyer: {Borvex|C}\nTotal: {5|money=5}';
    const other = 'Seller: {Dalmor|C}\nBuyer: {Norrland|C}\nTotal: {6|money=6}';
    expect(linesOf(`${one}\n${other}`)).toEqual([
      'billed Dalmor > Borvex =5 documented',
      'billed Dalmor > Norrland =6 documented',
    ]);
  });

  it('reads a travel record', () => {
    const record = 'Passenger\tFrom\tTo\tDate\n{Ilan Meret|P}\t{Tarnstadt|L}\t{Orm|L}\t{2 May 2021|date=2021-05-02}';
    expect(linesOf(record).sort()).toEqual([
      'travelled_from Ilan Meret > Tarnstadt @2021-05-02 documented',
      'visited Ilan Meret > Orm @2021-05-02 documented',
    ]);
  });

  it('makes nothing of a table without a known heading', () => {
    expect(linesOf('A\tB\n{Borvex|C}\t{Dalmor|C}')).toEqual([]);
  });
});

describe('other languages', () => {
  it.each([
    [
      'ru',
      'По данным {Минтарн|B}, {Борвекс|C} поставлял детали для {Далмор|C}.',
      ['supplies Борвекс > Далмор <- Минтарн'],
    ],
    ['uk', '{Борвекс|C} постачав деталі для {Далмор|C}.', ['supplies Борвекс > Далмор']],
    [
      'de',
      '{Jonas Pell|P} und {Ilan Meret|P} betrieben die {Borvex GmbH|C}.',
      ['owns_operates Jonas Pell+Ilan Meret > Borvex GmbH'],
    ],
    ['it', '{Jonas Pell|P} è stato arrestato a {Tarn|L}.', ['arrested Jonas Pell > Tarn']],
    ['fr', '{Borvex|C}, basée à {Tarn|L}, se tait.', ['located_in Borvex > Tarn']],
    ['es', '{Borvex|C} negó todo.', ['denies Borvex >  denied not <- Borvex']],
    ['et', '{Jonas Pell|P} vahistati.', ['arrested Jonas Pell > ']],
    ['zh', '{博维|C}生产{K-7|W}。', ['produces 博维 > K-7']],
    ['zh', '{博维|C}向{达摩|C}出售发动机。', ['sold 博维 > 达摩']],
    ['zh', '{博维|C}没有向{达摩|C}出售发动机。', ['sold 博维 > 达摩 not']],
    ['fr', '{Borvex|C} et son directeur ont livré des pompes à {Dalmor|C}.', ['supplies Borvex > Dalmor']],
    ['ru', '{Борвекс|C} находится рядом.', []],
  ] as const)('%s: %s', (language, sentence, expected) => {
    expect(linesOf(sentence, language)).toEqual(expected);
  });
});

describe('every claim', () => {
  const pieces = CASES.map(([sentence]) => sentence);
  const texts = fc
    .array(fc.constantFrom(...pieces, ...NEAR_MISSES, '“', '(', ', and', 'who', 'that'), { maxLength: 8 })
    .map((parts) => parts.join(' '));

  it('rests on an exact quotation, known arguments and a chain that begins with the text itself', () => {
    fc.assert(
      fc.property(texts, (source) => {
        const { claims, cues, text, mentions } = claimsIn(source);
        const known = new Set(mentions.map(({ id }) => id));
        for (const claim of claims) {
          expect(text.slice(claim.start, claim.end)).toBe(claim.quotation);
          expect(claim.quotation.trim()).not.toBe('');
          expect([...claim.subject, ...claim.object, ...claim.theme, ...claim.place].every((id) => known.has(id))).toBe(
            true,
          );
          expect(claim.attribution[0]?.sources).toEqual([SELF]);
          expect(claim.attribution.slice(1).every(({ sources }) => sources.every((id) => known.has(id)))).toBe(true);
        }
        const ids = new Set(claims.map(({ id }) => id));
        expect(ids.size).toBe(claims.length);
        for (const cue of cues) {
          expect(text.slice(cue.start, cue.end)).toBe(cue.text);
          expect(cue.claims.every((id) => ids.has(id))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is plain JSON and the same in every run', () => {
    fc.assert(
      fc.property(texts, (source) => {
        const first = claimsIn(source);
        expect(JSON.parse(JSON.stringify(first))).toEqual(first);
        expect(JSON.stringify(claimsIn(source))).toBe(JSON.stringify(first));
      }),
      { numRuns: 20 },
    );
  });

  it('stays linear on one very long line', () => {
    const line = `${'{Dalmor|C}, the , and '.repeat(20_000)}closed; {Dalmor|C} declined to comment`;
    expect(claimsIn(line).claims.map(({ predicate }) => predicate)).toEqual(['no_comment']);
  });
});
