import { expect, it } from 'vitest';
import { extraction, resolve } from '../../test/entities/made-case.ts';

const calledOf = (names: readonly string[], language = 'en'): string | undefined =>
  resolve([extraction('a', ...names)], [], language).entities.find(({ mentions }) => mentions.includes('a-0'))
    ?.canonical;

it.each<[called: string, names: string[]]>([
  ['Agro Orle LLP', ['Company|Agro Orle LLP', 'Company|Agro Orle LLP', 'Company|GmbH Agro Orle LLP|@0']],
  ['Vega Marine LLC', ['Company|Vega Marine LLC', 'Company|Vega Marine|@0', 'Company|Vega Marine|@0']],
  ['Ada Orne', ['Person|Ada Orne', 'Person|Orne|@0', 'Person|Orne|@0']],
  ['Ada Orne', ['Person|ORNE, Ada', 'Person|ADA ORNE|@0', 'Person|ADA ORNE|@0', 'Person|Ada Orne|@0']],
  ['Ada Orne', ['Person|Ada\nOrne', 'Person|Ada Orne|@0']],
])('calls it %s', (called, names) => expect(calledOf(names)).toBe(called));

it.each<[language: string, name: string, forms: string[]]>([
  ['et', 'Olev Karl Brandsky', ['Olev Brandskyt']],
  ['fi', 'Mika Virtalanen', ['Mika Virtalasen', 'Mika Virtalaselle']],
  ['ru', 'Сергей Дорнин', ['Сергея Дорнина', 'Сергею Дорнину', 'Сергеем Дорниным', 'Сергее Дорнине']],
  ['ru', 'Анна Дорнина', ['Анны Дорниной', 'Анну Дорнину', 'Анне Дорниной']],
  ['uk', 'Тарас Дорненко', ['Тараса Дорненка', 'Тарасові Дорненку']],
  ['pl', 'Jan Dornowski', ['Jana Dornowskiego', 'Janem Dornowskim', 'Janowi Dornowskiemu']],
  ['pl', 'Anna Dornowska', ['Anny Dornowskiej', 'Annę Dornowską']],
  ['cs', 'Jan Dornák', ['Jana Dornáka', 'Janem Dornákem']],
  ['de', 'Karl Brandt', ['Karl Brandts']],
  ['lt', 'Karlas Brandtas', ['Karlo Brandto', 'Karlui Brandtui']],
])('%s: %s is found in its case forms and called by none of them', (language, name, forms) => {
  const extractions = [extraction('a', `Person|${name}`), extraction('b', ...forms.map((form) => `Person|${form}`))];
  const [entity, ...others] = resolve(extractions, [], language).entities;
  expect(others).toEqual([]);
  expect(entity?.canonical).toBe(name);
});

it.each([
  ['ru', 'Александр Дорнин', 'Александра Дорнина'],
  ['ru', 'Сергей Дорнин', 'Сергей Дорников'],
  ['pl', 'Jan Dorn', 'Jana Dorn'],
  ['de', 'Karl Brandt', 'Karla Brandt'],
])('%s: %s may be another than %s', (language, left, right) => {
  const extractions = [extraction('a', `Person|${left}`), extraction('b', `Person|${right}`)];
  expect(resolve(extractions, [], language).entities).toHaveLength(2);
});
