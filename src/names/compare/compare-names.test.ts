import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicons } from '../../providers/index.ts';
import type { ListedNameReading } from '../parts/part.ts';
import { partLexicon } from '../parts/part-lexicon.ts';
import { createNameComparer } from './compare-names.ts';

const comparer = createNameComparer(partLexicon(loadLexicons()));
const compare = (left: string, right: string, reading: ListedNameReading) =>
  comparer.compare(comparer.read(left, reading), comparer.read(right, reading));

describe('createNameComparer', () => {
  it.each<[string, string, ListedNameReading]>([
    ['OOO Зарница', 'Zarnitsa LLC', 'organization'],
    ['OAO "Торговый дом Зарница"', 'Zarnitsa Trading House JSC', 'organization'],
    ['四川飞羽科技有限公司', 'Sichuan Feiyu Technology Co., Ltd.', 'organization'],
    ['Orlova Maritime Ltd', 'ORLOVA MARITIME LIMITED', 'organization'],
    ['Zarechny Zavod Impuls', 'Zarechny Plant Impuls', 'organization'],
    ['Ivan Sergeyevich Dornin', 'DORNIN, Ivan', 'person'],
    ['Дорнин Иван Сергеевич', 'Ivan Sergeevich Dornin', 'person'],
    ['Yevgeny Dornin', 'Evgenii Dornin', 'person'],
    ['Mr Karl August Brandt', 'Karl Brandt', 'person'],
    ['Muhammad al Qarani', 'Mohammed Alqarani', 'person'],
    ['I. S. Dornin', 'Ivan Sergeyevich Dornin', 'person'],
    ['Vepr-3', 'VEPR 3', 'thing'],
  ])('%s is %s', (left, right, type) => expect(compare(left, right, type).score).toBeGreaterThanOrEqual(0.86));

  it.each<[string, string, ListedNameReading]>([
    ['Zarnitsa Trading LLC', 'Orlova Trading LLC', 'organization'],
    ['Institute for Tidal Science', 'Institute for Tidal Law', 'organization'],
    ['Plant No. 12', 'Plant No. 14', 'organization'],
    ['Zarnitsa', 'Zarnitsa 2', 'organization'],
    ['Ivan Dornin', 'Ivan Kessel', 'person'],
    ['Ivan Dornin', 'Pavel Dornin', 'person'],
    ['Ivan Sergeyevich Dornin', 'Ivan Petrovich Dornin', 'person'],
    ['Vepr-3', 'Vepr-4', 'thing'],
    ['Vepr-3', 'Vepr', 'thing'],
    ['Vepr-3', 'Vepr-A1', 'thing'],
    ['', 'Zarnitsa', 'organization'],
  ])('%s is not %s', (left, right, type) => expect(compare(left, right, type).score).toBeLessThan(0.86));

  it('doubts two legal forms of one name', () => {
    const doubted = compare('OOO Vega', 'JSC Vega', 'organization');
    expect(doubted.score).toBe(0.97);
    expect(doubted.explain()[0]).toMatchObject({ feature: 'legal-form-conflict', left: 'ooo', right: 'jsc' });
    expect(compare('OOO Vega', 'Vega Company', 'organization').score).toBe(1);
  });

  it('gives a reason for every pair of words and names the objection', () => {
    const reasons = compare('Ivan Sergeyevich Dornin', 'Ivan Petrovich Dornin', 'person').explain();
    expect(reasons.map(({ feature, left, right }) => `${feature} ${left}/${right}`)).toEqual(
      expect.arrayContaining([
        'same-token ivan/ivan',
        'same-token dornin/dornin',
        'patronymic-conflict sergeyevich/petrovich',
      ]),
    );
  });

  it('is symmetric, stays in 0..1, and finds every name like itself', () => {
    const word = fc.constantFrom('Ivan', 'Dornin', 'Zarnitsa', 'LLC', 'Plant', '12', 'Иван', 'de', 'A.', '飞羽', 'K2');
    const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    const type = fc.constantFrom<ListedNameReading>('person', 'organization', 'thing');
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
