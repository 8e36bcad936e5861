import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListEntry } from '../../model/index.ts';
import { loadLexicons } from '../../providers/index.ts';
import { ALERT_THRESHOLD, createMatcher, type Query, readIndex, writeIndex } from '../index.ts';
import { bareEntry } from '../lists/item.ts';

const lexicons = loadLexicons();

const entry = (id: string, name: string, more: Partial<ListEntry> = {}): ListEntry => ({
  ...bareEntry('made-up', id, 'person'),
  names: [{ text: name, kind: 'primary' }],
  ...more,
});

const org = (id: string, name: string, more: Partial<ListEntry> = {}) =>
  entry(id, name, { kind: 'organization', ...more });
const inn = (value: string) => [{ scheme: 'inn', value, country: 'RU' }];

const ENTRIES: ListEntry[] = [
  entry('dornin', 'DORNIN, Ivan Sergeyevich', { birthDates: ['1961-04-02'], gender: 'male', countries: ['RU'] }),
  entry('qarani', "AL-QARANI, 'Abd al-Rahman Muhammad"),
  entry('ming', 'ZHANG, Weiming'),
  entry('hashimi', 'HASHIMI, Mohammad Reza'),
  entry('tarani', 'TARANI, Jalal'),
  org('zarnitsa', 'ZARECHNY INSTRUMENT ENGINEERING PLANT ZARNITSA JOINT STOCK COMPANY', {
    identifiers: inn('7700000017'),
  }),
  org('orion', 'ORION VEGA, OOO', { identifiers: inn('7700000025') }),
  org('vega', 'VEGA, OOO', { identifiers: inn('7700000033') }),
  org('plant7', 'OZERSK PLANT NO. 7'),
  org('feiyu', 'SICHUAN FEIYU TECHNOLOGY CO., LTD.'),
  entry('ship', 'ORLOVA STAR', { kind: 'vessel', identifiers: [{ scheme: 'imo', value: '9000003', country: null }] }),
];
const matcher = createMatcher(ENTRIES, lexicons);
const best = (query: Query) => matcher.match(query)[0];
const person = (name: string): Query => ({ name, kind: 'person' });
const company = (name: string): Query => ({ name, kind: 'organization' });

