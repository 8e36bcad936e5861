import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusters, extraction, resolve } from '../../test/entities/made-case.ts';
import type { Decision, DecisionState, Extraction, Mention } from '../model/index.ts';

describe('resolveEntities', () => {
  it.each<[string, Extraction[], string[]]>([
    [
      'a short form and its long form',
      [extraction('a', 'Company|JSC Zarechny Plant Vega', 'Company|Vega')],
      ['a-0 a-1'],
    ],
    [
      'a short form alone in another document',
      [extraction('a', 'Company|JSC Zarechny Plant Vega'), extraction('b', 'Company|Vega')],
      ['a-0 b-0'],
    ],
    ['a surname', [extraction('a', 'Person|Ivan Dornin', 'Person|Dornin')], ['a-0 a-1']],
    ['scripts', [extraction('a', 'Company|ООО «Зарница»'), extraction('b', 'Company|Zarnitsa LLC')], ['a-0 b-0']],
    ['an alias given by the document', [extraction('a', 'Company|Vega Plant', 'Company|Subject One|@0')], ['a-0 a-1']],
    ['an acronym', [extraction('a', 'Organization|Center for Tidal Research', 'Organization|CTR')], ['a-0 a-1']],
    [
      'an acronym explained in another document',
      [
        extraction('a', 'Organization|Center for Tidal Research', 'Organization|CTR|@0'),
        extraction('b', 'Organization|CTR'),
      ],
      ['a-0 a-1 b-0'],
    ],
    ['a weapon and its abbreviation', [extraction('a', 'WeaponSystem|Vepr-3', 'WeaponSystem|V3')], ['a-0 a-1']],
    [
      'a ministry in four wordings',
      [
        extraction('a', 'PublicBody|Norway’s defence ministry', 'PublicBody|the ministry'),
        extraction('b', 'PublicBody|Norwegian Ministry of Defense', 'Organization|Министерство обороны Норвегии'),
      ],
      ['a-0 a-1 b-0 b-1'],
    ],
    ['a country in two languages', [extraction('a', 'Place|Norway'), extraction('b', 'Place|Норвегия')], ['a-0 b-0']],
    [
      'one identifier',
      [extraction('a', 'Company|Vega|inn=7700000001'), extraction('b', 'Company|Orion|inn=77 0000 0001')],
      ['a-0 b-0'],
    ],
    ['one surface typed differently', [extraction('a', 'Company|Vega'), extraction('b', 'Product|Vega')], ['a-0 b-0']],
    [
      'descriptions of one document',
      [extraction('a', '~Person|two Norwegian naval engineers', '~Person|the Norwegian engineers')],
      ['a-0 a-1'],
    ],
    [
      'one full name over documents, though one of them gives it in two scripts',
      [
        extraction('a', 'Company|JSC Zavod Gamma-Lira', 'Company|АО «Завод Гамма-Лира»'),
        extraction('b', 'Company|JSC Zavod Gamma-Lira'),
        extraction('c', 'Company|АО «Завод Гамма-Лира»|@0'),
      ],
      ['a-0 a-1 b-0 c-0'],
    ],
    [
      'a full name that its document also gives as another name of a longer one',
      [
        extraction('a', 'Company|Zarechny Gamma-Lira Bearings LLC', 'Company|Gamma-Lira LLC|@0'),
        extraction('b', 'Company|Gamma-Lira LLC'),
      ],
      ['a-0 a-1 b-0'],
    ],
    [
      'names of one identifier, in whatever spelling of it, and their other mentions',
      [
        extraction('a', 'Company|Vega Marine LLC|inn=7700000001', 'Company|Vega Marine LLC'),
        extraction('b', 'Company|ООО «Полюс»|INN=770 000 0001', 'Company|Полюс'),
        extraction('c', 'Vessel|Lira|imo=9000001', 'Vessel|Orion Star|imo=9000001'),
        extraction('d', 'Vessel|Halcyon|mmsi=273000001', 'Vessel|Halcyon|mmsi=636000001'),
      ],
      ['a-0 a-1 b-0 b-1', 'c-0 c-1', 'd-0 d-1'],
    ],
    [
      'a company and the product in its name, said again and again',
      [
        extraction(
          'a',
          'Company|Tidal Silver Heron Gearbox Co., Ltd.',
          'Company|Gearbox|@0',
          'Company|Gearbox|@0',
          'Company|Gearbox|@0',
        ),
      ],
      ['a-0 a-1 a-2 a-3'],
    ],
  ])('puts together %s', (_, extractions, expected) => expect(clusters(resolve(extractions))).toEqual(expected));

  it.each<[string, Extraction[]]>([
    ['two persons with one surname', [extraction('a', 'Person|Ivan Dornin'), extraction('b', 'Person|Pavel Dornin')]],
    [
      'two patronymics',
      [extraction('a', 'Person|Ivan Petrovich Dornin'), extraction('b', 'Person|Ivan Sergeyevich Dornin')],
    ],
    ['companies that share a generic word', [extraction('a', 'Company|Vega Trading LLC', 'Company|Orion Trading LLC')]],
    [
      'a name and one that holds a respelling of it',
      [extraction('a', 'Company|KBT Kometa', 'Company|Orlova KBT Cometa Holding')],
    ],
    ['models of one family', [extraction('a', 'WeaponSystem|Vepr-3', 'WeaponSystem|Vepr-A1', 'WeaponSystem|Vepr')]],
    ['a capital and its government', [extraction('a', 'Place|Oslo', 'PublicBody|Oslo')]],
    ['a country and its government', [extraction('a', 'Place|Norway', 'PublicBody|Norwegian government')]],
    [
      'two ministries',
      [extraction('a', 'PublicBody|Norway’s defence ministry', 'PublicBody|Norway’s foreign ministry')],
    ],
    ['look-alikes from two scripts', [extraction('a', 'Company|Рома'), extraction('b', 'Company|Poma')]],
    [
      'two identifiers',
      [extraction('a', 'Company|Vega|inn=7700000001'), extraction('b', 'Company|Vega|inn=7700000002')],
    ],
    [
      'a tax office and a bank that two companies share',
      [
        extraction('a', 'Company|Vega|kpp=770101001', 'Company|Orion|kpp=770101001'),
        extraction('b', 'Company|Lira|bic=TIDXXX22', 'Company|Polyus|bic=TIDXXX22'),
      ],
    ],
    [
      'two identifiers of companies with one full name',
      [
        extraction('a', 'Company|JSC Zavod Vega|ogrn=1020000000001'),
        extraction('b', 'Company|АО «Завод Вега»|ogrn=1020000000002'),
      ],
    ],
    [
      'a company and the product in its name',
      [extraction('a', 'Company|Tidal Silver Heron Gearbox Co., Ltd.', 'Company|Gearbox|@0')],
    ],
    [
      'a company and the product in its name, whichever comes first',
      [extraction('a', 'Company|Gearbox', 'Company|Tidal Silver Heron Gearbox Co., Ltd.|@0')],
    ],
    [
      'a company and the product its name begins with',
      [extraction('a', 'Company|Gearbox Vega Lira', 'Company|Gearbox')],
    ],
    ['a place and a body of it', [extraction('a', 'PublicBody|Sudmark Ministry of Trade', 'PublicBody|Sudmark|@0')]],
    [
      'a place and a body of it, said in whatever way',
      [extraction('a', 'Organization|Customs Department of Sudmark', 'Organization|Sudmark')],
    ],
    [
      'descriptions of two documents',
      [extraction('a', '~Organization|officials'), extraction('b', '~Organization|officials')],
    ],
    [
      'two names joined by "and", wherever else they stand',
      [
        extraction('a', 'Person|Ada Orne', 'Person|Ada Orne Marsh|&', 'Person|Dornin', 'Person|Ivan Dornin|&'),
        extraction('b', 'Company|Vega', 'Company|Vega Marine LLC|&'),
      ],
    ],
    [
      'descriptions of parties with a head word in common',
      [
        extraction('a', '~Company|Norwegian trading firm', '~Company|the firm', '~Company|Danish firm'),
        extraction('b', '~Company|Norwegian companies', '~Company|Norwegian companies'),
        extraction('c', '~Person|two Norwegian engineers', '~Person|the engineers'),
      ],
    ],
    ['something announced as another', [extraction('a', '~Document|documents', '~Document|another document')]],
  ])('keeps apart %s', (_, extractions) => {
    const mentions = extractions.flatMap((one) => one.mentions.map(({ id }) => id));
    expect(clusters(resolve(extractions))).toEqual(mentions.sort());
  });

  it('keeps what a first, doubtful name of a document brought together without it', () => {
    const resolution = resolve([
      extraction(
        'a',
        'Company|Gearbox',
        'Company|Tidal Silver Heron Gearbox Co., Ltd.|@0',
        'Company|Subject One|@0',
        'Company|Silver Heron|@0',
      ),
    ]);
    expect(clusters(resolution)).toEqual(['a-0', 'a-1 a-2 a-3']);
  });

  it('leaves a surname that fits two persons alone and says so', () => {
    const { entities, judgements } = resolve([
      extraction('a', 'Person|Ivan Dornin', 'Person|Pavel Dornin', 'Person|Dornin'),
    ]);
    expect(entities).toHaveLength(3);
    expect(judgements.filter(({ verdict }) => verdict === 'unsure').map(({ left, right }) => [left, right])).toEqual([
      ['a-0', 'a-2'],
      ['a-1', 'a-2'],
    ]);
  });

  it('takes case endings of the document’s language off, where the bare name is attested', () => {
    const extractions = [
      extraction('a', 'Person|Karl Brandt'),
      extraction('b', 'Person|Karl Brandti', 'Person|Karl Brandtow'),
    ];
    expect(clusters(resolve(extractions, [], 'et'))).toContain('a-0 b-0');
    expect(clusters(resolve(extractions, [], 'et'))).toContain('b-1');
  });

  it('says what it is: type by votes, its name, country, identifiers', () => {
    const extractions = [
      extraction('a', 'Company|JSC Vega Plant|inn=7700000001', 'Company|Vega', 'Product|Vega'),
      extraction('b', 'PublicBody|Norwegian Ministry of Defense'),
    ];
    const { entities } = resolve(extractions);
    expect(entities.find(({ type }) => type === 'Company')).toMatchObject({
      canonical: 'JSC Vega Plant',
      named: true,
      names: [
        { text: 'Vega', script: 'Latn', count: 2 },
        { text: 'JSC Vega Plant', script: 'Latn', count: 1 },
      ],
      identifiers: { inn: ['7700000001'] },
      country: null,
    });
    expect(entities.find(({ type }) => type === 'PublicBody')?.country).toBe('NO');
  });
});

