import { describe, expect, it } from 'vitest';
import { findMixedScript } from './mixed-script.ts';

describe('findMixedScript', () => {
  it.each([
    ['a Latin name with a Cyrillic letter', 'The firm Dub\u043ena paid.', ['Dub\u043ena']],
    ['a Cyrillic name with a Latin letter', 'Фирма Ку\u0070ол заплатила.', ['Ку\u0070ол']],
    ['capitals', 'O\u041eO VEST\u0410', ['O\u041eO', 'VEST\u0410']],
    ['a Greek capital', 'The \u0391lpha yard', ['\u0391lpha']],
    ['a Ukrainian word with a Latin i', 'за вс\u0069х умов', ['вс\u0069х']],
    ['a code with one letter exchanged', 'the \u0410K-47 type', ['\u0410K']],
  ])('finds %s', (_, text, words) => {
    const problems = findMixedScript(text);
    expect(problems.map(({ span }) => text.slice(span?.start, span?.end))).toEqual(words);
    expect(problems.every(({ code, severity }) => code === 'mixed-script' && severity === 'note')).toBe(true);
  });

  it.each([
    ['units', '10 мкФ, 5 кВт, 3 µF, 7 μF, 40 kΩ'],
    ['codes whose parts are each of one script', 'T-72Б, X-ray, С-300V, Су-35S, IT-компания, web-сайт'],
    ['abbreviations with an ending', 'послали SMSку трём VIPам и PRщику'],
    ['Greek letters of science', 'TNFα, βCarotene, ΔT, γGT'],
    ['centuries', 'в конце ХIX и начале ХХI века'],
    ['texts of one script', 'Завод «Дубона» и Dubona plant, Ελλάδα'],
    ['words in which nothing is hidden', 'слово Яndex и Gжель'],
  ])('lets %s be', (_, text) => {
    expect(findMixedScript(text)).toEqual([]);
  });

  it('names twenty and counts the rest', () => {
    const problems = findMixedScript('Dub\u043ena '.repeat(50));
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)?.detail).toContain('30');
  });
});
