import { describe, expect, it } from 'vitest';
import { extraction, resolve } from '../../test/entities/made-case.ts';

describe('names of different documents', () => {
  it.each([
    ['two legal forms', 'Company|OOO Zarechny Vega', 'Company|JSC Zarechny Vega', 'legal-form-conflict'],
    ['a letter more', 'Company|Zarechny Vega-M', 'Company|Zarechny Vega', 'unmatched'],
    ['two letters', 'Company|Zarechny Vega-M', 'Company|Zarechny Vega-K', 'unmatched'],
    ['a town', 'Company|Zarechny Vega Marine Orion LLC Oslo', 'Company|Zarechny Vega Marine Orion LLC', 'unmatched'],
    [
      'a kind of body',
      'Organization|Zarechny Vega Tidal Foundation',
      'Organization|Zarechny Vega Tidal Society',
      'related',
    ],
    ['what may be a slip', 'Person|Ada Orne', 'Person|Ada Orme', 'typo'],
  ])('proposes rather than joins: %s', (_, left, right, feature) => {
    const { entities, judgements } = resolve([extraction('a', left), extraction('b', right)]);
    expect(entities).toHaveLength(2);
    expect(judgements).toMatchObject([{ verdict: 'unsure', left: 'a-0', right: 'b-0' }]);
    expect(judgements[0]?.reasons.map((reason) => reason.feature)).toContain(feature);
  });

  it.each<[string, string[]]>([
    ['models of one family', ['WeaponSystem|Vepr-10', 'WeaponSystem|Vepr-10E', 'WeaponSystem|Vepr-10A']],
    ['ships with another last letter', ['Vessel|Orla E', 'Vessel|Orla Y', 'Vessel|Orla']],
    ['ships with another Roman number', ['Vessel|Orla XI', 'Vessel|Orla XII']],
    ['numbers in the digits of another script', ['Company|مصنع الفجر ٧', 'Company|مصنع الفجر ٨']],
    ['companies with another letter', ['Company|Vega-M', 'Company|Vega-K']],
    ['a bank and an insurer', ['Company|Zorin Karpel', 'Company|Zorin Karpel Bank', 'Company|Zorin Karpel Insurance']],
    ['subsidiaries', ['Company|Zorin Tide', 'Company|Zorin Tide Asia LLC', 'Company|Zorin Tide Europe GmbH']],
    ['two names of which a longer one holds both', ['Person|Ahmad Ali Hasan', 'Person|Ahmad Ali', 'Person|Ali Hasan']],
    ['father and son', ['Person|Mikhail Dornin Jr.', 'Person|Mikhail Dornin Sr.', 'Person|Mikhail Dornin']],
    ['a man and a woman', ['Person|Valentin Orne', 'Person|Valentina Orne']],
    ['countries of similar names', ['Organization|Bank of Niger', 'Organization|Bank of Nigeria']],
    ['one Arabic spelling of two names', ['Person|عمر القراني', 'Person|Umar Qarani', 'Person|Amr Qarani']],
  ])('joins none of %s', (_, lines) => {
    const { entities } = resolve(lines.map((line, n) => extraction(`d${n}`, line)));
    expect(entities).toHaveLength(lines.length);
  });

  it.each<[string, string[]]>([
    [
      'a number with and without its sign',
      ['Company|Озёрский завод №7', 'Company|Озёрский завод № 7', 'Company|Ozersk Plant 7'],
    ],
    ['a Roman number', ['Vessel|Orla XI', 'Vessel|Orla 11']],
    ['a name in Arabic script', ['Person|محمد القراني', 'Person|Muhammad al-Qarani']],
  ])('joins %s', (_, lines) => {
    const { entities } = resolve(lines.map((line, n) => extraction(`d${n}`, line)));
    expect(entities).toHaveLength(1);
  });
});