let made = 0;
function judged(kind: 'same' | 'not-same', left: Mention, right: Mention): DecisionState {
  const anchor = (mention: Mention) => ({
    document: mention.id.split('-')[0] ?? '',
    start: mention.start,
    end: mention.end,
    surface: mention.text,
  });
  const content = { kind, left: anchor(left), right: anchor(right) };
  const decision: Decision = { id: `d${made++}`, who: 'editor', when: '2031-01-01T00:00:00Z', comment: '', content };
  return { decision, state: 'applied', detail: '' };
}

describe('persons’ judgements', () => {
  const a = extraction('a', 'Company|Vega Plant', 'Company|Vega', 'Company|Vega');
  const b = extraction('b', 'Company|Vega Plant', 'Company|Orion');
  const at = (one: Extraction, n: number) => one.mentions[n]!;

  it('puts together what no rule would, and keeps apart what every rule would join', () => {
    expect(clusters(resolve([a, b], [judged('same', at(a, 0), at(b, 1))]))).toEqual(['a-0 a-1 a-2 b-0 b-1']);
    expect(clusters(resolve([a, b], [judged('not-same', at(a, 0), at(b, 0))]))).toEqual(['a-0 a-1 a-2', 'b-0', 'b-1']);
    expect(clusters(resolve([a, b], [judged('not-same', at(a, 1), at(a, 2))]))).toHaveLength(3);
  });

  it('outweigh identifiers', () => {
    const c = extraction('c', 'Company|Vega|inn=7700000001', 'Company|Orion|inn=7700000001');
    expect(clusters(resolve([c], [judged('not-same', at(c, 0), at(c, 1))]))).toEqual(['c-0', 'c-1']);
    const d = extraction('d', 'Company|Vega|inn=7700000001', 'Company|Orion|inn=7700000002');
    expect(clusters(resolve([d], [judged('same', at(d, 0), at(d, 1))]))).toEqual(['d-0 d-1']);
  });

  it('a later decision wins over an earlier one that it contradicts; both stay on record', () => {
    const { entities, judgements } = resolve(
      [a, b],
      [judged('same', at(a, 0), at(b, 1)), judged('not-same', at(a, 0), at(b, 1))],
    );
    expect(entities).toHaveLength(2);
    expect(judgements.filter(({ by }) => by.kind === 'person').map(({ verdict }) => verdict)).toEqual([
      'unsure',
      'not-same',
    ]);
  });
});

