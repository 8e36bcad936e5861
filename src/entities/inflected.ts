import type { Lexicons } from '../model/index.ts';
import { countryLexicon } from '../names/index.ts';
import type { Surface } from './surface.ts';
import type { Context } from './within-document.ts';

/** Names with the case endings of the document's language, where the case attests the bare form. */
export function linkInflected(
  surfaces: readonly Surface[],
  { judge, vocabulary, caseForms }: Context,
  lexicons: Lexicons,
): void {
  const countries = countryLexicon(lexicons);
  const byKey = new Map(surfaces.map((surface) => [surface.key, surface]));
  for (const { heads } of surfaces) {
    for (const group of heads) {
      const { key, language } = group.first;
      // One word alone may be another name with that ending: a woman's surname, an English plural.
      const person = vocabulary.nameOf(group.first).kind === 'person';
      if (person && !key.includes(' ') && (language === 'ru' || language === 'uk')) continue;
      const bare = countries
        .bareForms(key, language)
        .map((form) => byKey.get(form))
        .find((surface) => surface !== undefined && surface.first !== group.first);
      const meant = bare?.heads[0] ?? bare?.attached[0];
      if (!meant) continue;
      const reasons = [
        {
          feature: `inflected-${language}`,
          score: 0.92,
          left: group.first.mention.text,
          right: meant.first.mention.text,
        },
      ];
      if (!judge.same(group.first, meant.first, { rule: 'inflected-name', score: 0.92, reasons })) continue;
      group.longer = meant.first;
      caseForms.add(key);
    }
  }
}
