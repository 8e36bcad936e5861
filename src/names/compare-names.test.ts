import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MentionType } from '../model/index.ts';
import { loadLexicons } from '../providers/index.ts';
import { compareNames } from './compare-names.ts';
import { nameLexicon } from './lexicon.ts';
import { readName } from './name.ts';

const lexicon = nameLexicon(loadLexicons());
const compare = (left: string, right: string, type: MentionType) =>
  compareNames(readName(left, type, lexicon), readName(right, type, lexicon), { lexicon });

describe('compareNames', () => {
  it.each<[string, string, MentionType]>([
    ['OOO Зарница', 'Zarnitsa LLC', 'Company'],
    ['OAO "Торговый дом Зарница"', 'Zarnitsa Trading House JSC', 'Company'],
    ['四川飞羽科技有限公司', 'Sichuan Feiyu Technology Co., Ltd.', 'Company'],
    ['Orlova Maritime Ltd', 'ORLOVA MARITIME LIMITED', 'Company'],
    ['Zarechny Zavod Impuls', 'Zarechny Plant Impuls', 'Company'],
    ['Ivan Sergeyevich Dornin', 'DORNIN, Ivan', 'Person'],
    ['Дорнин Иван Сергеевич', 'Ivan Sergeevich Dornin', 'Person'],
    ['Yevgeny Dornin', 'Evgenii Dornin', 'Person'],
    ['Mr Karl August Brandt', 'Karl Brandt', 'Person'],
    ['Muhammad al Qarani', 'Mohammed Alqarani', 'Person'],
    ['I. S. Dornin', 'Ivan Sergeyevich Dornin', 'Person'],
    ['Vepr-3', 'VEPR 3', 'WeaponSystem'],
  ])('%s is %s', (left, right, type) => expect(compare(left, right, type).score).toBeGreaterThanOrEqual(0.86));

  it.each<[string, string, MentionType]>([
    ['Zarnitsa Trading LLC', 'Orlova Trading LLC', 'Company'],
    ['Institute for Tidal Science', 'Institute for Tidal Law', 'Organization'],
    ['Plant No. 12', 'Plant No. 14', 'Company'],
    ['Zarnitsa', 'Zarnitsa 2', 'Company'],
    ['Ivan Dornin', 'Ivan Kessel', 'Person'],
    ['Ivan Dornin', 'Pavel Dornin', 'Person'],
    ['Ivan Sergeyevich Dornin', 'Ivan Petrovich Dornin', 'Person'],
    ['Vepr-3', 'Vepr-4', 'WeaponSystem'],
    ['Vepr-3', 'Vepr', 'WeaponSystem'],
    ['Vepr-3', 'Vepr-A1', 'WeaponSystem'],
    ['', 'Zarnitsa', 'Company'],
  ])('%s is not %s', (left, right, type) => expect(compare(left, right, type).score).toBeLessThan(0.86));

  it('doubts two legal forms of one name', () => {
    expect(compare('OOO Vega', 'JSC Vega', 'Company').score).toBe(0.89);
    expect(compare('OOO Vega', 'Vega Company', 'Company').score).toBe(1);
  });

  it('gives a reason for every pair of words and names the objection', () => {
    const { reasons } = compare('Ivan Sergeyevich Dornin', 'Ivan Petrovich Dornin', 'Person');
    expect(reasons.map(({ feature, left, right }) => `${feature} ${left}/${right}`)).toEqual(
      expect.arrayContaining(['equal ivan/ivan', 'equal dornin/dornin', 'patronymics-differ sergeyevich/petrovich']),
    );
  });

  it('is symmetric, stays in 0..1, and finds every name like itself', () => {
    const word = fc.constantFrom('Ivan', 'Dornin', 'Zarnitsa', 'LLC', 'Plant', '12', 'Иван', 'de', 'A.', '飞羽', 'K2');
    const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    const type = fc.constantFrom<MentionType>('Person', 'Company', 'WeaponSystem', 'Place');
    fc.assert(
      fc.property(name, name, type, (left, right, t) => {
        const { score } = compare(left, right, t);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(compare(right, left, t).score).toBeCloseTo(score, 6);
      }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('Ivan Dornin', 'OOO Зарница', '飞羽', 'Vepr-3'),
        type,
        (own, t) => compare(own, own, t).score === 1,
      ),
    );
  });
});