describe('properties', () => {
  const surface = fc.constantFrom(
    'Person|Ivan Dornin',
    'Person|Dornin',
    'Person|Pavel Dornin',
    'Company|JSC Vega Plant',
    'Company|Vega',
    'Company|ООО Вега',
    'Company|Vega Plant LLC',
    'Company|Gearbox|@0',
    'Company|Orion Trading|inn=7700000001',
    'Company|Vega Trading|inn=7700000002',
    'PublicBody|the ministry',
    'PublicBody|Norway’s defence ministry',
    'Place|Norway',
    '~Person|Norwegian engineers',
    '~Person|the engineers',
    'WeaponSystem|Vepr-3',
    'WeaponSystem|V3',
  );
  const someCase = fc
    .array(fc.array(surface, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 })
    .map((documents) => documents.map((lines, n) => extraction(`doc${n}`, ...lines)));

  it('every mention is in exactly one entity, and the order of the input does not matter', () => {
    fc.assert(
      fc.property(someCase, (extractions) => {
        const resolution = resolve(extractions);
        const all = extractions.flatMap((one) => one.mentions.map(({ id }) => id)).sort();
        expect(resolution.entities.flatMap(({ mentions }) => mentions).sort()).toEqual(all);
        const turned = extractions.toReversed().map((one) => ({ ...one, mentions: one.mentions.toReversed() }));
        expect(JSON.stringify(resolve(turned))).toBe(JSON.stringify(resolution));
      }),
    );
  });

  it('every judgement says what was compared', () => {
    fc.assert(
      fc.property(someCase, (extractions) => {
        for (const { reasons } of resolve(extractions).judgements) {
          expect(reasons.length).toBeGreaterThan(0);
          for (const { left, right } of reasons) expect(left + right).not.toBe('');
        }
      }),
    );
  });

  it('what a person parted is never reunited, what a person joined never parted', () => {
    fc.assert(
      fc.property(someCase, fc.nat(), fc.nat(), fc.boolean(), (extractions, i, j, same) => {
        const mentions = extractions.flatMap((one) => one.mentions);
        const [left, right] = [mentions[i % mentions.length]!, mentions[j % mentions.length]!];
        fc.pre(left !== right);
        const { entities } = resolve(extractions, [judged(same ? 'same' : 'not-same', left, right)]);
        const together = entities.some(
          (entity) => entity.mentions.includes(left.id) && entity.mentions.includes(right.id),
        );
        expect(together).toBe(same);
      }),
    );
  });
});

