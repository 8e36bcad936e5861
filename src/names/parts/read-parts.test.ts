import { describe, expect, it } from 'vitest';
import { loadLexicons } from '../../providers/index.ts';
import type { ListedNameReading } from './part.ts';
import { partLexicon } from './part-lexicon.ts';
import { readParts } from './read-parts.ts';

const lexicon = partLexicon(loadLexicons());
const read = (text: string, reading: ListedNameReading) =>
  readParts(text, reading, lexicon).map(({ latin, role, concept }) =>
    concept ? `${role}:${concept}` : `${role}:${latin}`,
  );

describe('readParts', () => {
  it.each<[string, ListedNameReading, string[]]>([
    ['DORNIN, Ivan Sergeyevich', 'person', ['name:dornin', 'name:ivan', 'patronymic:sergeyevich']],
    ['Дорнин И.С.', 'person', ['name:dornin', 'initial:i', 'initial:s']],
    ['DORNIN, Ivan Ilich', 'person', ['name:dornin', 'name:ivan', 'patronymic:ilich']],
    ['Sheikh Abd al-Rahman Dornin', 'person', ['title:sheikh', 'name:abdarahman', 'name:dornin']],
    ['Abdurrahman Dornin', 'person', ['name:abdarahman', 'name:dornin']],
    ['RAHMAN, Abdul', 'person', ['name:abdarahman']],
    ['H.E. Ivan Dornin', 'person', ['title:h', 'title:e', 'name:ivan', 'name:dornin']],
    ['王小明', 'person', ['name:wang', 'name:xiaoming']],
    ['M/V Orlova Star V', 'thing', ['title:m', 'title:v', 'name:orlova', 'name:star', 'number:5']],
    ['Vesna', 'thing', ['name:vesna']],
    ['V', 'thing', ['name:v']],
    ['ООО «Зарница»', 'organization', ['legal:llc', 'name:zarnitsa']],
    ['四川飞羽科技有限公司', 'organization', ['place:sichuan', 'name:feiyu', 'generic:technology', 'legal:llc']],
    ['廈門飛羽貿易有限公司', 'organization', ['place:xiamen', 'name:feiyu', 'generic:trading', 'legal:llc']],
    ['NII Zarnitsa', 'organization', ['generic:scientific', 'generic:research', 'generic:institute', 'name:zarnitsa']],
    ['LIMITED LIABILITY COMPANYZARNITSA', 'organization', ['legal:llc', 'name:zarnitsa']],
    ['JOINT STOCK COPANY ZARNITSA', 'organization', ['legal:jsc', 'name:zarnitsa']],
    ['LIMITED LIAB ILITY COMP ANY ZARNITSA', 'organization', ['legal:llc', 'name:zarnitsa']],
    ['OPEN JONIT STOCK COMPANY ZARNITSA', 'organization', ['legal:jsc', 'name:zarnitsa']],
    ['LIMIТED LIАBILITY СО ZARNITSA', 'organization', ['legal:llc', 'name:zarnitsa']],
    ['СО Zarnitsa', 'organization', ['name:so', 'name:zarnitsa']],
    ['STOK ZARNITSA', 'organization', ['name:stok', 'name:zarnitsa']],
    [
      'NPP ZARNITSA',
      'organization',
      ['generic:scientific', 'generic:manufacturing', 'generic:enterprise', 'name:zarnitsa'],
    ],
    [
      'AGRO ZARNITSA D.O.O. VELGRAVA',
      'organization',
      ['generic:agricultural', 'name:zarnitsa', 'legal:llc', 'aside:velgrava'],
    ],
    ['ZARNITSA LLC MOSCOW', 'organization', ['name:zarnitsa', 'legal:llc', 'aside:moscow']],
    ['LLC ZARNITSA MOSCOW', 'organization', ['legal:llc', 'name:zarnitsa', 'name:moscow']],
    [
      'Zarnitsa Plant named after A.I. Dornin',
      'organization',
      ['name:zarnitsa', 'generic:plant', 'particle:named', 'particle:after', 'particle:a', 'aside:i', 'aside:dornin'],
    ],
    ['Plant named after Dornin', 'organization', ['generic:plant', 'particle:named', 'particle:after', 'name:dornin']],
    ['Charitable Society Zarnitsa', 'organization', ['generic:charity', 'generic:society', 'name:zarnitsa']],
    ['AVIAKOMPANIYA ZARNITSA', 'organization', ['generic:airline', 'name:zarnitsa']],
    ['Sikret Zarnitsa', 'organization', ['name:sikret', 'name:zarnitsa']],
    ['7th Zarnitsa Brigade', 'organization', ['number:7', 'name:zarnitsa', 'generic:forces']],
    ['Kinoatis', 'organization', ['name:kinoatis']],
    ['Hong Dornin', 'organization', ['name:hong', 'name:dornin']],
    ['Abdlul Rahman Dornin', 'person', ['name:abdarahman', 'name:dornin']],
    ['Abdullah Rahman Dornin', 'person', ['name:abdalah', 'name:rahman', 'name:dornin']],
    ['M/T ORLOVA 7', 'thing', ['title:m', 'title:t', 'name:orlova', 'number:7']],
    ['Orlova (tanker)', 'thing', ['name:orlova', 'title:tanker']],
  ])('%s as %s', (text, reading, expected) => expect(read(text, reading)).toEqual(expected));

  it('never throws on what is no name', () => {
    for (const text of ['', ' ', '«»', '...', '\u0000', ','.repeat(1000), 'а'.repeat(10_000)])
      for (const reading of ['person', 'organization', 'thing'] as const)
        expect(() => read(text, reading)).not.toThrow();
  });
});
