import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, Mention } from '../model/index.ts';
import { segment } from '../passages/index.ts';
import { loadLexicons } from '../providers/lexicons.ts';
import { findMentions } from './index.ts';

const lexicons = loadLexicons();

function documentOf(text: string, language: string): Document {
  return {
    id: 'd',
    name: 'd.txt',
    mediaType: 'text/plain',
    size: text.length,
    text,
    textHash: '',
    language,
    encoding: 'utf-8',
    metadata: { title: null, author: null, publisher: null, published: null, url: null, fields: {} },
    pages: [],
    blocks: [],
    parent: null,
    status: 'parsed',
    problems: [],
    reader: 'txt/1',
  };
}

function mentionsIn(text: string, language = 'en'): readonly Mention[] {
  const document = documentOf(text, language);
  return findMentions(document, segment(document, lexicons), lexicons).mentions;
}

const short: Readonly<Record<string, string>> = { WeaponSystem: 'Weapon', PublicBody: 'Body', Organization: 'Org' };
const show = (mentions: readonly Mention[]): string[] => mentions.map((m) => `${m.text}/${short[m.type] ?? m.type}`);
const named = (text: string, language?: string): string[] => show(mentionsIn(text, language).filter((m) => m.named));
const described = (text: string): string[] => show(mentionsIn(text).filter((m) => !m.named));

type Case = [text: string, expected: readonly string[]];
type ForeignCase = [text: string, expected: readonly string[], language: string];

const ENGLISH: readonly Case[] = [
  [
    'The U.S. Treasury Department said on Tuesday that Gulf Horizon Shipping Ltd, based in Dubai, had helped Iran’s army.',
    ['U.S. Treasury Department/Body', 'Gulf Horizon Shipping Ltd/Company', 'Dubai/Place', 'Iran’s army/Body'],
  ],
  [
    'A spokesperson for Borealis Optics GmbH, Anna Keller, declined to comment. Keller said nothing.',
    ['Borealis Optics GmbH/Company', 'Anna Keller/Person', 'Keller/Person'],
  ],
  ['Russian Foreign Minister Ivan Semenov met him.', ['Ivan Semenov/Person']],
  // Invisible characters split no name, and stay in its quotation.
  [
    'Borea\u200blis Op\u2060tics Gm\ufeffbH paid Anna Kel\u{e0061}ler on Monday.',
    ['Borea\u200blis Op\u2060tics Gm\ufeffbH/Company', 'Anna Kel\u{e0061}ler/Person'],
  ],
  [
    'The Russian Ministry of Defence and Ukraine’s foreign ministry met.',
    ['Russian Ministry of Defence/Body', 'Ukraine’s foreign ministry/Body'],
  ],
  [
    'Experts at the Institute for Science and Trade (IST) agreed. IST is in Rome.',
    ['Institute for Science and Trade/Org', 'IST/Org', 'IST/Org', 'Rome/Place'],
  ],
  [
    'Its T9X-5, T9X-6 and T9X-7 drones use chips from Lucky Wind Electronics Co., Ltd.',
    ['T9X-5/Weapon', 'T9X-6/Weapon', 'T9X-7/Weapon', 'Lucky Wind Electronics Co., Ltd./Company'],
  ],
  ['The tanker Blue Heron left Astrakhan.', ['Blue Heron/Vessel', 'Astrakhan/Place']],
  ['They landed at the Borsk test site in Kazakhstan’s steppe.', ['Borsk test site/Place', 'Kazakhstan/Place']],
  ['An Iran-based trader and Chinese-made parts.', ['Iran/Place']],
  ['Moscow denied it. A man in Moscow agreed.', ['Moscow/Body', 'Moscow/Place']],
  ['The Kremlin was silent. He left the Kremlin.', ['The Kremlin/Body', 'Kremlin/Body']],
  ['He told Reuters and the Daily Lantern newspaper.', ['Reuters/Publication', 'Daily Lantern/Publication']],
  ['Read it on www.daily-lantern.com today.', ['www.daily-lantern.com/Publication']],
  ['Joint Stock Company "Plant Romashka" makes bolts.', ['Joint Stock Company "Plant Romashka"/Company']],
  ['Norwegian police arrested him under EU and U.S. sanctions.', ['Norwegian police/Body', 'EU/Body', 'U.S./Body']],
];

