import { describe, expect, it } from 'vitest';
import { loadLexicons } from '../../providers/index.ts';
import { createMatcher } from '../index.ts';
import { bareEntry } from '../lists/item.ts';

const lexicons = loadLexicons();
const PRIMARY = [
  'LIMITED LIABILITY COMPANY ZARNITSAPROEKT',
  'JOINT STOCK COMPANY VELGORSK INSTRUMENT ENGINEERING PLANT',
  'AKTSIONERNOE OBSHCHESTVO NAUCHNO PROIZVODSTVENNOE PREDPRIYATIE TALVEKS',
  'JOINT STOCK COMPANY SCIENTIFIC AND PRODUCTION ASSOCIATION MIRGAST NAMED AFTER P.V. ODRINSKY',
  'AL-QAMARIN RELIEF FOUNDATION',
  'BROSKA AIRCOMPANY',
  'KELVARDO AVIATION INDUSTRIES RESEARCH CENTER',
  'LLC SK PELGORD-STROI',
  'TURVANO ITHALAT IHRACAT VE NAKLIYAT LIMITED SIRKETI',
  'NORTHERN MERCHANT BANK OF RURITANIA',
  'KRAVELJ DOO STARA VODA',
  'OFIMERTRADE',
  'VOLTARA HOLDING OF VOLTARA SYSTEMS, LTD.',
  'LOMBRIT GLASS FACTORY NO. 7',
  'MINISTRY OF DEFENCE OF RURITANIA',
  'BANK MELLI',
  'HONG BARGASH TRADING LTD',
  'HAMBORI OVERSEAS DEVELOPMENT CORPORATION',
  'JOINT STOCK COMPANY UNITED ROCKET SHIPBUILDING CORPORATION',
  'GORNAVAN ARMOURED TRAINING CENTER',
  'AO KB VARNIS',
  ...Array.from({ length: 25 }, (_, at) => `AO DESIGN BUREAU ORLEM${'ABCDEFGHIJKLMNOPQRSTUVWXY'[at]}`),
].map((text) => ({ ...bareEntry('made-up', text, 'organization'), names: [{ text, kind: 'primary' as const }] }));
const matcher = createMatcher(PRIMARY, lexicons);
const found = (name: string) => matcher.match({ name, kind: 'organization' })[0]?.entry.id ?? null;

describe('an organisation under an alias', () => {
  it.each([
    ['OBSHCHESTVO S ORGANICHENNOI OTVETSTVENNOSTIU ZARNITSAPROEKT', 'LIMITED LIABILITY COMPANY ZARNITSAPROEKT'],
    ['ZARNITSAPROEKT PTY', 'LIMITED LIABILITY COMPANY ZARNITSAPROEKT'],
    ['VELGORSK PRIBOROSTROITELNYI ZAVOD, AO', 'JOINT STOCK COMPANY VELGORSK INSTRUMENT ENGINEERING PLANT'],
    ['NPP TALVEKS', 'AKTSIONERNOE OBSHCHESTVO NAUCHNO PROIZVODSTVENNOE PREDPRIYATIE TALVEKS'],
    [
      'Research and Production Enterprise Talveks',
      'AKTSIONERNOE OBSHCHESTVO NAUCHNO PROIZVODSTVENNOE PREDPRIYATIE TALVEKS',
    ],
    ['NPO MIRGAST', 'JOINT STOCK COMPANY SCIENTIFIC AND PRODUCTION ASSOCIATION MIRGAST NAMED AFTER P.V. ODRINSKY'],
    [
      'NPO Mirgast imeni P.V. Odrinskogo, AO',
      'JOINT STOCK COMPANY SCIENTIFIC AND PRODUCTION ASSOCIATION MIRGAST NAMED AFTER P.V. ODRINSKY',
    ],
    ["Jam'iyat al-Qamarin al-Khayriyya", 'AL-QAMARIN RELIEF FOUNDATION'],
    ['AVIAKOMPANIYA BROSKA, TOV', 'BROSKA AIRCOMPANY'],
    ['KELVARDO AIRCRAFT INDUSTRIES COMPLEX', 'KELVARDO AVIATION INDUSTRIES RESEARCH CENTER'],
    ['PELGORD-STROI CONSTRUCTION COMPANY LLC', 'LLC SK PELGORD-STROI'],
    ['Turvano Import Export and Transport Ltd', 'TURVANO ITHALAT IHRACAT VE NAKLIYAT LIMITED SIRKETI'],
    ['DRUSTVO SA OGRANICENOM ODGOVORNOSCU KRAVELJ', 'KRAVELJ DOO STARA VODA'],
    ['OFIMERTREID', 'OFIMERTRADE'],
    ['Voltara Systems', 'VOLTARA HOLDING OF VOLTARA SYSTEMS, LTD.'],
    ['LOMBRIT STEKOLNYI ZAVOD NO 7', 'LOMBRIT GLASS FACTORY NO. 7'],
    ['BARGASH HONG GENERAL TRADING', 'HONG BARGASH TRADING LTD'],
    ['함보리해외개발총회사', 'HAMBORI OVERSEAS DEVELOPMENT CORPORATION'],
    ['Объединённая ракетная судостроительная корпорация', 'JOINT STOCK COMPANY UNITED ROCKET SHIPBUILDING CORPORATION'],
    ['АО «Кб Варнис»', 'AO KB VARNIS'],
    ['مرکز آموزش زرهی گورناوان', 'GORNAVAN ARMOURED TRAINING CENTER'],
  ])('%s is %s', (alias, primary) => expect(found(alias)).toBe(primary));

  it.each([
    ['another name beside the same kind of company', 'JOINT STOCK COMPANY ORDANSK INSTRUMENT ENGINEERING PLANT'],
    ['another plant of that number', 'KASTREL GLASS FACTORY NO. 7'],
    ['another number', 'LOMBRIT GLASS FACTORY NO. 9'],
    ['dictionary words only', 'National Bank'],
    ["another country's ministry", 'Ministry of Defence of Sylvania'],
    ['a name inside another, with names of its own', 'Kelborn Turvano Maslen Industrial'],
    ['a plant named after the same person', 'Odrinsky Bakery'],
    ['two letters', 'SK'],
    ['a colour is no Hong', 'Red Trading'],
    ['generic words that lists put for one another', 'Aviation Industries Company'],
  ])('does not alert: %s', (_, name) => expect(found(name)).toBeNull());

  it('says which words are merely of one field', () => {
    const [match] = matcher.match({ name: 'Kelvardo Aircraft Industries Complex', kind: 'organization' });
    expect(match?.reasons.map(({ feature, left, right }) => `${feature} ${left} ${right}`)).toContain(
      'related aircraft aviation',
    );
  });
});
