import { describe, expect, it } from 'vitest';
import type { MentionType } from '../model/index.ts';
import { loadLexicons } from '../providers/index.ts';
import { nameLexicon } from './lexicon.ts';
import { readName } from './name.ts';
import { compareShortForm } from './short-form.ts';

const lexicon = nameLexicon(loadLexicons());
const feature = (short: string, long: string, type: MentionType) =>
  compareShortForm(readName(short, type, lexicon), readName(long, type, lexicon), lexicon)?.reasons[0]?.feature ?? null;

describe('compareShortForm', () => {
  it.each<[string, string, MentionType, string]>([
    ['Vega', 'JSC Zarechny Machine-Building Plant Vega', 'Company', 'proper-name-of'],
    ['Vega', 'JSC Vega Machine-Building Plant', 'Company', 'short-form-of'],
    ['ZEMZ Vega', 'Zarechny Electromechanical Plant Vega', 'Company', 'short-form-of'],
    ['Feiyu', 'Hunan Feiyu', 'Company', 'short-form-of'],
    ['Orion', 'Orion Vega Maritime', 'Company', 'first-word-of'],
    ['CTSR', 'Center for Tidal Security Research', 'Organization', 'acronym-of'],
    ['CNTS', 'Center for a New Tidal Security', 'Organization', 'acronym-of'],
    ['Gearbox', 'JSC Gearbox', 'Company', 'short-form-of'],
    ['Gearbox', 'Gearbox Trading LLC', 'Company', 'short-form-of'],
    ['Gamma-Lira', 'JSC Gamma-Lira Police Equipment Plant', 'Company', 'first-word-of'],
    ['Vega Company', 'JSC Vega', 'Company', 'short-form-of'],
    ['V3', 'Vepr-3', 'WeaponSystem', 'acronym-of'],
    ['Dornin', 'Ivan Sergeyevich Dornin', 'Person', 'surname-of'],
    ['Ivan', 'Ivan Dornin', 'Person', 'first-name-of'],
  ])('%s for %s', (short, long, type, expected) => expect(feature(short, long, type)).toBe(expected));

  it.each<[string, string, MentionType]>([
    ['Kometa', 'Orion Cometa Holding', 'Company'],
    ['Vega', 'Orion Vega Maritime', 'Company'],
    ['Plant', 'Vega Plant', 'Company'],
    ['Institute', 'Institute for Tidal Science', 'Organization'],
    ['Gearbox', 'Gearbox Vega Lira', 'Company'],
    ['Sudmark', 'Sudmark Ministry of Trade', 'PublicBody'],
    ['Sudmark', 'Customs Department of Sudmark', 'Organization'],
    ['Vepr', 'Vepr-3', 'WeaponSystem'],
    ['V4', 'Vepr-3', 'WeaponSystem'],
    ['Petrovich', 'Ivan Dornin', 'Person'],
    ['Pavel Dornin', 'Ivan Dornin', 'Person'],
    ['CTS', 'Center for Tidal Security Research', 'Organization'],
    ['Vega LLC', 'JSC Vega', 'Company'],
    ['Vega LLC', 'Vega Trading LLC', 'Company'],
  ])('%s is not short for %s', (short, long, type) => expect(feature(short, long, type)).toBeNull());
});