const OTHER: readonly ForeignCase[] = [
  [
    'Министерство обороны России и ООО «Ромашка» молчат.',
    ['Министерство обороны России/Body', 'ООО «Ромашка»/Company'],
    'ru',
  ],
  ['Директор завода Иван Петрович Сидоров работает в Китае.', ['Иван Петрович Сидоров/Person', 'Китае/Place'], 'ru'],
  ['Дроны «Ромашка-10» купила фирма «Северные системы».', ['Ромашка-10/Weapon', 'Северные системы/Company'], 'ru'],
  [
    'Служба безпеки України назвала ТОВ «Квітка» з Харкова.',
    ['Служба безпеки України/Body', 'ТОВ «Квітка»/Company', 'Харкова/Place'],
    'uk',
  ],
  [
    'Die Firma Muster Maschinenbau GmbH lieferte Waren nach Russland.',
    ['Muster Maschinenbau GmbH/Company', 'Russland/Place'],
    'de',
  ],
  [
    'Das russische Verteidigungsministerium und Hans Müller schwiegen.',
    ['russische Verteidigungsministerium/Body', 'Hans Müller/Person'],
    'de',
  ],
  [
    'Il governo cinese e la Prova Aerea S.p.A. di Milano.',
    ['governo cinese/Body', 'Prova Aerea S.p.A./Company', 'Milano/Place'],
    'it',
  ],
  [
    'Le ministère russe de la Défense et la société Essai Aviation SARL.',
    ['ministère russe de la Défense/Body', 'Essai Aviation SARL/Company'],
    'fr',
  ],
  [
    'El Ministerio de Defensa de Rusia y Prueba Aviones S.A.',
    ['Ministerio de Defensa de Rusia/Body', 'Prueba Aviones S.A./Company'],
    'es',
  ],
  [
    'Tehnika saadeti Venemaale ja FSB-le, teatas USA kaitseministeerium.',
    ['Venemaale/Place', 'FSB/Body', 'USA kaitseministeerium/Body'],
    'et',
  ],
  [
    '深圳市明星科技有限公司向俄罗斯出口芯片，总经理王建国表示。',
    ['深圳市明星科技有限公司/Company', '俄罗斯/Place', '王建国/Person'],
    'zh',
  ],
];

const DESCRIBED: readonly Case[] = [
  [
    'Two senior European officials and a person familiar with the matter spoke.',
    ['Two senior European officials/Org', 'person familiar with the matter/Org'],
  ],
  [
    'According to invoices and bank statements, Chinese experts met a Turkish trading firm.',
    ['invoices and bank statements/Document', 'Chinese experts/Person', 'Turkish trading firm/Company'],
  ],
  ['Documents reviewed by Reuters show it.', ['Documents reviewed by Reuters/Document']],
  ['The invasion of Georgia began.', ['invasion of Georgia/Event']],
];