describe('match', () => {
  it('takes names between the first and the last for those of fathers', () => {
    const score = (name: string) => matcher.match(person(name), { threshold: 0 })[0]?.score ?? 0;
    expect(score('Jalal Nadir Karim Tarani')).toBeGreaterThan(score('Nadir Karim Jalal Tarani'));
  });

  it.each<[string, Query]>([
    ['dornin', person('Ivan Dornin')],
    ['dornin', person('Дорнин Иван Сергеевич')],
    ['dornin', person('Ivan Serhiyovych Dornin')],
    ['dornin', person('Ivan Siarheyevich Dornin')],
    ['dornin', person('Dornin I.S.')],
    ['dornin', person('Iwan Sergejewitsch Dornin')],
    ['dornin', person('Dr. Ivan Dronin')],
    ['dornin', person('Ivаn Sеrgeyevich Dоrnin')],
    ['qarani', person('Abdurrahman Mohamed Alqarani')],
    ['qarani', person('عبد الرحمن محمد القراني')],
    ['ming', person('张伟明')],
    ['ming', person('Zhang Wei-Ming')],
    ['ming', person('WEIMING ZHANG')],
    ['zarnitsa', company('АО «Заречный приборостроительный завод «Зарница»')],
    ['zarnitsa', company('ZARECHNY INSTRUMENT ENGINEERING PLANT ZARNITSAJSC')],
    ['feiyu', company('四川飞羽科技有限公司')],
    ['feiyu', company('Sichuan Fei Yu Technology Limited')],
    ['plant7', company('Ozersk Zavod 7')],
    ['vega', company('Vega LLC')],
    ['ship', { name: 'M/V Orlova Star', kind: 'vessel' }],
    ['ship', { name: 'Orlova Star', kind: null }],
  ])('finds %s by $name', (id, query) => expect(best(query)?.entry.id).toBe(id));

  it.each<[string, Query]>([
    ['other given name', person('Oleg Dornin')],
    ['other patronymic', person('Ivan Petrovich Dornin')],
    ['surname only', person('Dornin')],
    ['a particle is no given name', person('Maria van Dornin')],
    ['family name made of a given name', person('Reza Mohammadi')],
    ['other number', company('Ozersk Plant No. 9')],
    ['generic words only', company('Instrument Engineering Plant')],
    ['a word dropped from a name of two', company('Orion Trading Vega Kessel Maritime')],
    ['words of its own', company('Kessel Orion Vega Industrial Brandt')],
    ['a company is no person', person('Sichuan Feiyu')],
    ['nothing', person('')],
    ['no letters', company('...')],
  ])('does not alert: %s', (_, query) => expect(matcher.match(query)).toEqual([]));

  it('lets numbers outrank names both ways and says so', () => {
    const other = best({
      name: 'Kessel Trading',
      kind: 'organization',
      identifiers: [{ scheme: 'inn', value: '77 0000 0033' }],
    });
    expect(other?.entry.id).toBe('vega');
    expect(other?.score).toBe(0.99);
    expect(other?.reasons[0]).toMatchObject({ feature: 'same-identifier', left: 'inn 77 0000 0033' });
    const query: Query = {
      name: 'Vega LLC',
      kind: 'organization',
      identifiers: [{ scheme: 'inn', value: '7711111111' }],
    };
    expect(matcher.match(query)).toEqual([]);
    const [struck] = matcher.match(query, { threshold: 0.01 });
    expect(struck?.score).toBeLessThan(0.1);
    expect(struck?.reasons[0]?.feature).toBe('identifier-conflict');
  });

  it('names the circumstances that contradict and lowers the score', () => {
    const plain = best(person('Ivan Dornin'))?.score ?? 0;
    const conflicts: [Partial<Query>, string][] = [
      [{ birthDate: '1984' }, 'birth-date-conflict'],
      [{ gender: 'female' }, 'gender-conflict'],
      [{ countries: ['FR'] }, 'country-conflict'],
    ];
    for (const [more, feature] of conflicts) {
      const [match] = matcher.match({ ...person('Ivan Dornin'), ...more }, { threshold: 0.1 });
      expect(match?.score).toBeLessThan(plain);
      expect(match?.reasons.map((reason) => reason.feature)).toContain(feature);
    }
    expect(best({ ...person('Ivan Dornin'), birthDate: '1961' })?.score).toBe(plain);
  });

  it('gives token-by-token reasons', () => {
    const reasons = best(company('АО Приборостроительный завод Зарница'))?.reasons ?? [];
    expect(reasons.map(({ feature, right }) => `${feature} ${right}`)).toEqual(
      expect.arrayContaining(['romanisation zarnitsa', 'translation plant', 'missing zarechny']),
    );
    const [conflict] = matcher.match(company('Ozersk Plant 9'), { threshold: 0.1 });
    expect(conflict?.reasons.map(({ feature }) => feature)).toContain('number-conflict');
  });

  it('counts look-alike letters as evidence', () => {
    const reasons = best(person('Ivаn Sеrgeyevich Dоrnin'))?.reasons ?? [];
    expect(reasons.filter(({ feature }) => feature === 'look-alike').length).toBe(3);
  });

  it('sorts, limits and honours the threshold', () => {
    const all = matcher.match(company('Vega OOO'), { threshold: 0.1, limit: 10 });
    expect(all.map(({ score }) => score)).toEqual([...all.map(({ score }) => score)].sort((a, b) => b - a));
    expect(matcher.match(company('Vega OOO'), { threshold: 0.1, limit: 1 })).toHaveLength(1);
    expect(matcher.match(company('Vega OOO')).every(({ score }) => score >= ALERT_THRESHOLD)).toBe(true);
  });

  it('finds every entry by its own name and never throws', () => {
    for (const own of ENTRIES) {
      const kind = own.kind === 'vessel' ? 'vessel' : own.kind === 'person' ? 'person' : 'organization';
      expect(best({ name: own.names[0]?.text ?? '', kind })?.entry.id).toBe(own.id);
    }
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom('person', 'organization', 'vessel', null),
        (name, kind) => {
          for (const { score } of matcher.match({ name, kind }, { threshold: 0 })) {
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});

describe('writeIndex and readIndex', () => {
  const bytes = writeIndex(matcher);
  it('answers alike after a round trip, from any offset in memory', () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    for (const given of [bytes, shifted.subarray(3)]) {
      const again = readIndex(given, lexicons);
      expect(again?.size).toBe(ENTRIES.length);
      for (const query of [person('Дорнин Иван'), company('Zarnitsa plant'), company('Vega')])
        expect(again?.match(query, { threshold: 0.1 })).toEqual(matcher.match(query, { threshold: 0.1 }));
    }
  });

  it('is the same for the same entries', () => expect(writeIndex(createMatcher(ENTRIES, lexicons))).toEqual(bytes));

  it('refuses what is no index of this code and these word lists', () => {
    expect(readIndex(bytes, { ...lexicons, version: 'another' })).toBeNull();
    const stages = { ...lexicons.stages, screening: 'another' };
    expect(readIndex(bytes, { ...lexicons, stages })).toBeNull();
    expect(readIndex(bytes.slice(0, 500), lexicons)).toBeNull();
    expect(readIndex(new Uint8Array(0), lexicons)).toBeNull();
    expect(readIndex(new Uint8Array(64).fill(7), lexicons)).toBeNull();
  });
});

describe('the order of matches', () => {
  const family = createMatcher(
    [
      org('capital', 'ZLATBANK CAPITAL LLC'),
      org('parent', 'PUBLIC JOINT STOCK COMPANY ZLATBANK OF RUSSIA'),
      org('leasing', 'ZLATBANK LEASING, OOO'),
      org('bare', 'ZLATBANK'),
    ],
    lexicons,
  );
  const ids = (name: string, limit = 9) =>
    family.match(company(name), { limit, threshold: 0.7 }).map(({ entry: { id } }) => id);

  it('has the plain parent before its daughters, and an equal name before both', () => {
    expect(ids('Zlatbank').slice(0, 2)).toEqual(['bare', 'parent']);
    expect(ids('Zlatbank Capital')[0]).toBe('capital');
  });

  it('counts what a limit leaves out', () => {
    const { matches, total } = family.search(company('Zlatbank'), { limit: 2, threshold: 0.7 });
    expect([matches.length, total]).toEqual([2, ids('Zlatbank').length]);
    expect(total).toBeGreaterThan(2);
  });
});
