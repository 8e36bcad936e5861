import { describe, expect, it } from 'vitest';
import type { Document, Mention } from '../model/index.ts';
import { segment } from '../passages/index.ts';
import { loadLexicons } from '../providers/lexicons.ts';
import { findMentions } from './index.ts';

const lexicons = loadLexicons();

function mentionsIn(text: string, language: string): readonly Mention[] {
  const document: Document = {
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
  return findMentions(document, segment(document, lexicons), lexicons).mentions.filter((m) => m.named);
}

type Case = [text: string, expected: readonly string[], language?: string];

const NAMES: readonly Case[] = [
  // Labels of fields and heads of tables.
  ['Consignee: Brasov Widgets LLC\nGrand Total: USD 12', ['Brasov Widgets LLC/Company']],
  ['Subject: Re: gear crates', []],
  ['Покупатель: ООО «Ромашка»\nГрузополучатель: АО «Липа»', ['ООО «Ромашка»/Company', 'АО «Липа»/Company'], 'ru'],
  ['Item Description\tQuantity Unit price\tAmount', []],
  // A name that stands behind a label or reads like one stays.
  ['Purpose: they paid an advance to Purpose Widgets LLC.', ['Purpose Widgets LLC/Company']],
  // Lines and cells end names, and so does another script.
  [
    'Consignee: Tolvex Gear LLC, Murkovsk\nГрузополучатель: ООО «Толвекс»',
    ['Tolvex Gear LLC/Company', 'Murkovsk/Place', 'ООО «Толвекс»/Company'],
  ],
  // Numbered papers and terms of delivery.
  ['They paid Invoice QX-2031-77 on Monday.', []],
  ['Delivery terms: FOB Novorossiysk.', ['Novorossiysk/Place']],
  // Words that only begin a sentence.
  ['Pursuant to the rules, Tolvex Gear LLC paid.', ['Tolvex Gear LLC/Company']],
  ['Приехали трое механиков. Механики работают в ООО «Липа».', ['ООО «Липа»/Company'], 'ru'],
  // Initials belong to the person.
  ['Просим допустить к директору завода П. Р. Лопухину двух механиков.', ['П. Р. Лопухину/Person'], 'ru'],
  ['Начальник отдела\nП. Р. Лопухов', ['П. Р. Лопухов/Person'], 'ru'],
  // A company's name ends with its legal form, whatever follows; so does a line, and a gap between columns.
  ['They paid Orle Bolts GmbH EUR 4,000 and Mira Vantor GBP 700.', ['Orle Bolts GmbH/Company', 'Mira Vantor/Person']],
  [
    'They paid Orle Inc. USD 5,000, Vantor LLC US$8,000 and Roe AG 90 CHF.',
    ['Orle Inc./Company', 'Vantor LLC/Company', 'Roe AG/Company'],
  ],
  ['The yard is let to Orle Bolts Ltd. It is new.', ['Orle Bolts Ltd./Company']],
  ['The yard is let to Orle Bolts Ltd. Mira Vantor.', ['Orle Bolts Ltd./Company', 'Mira Vantor/Person']],
  ['Orle Bolts GmbH    Vantor Agro Trade LLP', ['Orle Bolts GmbH/Company', 'Vantor Agro Trade LLP/Company']],
  [
    'Zarnitsa JSC Orle GmbH; Vantor & Co. Rope Limited',
    ['Zarnitsa JSC/Company', 'Orle GmbH/Company', 'Vantor & Co. Rope Limited/Company'],
  ],
  ['They met Vantor Co., Ltd. and Orle GmbH & Co. KG.', ['Vantor Co., Ltd./Company', 'Orle GmbH & Co. KG/Company']],
  ['They sued Orle AG Vienna Branch and LLC Vantor.', ['Orle AG Vienna Branch/Company', 'LLC Vantor/Company']],
  ['The LLP and the GmbH were new.', []],
  // Lists of persons: the family name first, or capitals throughout.
  [
    'ORLE/PETER MR, VAN DER VANTOR/ANNA MRS; ROE/JOHNMR',
    ['ORLE/PETER/Person', 'VAN DER VANTOR/ANNA/Person', 'ROE/JOHN/Person'],
  ],
  ['The deed names VANTOR, Karl Johan, as its owner.', ['VANTOR, Karl Johan/Person']],
  [
    'Vantor, Jan van den, owns it. Orle Jr., Ilze owns it, too.',
    ['Vantor, Jan van den/Person', 'Orle Jr., Ilze/Person'],
  ],
  ['1. Orle, Anna Maria; 2. Vantor, Tomas J.', ['Orle, Anna Maria/Person', 'Vantor, Tomas J/Person']],
  ['JOHN VANTOR owns it. VANTOR Anna signed.', ['JOHN VANTOR/Person', 'VANTOR Anna/Person']],
  ['ДОРНИН, Павел Иванович и ПАВЕЛ ДОРНИН', ['ДОРНИН, Павел Иванович/Person', 'ПАВЕЛ ДОРНИН/Person'], 'ru'],
  [
    'They met Vantor, Anna and Peter. In Riga, John slept.',
    ['Vantor/Company', 'Anna/Person', 'Peter/Person', 'Riga/Place', 'John/Person'],
  ],
  ['JOHN VANTOR Ltd and ORLE/VANTOR paid.', ['JOHN VANTOR Ltd/Company', 'ORLE/VANTOR/Company']],
  // A nation is no short name of its ministry.
  [
    'The Zubrovia Ministry of Trade listed it. Any person in Zubrovia must comply.',
    ['Zubrovia Ministry of Trade/PublicBody', 'Zubrovia/Place'],
  ],
];

describe('mentions of records', () => {
  it.each(NAMES)('%s', (text, expected, language = 'en') => {
    expect(mentionsIn(text, language).map((m) => `${m.text}/${m.type}`)).toEqual(expected);
  });

  it('never takes a nation for its ministry', () => {
    const [ministry, nation] = mentionsIn('The Zubrovia Ministry of Trade said so in Zubrovia.', 'en');
    expect(nation?.sameAs).not.toBe(ministry?.id);
  });

  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['The seller is Tolvex Gear LLC, INN 7712345671', 'Tolvex Gear LLC', { inn: '7712345671' }],
    ['ООО «Липа»\nИНН 7712345671', 'ООО «Липа»', { inn: '7712345671' }],
    [
      'The seller is Tolvex Gear LLC, Murkovsk, 5 Mill Street, INN 7712345671',
      'Tolvex Gear LLC',
      { inn: '7712345671' },
    ],
    ['Tolvex Gear LLC met buyers who were told of INN 7712345671', 'Tolvex Gear LLC', {}],
  ])('identifiers of %s', (text, name, identifiers) => {
    // Alone a line would be a heading, where capitals tell nothing.
    const letter = `${text}.\n\nThey paid the bill on Monday and the goods left the port.`;
    expect(mentionsIn(letter, 'en').find((m) => m.text === name)?.identifiers).toEqual(identifiers);
  });
});