describe('findMentions', () => {
  it.each(ENGLISH)('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it.each(OTHER)('%s', (text, expected, language) => {
    expect(named(text, language)).toEqual(expected);
  });

  it.each([
    ['Documents show that officials met experts in May. They left on Monday.'],
    ['However, the company said it was a mistake. Several people agreed.'],
    ['The President spoke. The Chinese and the Russians listened.'],
    ['I paid 5 USD on 12 May 2024 for Russian military drones.'],
    ['Strategic Implications\n\nBoxes arrived at the port, and nobody knew why they had come.'],
  ])('names nothing in: %s', (text) => {
    expect(named(text)).toEqual([]);
  });

  it.each(DESCRIBED)('describes in: %s', (text, expected) => {
    expect(described(text)).toEqual(expected);
  });

  it('goes back from short forms to the first mention of the name', () => {
    const text =
      'Acme Research Institute (ARI) hired Ivan Roe. Roe left ARI. Ukraine’s foreign ministry knew it. The ministry said so.';
    const mentions = mentionsIn(text).filter((m) => m.named);
    const first = (m: Mention) => mentions.find((other) => other.id === m.sameAs)?.text ?? null;
    expect(mentions.map((m) => [m.text, first(m)])).toEqual([
      ['Acme Research Institute', null],
      ['ARI', 'Acme Research Institute'],
      ['Ivan Roe', null],
      ['Roe', 'Ivan Roe'],
      ['ARI', 'Acme Research Institute'],
      ['Ukraine’s foreign ministry', null],
      ['The ministry', 'Ukraine’s foreign ministry'],
    ]);
  });

  it.each([
    ['Ada Orne and Orne Marsh met. Anna Orne left.', []],
    ['Ada Orne and Orne’s lawyers met.', ['Orne = Ada Orne']],
  ])('counts names joined by "and" as two: %s', (text, expected) => {
    const mentions = mentionsIn(text);
    const byId = new Map(mentions.map((mention) => [mention.id, mention.text]));
    expect(mentions.flatMap((m) => (m.sameAs === null ? [] : [`${m.text} = ${byId.get(m.sameAs)}`]))).toEqual(expected);
  });

  it('chooses the antecedent that stood in the same role', () => {
    const text =
      'A report to the Russian defence ministry exists. China’s foreign ministry denied it. In a report to the ministry they said more. The ministry denied that too.';
    const mentions = mentionsIn(text).filter((m) => m.named);
    const ends = mentions.slice(2).map((m) => mentions.find((other) => other.id === m.sameAs)?.text);
    expect(ends).toEqual(['Russian defence ministry', 'China’s foreign ministry']);
  });

  it('types a name once for the whole document', () => {
    const types = mentionsIn('Zorvex drones flew. Many saw Zorvex. A man spoke of Zorvex.').map((m) => m.type);
    expect(types).toEqual(['WeaponSystem', 'WeaponSystem', 'WeaponSystem']);
  });

  it('puts stated identifiers on the name before them', () => {
    const [company, tanker] = mentionsIn('Vostok Trade LLC (INN 7707083893) owns the tanker Blue Heron (IMO 9074729).');
    expect(company?.identifiers).toEqual({ inn: '7707083893' });
    expect(tanker?.identifiers).toEqual({ imo: '9074729' });
  });

  it('names users of a forum and titles listed as sources', () => {
    const body =
      'Acme Bolts shipped twelve crates of bolts to a warehouse in Georgia in May, according to three people who saw the papers and to the papers, which list every crate of them all.';
    const forum = `${body}\n\n${body}\n\n  bolt_fan77OP\n    reply\n    3 days ago\n\n    I have seen it.`;
    expect(named(forum)).toContain('bolt_fan77/Person');
    expect(named(`${body}\n\n${body}\n\nSources:\n\n1. Bolts Go North: The Papers`)).toContain(
      'Bolts Go North: The Papers/Document',
    );
  });

  it('quotes the text under each span, names without overlap, the same in every run', () => {
    const piece = fc.constantFrom(
      'Acme ',
      'Bolts ',
      'Ltd',
      ', ',
      '. ',
      'of ',
      'the ministry ',
      'Russia’s ',
      'Ivan Roe ',
      '«',
      '»',
      '“',
      '”',
      'X-12 ',
      'drone ',
      'Иван ',
      '公司',
      '中国',
      '\n',
      '\n\n',
      '(',
      ')',
      'and ',
      'U.S. ',
      '5 ',
      'Moscow ',
      'said ',
    );
    const language = fc.constantFrom('en', 'ru', 'de', 'zh', 'et', 'fr', 'und');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), language, (pieces, lang) => {
        const text = pieces.join('');
        const mentions = mentionsIn(text, lang);
        let end = 0;
        for (const mention of mentions) {
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
          expect(mention.text).toBe(mention.text.trim());
          if (!mention.named) continue;
          expect(mention.start).toBeGreaterThanOrEqual(end);
          end = mention.end;
        }
        const ids = new Set(mentions.map((m) => m.id));
        expect(ids.size).toBe(mentions.length);
        for (const mention of mentions) if (mention.sameAs) expect(ids).toContain(mention.sameAs);
        expect(mentionsIn(text, lang)).toEqual(mentions);
      }),
      { numRuns: 150 },
    );
  });

  it('stays fast on one endless line', () => {
    for (const unit of ['Acme ', 'Acme, ', 'U.S. ', '北京公司']) {
      expect(mentionsIn(unit.repeat(20_000 / unit.length)).length).toBeGreaterThanOrEqual(0);
    }
  }, 20_000);
});