describe('a name of one word that documents type differently', () => {
  const guessed = ({ mentions, ...rest }: Extraction): Extraction => ({
    ...rest,
    mentions: mentions.map((mention) => ({ ...mention, typeScore: 0.4 })),
  });
  const places = [extraction('a', 'Place|Orlovka'), extraction('b', 'Place|Orlovka')];

  it('is a place where one document only guessed otherwise', () => {
    const { entities } = resolve([...places, guessed(extraction('c', 'Company|Orlovka'))]);
    expect(entities.map(({ type, mentions }) => [type, mentions.length])).toEqual([['Place', 3]]);
  });

  it('stays a company where its document is sure', () => {
    const { entities } = resolve([...places, extraction('c', 'Company|Orlovka')]);
    expect(entities.map(({ type }) => type).sort()).toEqual(['Company', 'Place']);
  });

  it.each([
    ['Company|Dubona', 'Company|Dub\u043ena'],
    ['Company|Vesna Plant JSC', 'Company|Vesna Pl\u0430nt JSC'],
    ['Person|Orla Marsh', 'Person|Orl\u0430 Marsh'],
  ])('neither merges nor loses a name with a letter of another script: %s', (left, right) => {
    const resolution = resolve([extraction('a', left), extraction('b', right)]);
    expect(clusters(resolution)).toEqual(['a-0', 'b-0']);
    const [judgement] = resolution.judgements;
    expect(judgement).toMatchObject({ left: 'a-0', right: 'b-0', verdict: 'unsure' });
    expect(judgement?.reasons[0]?.feature).toBe('mixed-script');
  });
});
