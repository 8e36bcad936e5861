import { describe, expect, it } from 'vitest';
import { loadLexicons } from '../providers/index.ts';
import { countryLexicon } from './country.ts';
import { readPublicBody } from './public-body.ts';

const lexicons = loadLexicons();
const read = (text: string, language = 'en') => {
  const body = readPublicBody(text, lexicons, language);
  return body && `${body.kind}:${body.portfolio}:${body.country ?? '?'}`;
};

describe('readPublicBody', () => {
  it.each([
    ['Ministry of Defence of Norway', 'ministry:defence:NO'],
    ['Norway’s defense ministry', 'ministry:defence:NO'],
    ['Norwegian Ministry of Defense', 'ministry:defence:NO'],
    ['the Norwegian defence ministry', 'ministry:defence:NO'],
    ['Министерство обороны Норвегии', 'ministry:defence:NO'],
    ['МИД Казахстана', 'ministry:foreign:KZ'],
    ['日本外交部', 'ministry:foreign:JP'],
    ['Ministry of Industry and Trade of Kazakhstan', 'ministry:commerce+industry:KZ'],
    ['Verteidigungsministerium', 'ministry:defence:?'],
    ['the foreign ministry', 'ministry:foreign:?'],
    ['the ministry', 'ministry::?'],
    ['Canadian government', 'government::CA'],
    ['government of South Korea', 'government::KR'],
    ['Canadian state', 'government::CA'],
    ['Finland’s military', 'military::FI'],
    ['armed forces of Finland', 'military::FI'],
    ['International Atomic Energy Agency', 'iaea::-'],
  ])('%s -> %s', (text, key) => expect(read(text)).toBe(key));

  it.each([
    'Ministry of Sound',
    'Canadian Pacific',
    'State Farm',
    'Republic Steel',
    'Norwegian officials',
    'Defence Systems Ltd',
    '',
  ])('%s is no public body', (text) => expect(read(text)).toBeNull());

  it('takes a body of one country for that country only', () => {
    expect(read('UK Home Office')).toBe('ministry:interior:GB');
    expect(read('Canadian Home Office')).toBeNull();
  });
});

describe('countryNamed', () => {
  const { countryNamed, countryOfCapital, countryOfAdjective } = countryLexicon(lexicons);
  it.each([
    ['the Netherlands', 'en', 'NL'],
    ['Норвегии', 'ru', 'NO'],
    ['Norrale', 'et', 'NO'],
    ['Norwegens', 'de', 'NO'],
    ['U.K.', 'en', 'GB'],
  ])('%s (%s) -> %s', (name, language, code) => expect(countryNamed(name, language)).toBe(code));

  it.each([
    ['Norr', 'en'],
    ['Norrale', 'en'],
    ['Oslo', 'en'],
  ])('%s (%s) is no country', (name, language) => expect(countryNamed(name, language)).toBeNull());

  it('knows capitals and adjectives apart from names', () => {
    expect(countryOfCapital('Oslo')).toBe('NO');
    expect(countryOfAdjective('норвежского')).toBe('NO');
    expect(countryOfCapital('Bergen')).toBeNull();
  });
});
