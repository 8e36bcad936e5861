import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicons } from '../providers/index.ts';
import { sentenceRules } from './sentence-rules.ts';
import { splitSentences } from './sentences.ts';

const lexicons = loadLexicons();
const split = (text: string, language = 'en') =>
  splitSentences(text, { start: 0, end: text.length }, sentenceRules(lexicons, language)).map((s) =>
    text.slice(s.start, s.end),
  );

/** `|` marks where a sentence must end, and nowhere else. */
const CASES: readonly (readonly [language: string, marked: string])[] = [
  ['en', 'Mr. Doe met Dr. Roe.| They left.'],
  ['en', 'The novel by J. K. Poe sold well.| It was short.'],
  ['en', 'It is under U.S. Treasury sanctions.| The firm denied it.'],
  ['en', 'He lives in the U.S.| He works from home.'],
  ['en', 'Acme Co. Ltd. Chairman Doe resigned.| No one followed.'],
  ['en', 'The goods went to Acme Ltd.| The company denied it.'],
  ['en', 'It costs 3.5 million.| No. 5 is missing.| The answer was no.| Others agreed.'],
  ['en', '“It was long.”| “It was short,” she said.'],
  ['en', '“Why?” he asked.| “Because.”| They left.'],
  ['en', 'They met […] in a hall.| Then they left.'],
  ['en', 'They waited ... and left.| Nobody came...| Then it rained.'],
  ['en', 'Was it true?!| Yes!| It was.'],
  ['en', '1. First title here|\n2. Second title here'],
  ['en', 'Items:|\n• one thing|\n• another thing'],
  ['en', 'A heading without stop|\n\nA paragraph follows'],
  ['en', 'A short heading|\nThe paragraph that follows it is rather long, and it ends here.'],
  [
    'en',
    'This line was wrapped by a mail program at about seventy columns, and\nMr. Doe knew it when he read on, because the sentence had not ended\nbefore the break.| A second one.',
  ],
  ['en', 'Killed by it.[1]| The rest followed.'],
  ['en', 'The parts came from the company.|In 2023 they stopped.'],
  ['en', 'See www.acme-example.com for more.| It is free.'],
  ['en', 'Sanctions vs. the firm, e.g. a ban, etc. were lifted.| So it said.'],
  ['ru', 'А. С. Иванов живёт на ул. Ленина, д. 5.| Он работает с 2019 г. в Москве.'],
  ['ru', 'Завод выпустил 3 тыс. изделий, т.е. больше плана.| Это рекорд.'],
  ['ru', '«Мы не знаем».| Так он сказал.'],
  ['ru', '«Мы не знаем!» — сказал он.| Потом ушёл.'],
  ['uk', 'Він народився у 1980 р. в м. Київ.| Тепер живе за кордоном.'],
  ['de', 'Am 28. Februar kam der 3. Zug.| Die Fahrt dauerte bis 2022.| Das war lang.'],
  ['de', 'Dr. Muster von der Muster GmbH kam z. B. nie.| Er blieb zu Hause.'],
  ['it', 'Il sig. Rossi della Prova S.p.A. è partito.| Non è tornato.'],
  ['fr', 'M. Dupont a parlé à Mme. Durand.| Elle a ri.'],
  ['et', '28. veebruaril 2022 tuli kiri.| See oli pikk.'],
  ['zh', '公司在北京。|它生产零件！|“真的吗？”|是的。'],
  // A name after a legal form opens a sentence where it has a verb of its own and something was said before.
  ['en', 'The yard belongs to Orle Bolts Ltd.| Vantor Rope Limited bought it in May.'],
  ['en', 'It was sold to Orle Inc.| Mira Vantor owns the rest.| The press went to Orle Corp.| Bolts followed.'],
  ['en', 'The yard belongs to Orle Co.| Jan van der Vantor runs it.'],
  ['en', 'The papers name Tom Orle Jr.| Anna Vantor signed them.'],
  ['en', 'He moved to the U.S.| Anna Vantor stayed.| They met in the U.S. Virgin Islands.'],
  ['en', 'They fined Orle Ltd.| Vantor Rope Ltd, based in Examplia, paid.'],
  ['en', 'They asked Acme Inc. President Mira Doe about it.| She left.'],
  ['en', 'The head of Acme Inc. Mira Doe resigned.| A part of Acme Inc. Rope and Bolts was sold.'],
  ['en', 'In 2019 Acme Inc. Vantor Rope Ltd. and others met.| They paid Orle Co. Ltd. in May.'],
  ['de', 'Der Hof gehört der Orle Inc.| Karl Vantor besitzt den Rest.| Orle & Co. KG zahlte.'],
  ['de', 'Der Geschäftsführer der Orle Inc. Karl Vantor zahlte.'],
  ['es', 'La nave pertenece a Orle S.A.| Juan Vantor posee el resto.'],
  ['es', 'El director de Orle S.A. Juan Vantor pagó.| La firma Orle S.A. de C.V. pagó.'],
  ['it', 'Il cortile appartiene alla Orle S.p.A.| Mario Vantor possiede il resto.'],
  ['pl', 'Plac należy do Orle S.A.| Jan Vantor posiada resztę.'],
  ['pl', 'Powiedział o tym prezes Orle S.A. Jan Vantor.'],
  ['cs', 'Dvůr patří firmě Orle s.r.o.| Jan Vantor vlastní zbytek.'],
  ['und', 'One here. Two there.'.replace('. T', '.| T')],
];

describe('splitSentences', () => {
  it.each(CASES)('%s: %s', (language, marked) => {
    const expected = marked.split('|').map((part) => part.trim());
    expect(split(marked.replaceAll('|', ''), language)).toEqual(expected);
  });

  it('covers every visible character once, in order', () => {
    const piece = fc.constantFrom(
      'A',
      'b',
      '. ',
      '.',
      '\n',
      '\n\n',
      ' ',
      '“',
      '”',
      '…',
      '。',
      '5',
      'Mr.',
      '•',
      'Ж',
      '[…]',
      '𝒳',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const spans = splitSentences(text, { start: 0, end: text.length }, sentenceRules(lexicons, 'en'));
        let at = 0;
        for (const { start, end } of spans) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  it('stays inside its span and cuts what has no end', () => {
    const text = `before. ${'word '.repeat(2000)}after`;
    const spans = splitSentences(text, { start: 8, end: text.length - 6 }, new Set());
    expect(spans[0]?.start).toBe(8);
    expect(spans.length).toBeGreaterThan(3);
    for (const span of spans) expect(span.end - span.start).toBeLessThanOrEqual(3000);
    expect(spans.at(-1)?.end).toBeLessThanOrEqual(text.length - 6);
  });

  it('takes a plain set of abbreviations', () => {
    const text = 'See zz. Here it is. Next';
    expect(splitSentences(text, { start: 0, end: text.length }, new Set(['zz.']))).toHaveLength(2);
  });
});
