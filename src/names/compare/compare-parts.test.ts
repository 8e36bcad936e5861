import { describe, expect, it } from 'vitest';
import { loadLexicons } from '../../providers/index.ts';
import { partLexicon } from '../parts/part-lexicon.ts';
import { readParts } from '../parts/read-parts.ts';
import { compareParts } from './compare-parts.ts';

const lexicon = partLexicon(loadLexicons());

function compare(left: string, right: string) {
  const word = (text: string) => {
    const [part] = readParts(`${text} Dornin`, 'person', lexicon);
    if (!part) throw new Error(text);
    return part;
  };
  return compareParts(word(left), word(right));
}

describe('compareParts', () => {
  it.each([
    ['Zarechnyy', 'Zarechny'],
    ['Yevgeniy', 'Evgenii'],
    ['Jewgenij', 'Yevgeniy'],
    ['Щукин', 'Shchukin'],
    ['Щукин', 'Schtschukin'],
    ['Хохлов', 'Khokhlov'],
    ['Khokhlov', 'Chochlow'],
    ['Čižov', 'Chizhov'],
    ['Čižov', 'Tschischow'],
    ['Шевченко', 'Chevtchenko'],
    ['Юсупов', 'Iusupov'],
    ['Aleksandr', 'Alexandr'],
    ['Mixail', 'Mikhail'],
    ['Xochlow', 'Khokhlov'],
    ['Blockij', 'Blotsky'],
    ['Rjasanzew', 'Ryazantsev'],
    ['Âkušev', 'Yakushev'],
    ['Zarehcny', 'Zarechny'],
    ['Karsov', 'Karsovo'],
    ['حبيب', 'Habib'],
    ['مولوی', 'Mowlavi'],
    ['صدیقی', 'Siddiqi'],
    ['Qasimi', 'Ghasemi'],
    ['Горневский', 'Gornevsk'],
    ['Gornevskaya', 'Gornevsk'],
    ['Joumaa', 'Jumaa'],
  ])('%s is %s', (left, right) => expect(compare(left, right).score).toBeGreaterThanOrEqual(0.8));

  it.each([
    ['Ivan', 'Oleg'],
    ['Dornin', 'Kessel'],
    ['Mohammadi', 'Mohammad'],
    ['Lei', 'Wei'],
    ['静', 'Qing'],
    ['Sana', 'Zain'],
  ])('%s is not %s', (left, right) => expect(compare(left, right).score).toBeLessThan(0.66));

  it('holds digits to the letter', () => {
    const [seven, nine] = ['7', '9'].map((latin) => ({ latin, sounds: latin, isAbjad: false, concept: null }));
    if (!seven || !nine) throw new Error('two numbers');
    expect(compareParts(seven, nine).score).toBe(0);
    expect(compareParts(seven, seven).score).toBe(1);
  });

  it('takes mixed alphabets for evidence, not for certainty', () => {
    const { score, feature } = compare('Zаrеchny', 'Zarechny');
    expect(feature).toBe('look-alike');
    expect(score).toBeLessThan(1);
  });

  it('knows the words that say one thing in several languages', () => {
    const plant = readParts('Zarechny Zavod Impuls', 'organization', lexicon)[1];
    const factory = readParts('Zarechny Plant Impuls', 'organization', lexicon)[1];
    if (!plant || !factory) throw new Error('three words');
    expect(compareParts(plant, factory).feature).toBe('translation');
  });
});
