import type { Run } from './run.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** How much a run looks like the name of a person: given name, initials, patronymic, ending, Chinese family name. */
export function personVote(words: readonly Word[], run: Run, vocabulary: Vocabulary): number {
  const names = words.slice(run.from, run.to + 1).filter((word) => word.kind === 'name');
  const first = names[0];
  const last = names.at(-1);
  if (!first || !last || names.length > 5 || names.some((word) => /\p{N}/u.test(word.text))) return 0;
  if (words.slice(run.from, run.to + 1).some((word) => word.kind === 'lower' && !vocabulary.particles.has(word.lower)))
    return 0;
  const ending = surnameVote(last.lower, vocabulary);
  if (names.length === 1) return ending * 0.8 + (vocabulary.givenNames.has(first.lower) ? 0.4 : 0);
  const acronym = /^\p{Lu}{3,}$/u;
  let vote = 0;
  const given = first.lower.split('-')[0] ?? '';
  const second = names[1];
  if (vocabulary.givenNames.has(first.lower) || vocabulary.givenNames.has(given)) vote += 2;
  // "ROE Anna": capitals tell the family name that stands first.
  else if (second && acronym.test(first.text) && !acronym.test(second.text) && vocabulary.givenNames.has(second.lower))
    vote += 2;
  else if (names.length > 2 && vocabulary.givenNames.has(names[1]?.lower ?? '')) vote += 0.8;
  if (names.some((word) => /^\p{Lu}$/u.test(word.text)) && names.some((word) => word.text.length > 2)) vote += 1;
  if (
    names.some((word) =>
      /(?:ovich|evich|ovna|evna|ович|евич|овна|евна|ovych|yovych|івна|йович)(?:а|у|ем|ом|ой|ы|е)?$/u.test(word.lower),
    )
  )
    vote += 2;
  if (names.length <= 3 && isChineseName(names, vocabulary)) vote += 1.2;
  if (/^(?:al|el|ben|bin|ibn|abu|as|ad|an|ar|at|az|ash|ul)[-’']?/i.test(last.text) && /-/.test(last.text)) vote += 0.6;
  if (acronym.test(first.text) && acronym.test(last.text)) return vote > 2 ? vote - 1 : 0;
  return vote + ending;
}

function surnameVote(lower: string, vocabulary: Vocabulary): number {
  for (let length = Math.min(8, lower.length - 2); length >= 2; length--) {
    const weight = vocabulary.surnameEndings.get(lower.slice(-length));
    if (weight !== undefined) return weight;
  }
  return 0;
}

const SYLLABLES =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)[-’']?){1,3}$/;

/** "Roe Mingxia": a Chinese family name and one to three pinyin syllables, in either order of two words. */
function isChineseName(names: readonly Word[], vocabulary: Vocabulary): boolean {
  const [first, second, third] = names;
  if (!first || !second || third) return false;
  if (vocabulary.chineseSurnames.has(first.lower)) return SYLLABLES.test(second.lower);
  return vocabulary.chineseSurnames.has(last(names)?.lower ?? '') && SYLLABLES.test(first.lower);
}

const last = (names: readonly Word[]): Word | undefined => names.at(-1);

/** `I. S. Roe`, `И. С. Роу`: initials with their stops and one family name, nothing else. */
export function isInitialled(words: readonly Word[], run: Run, vocabulary: Vocabulary): boolean {
  let at = run.from;
  while (at < run.to && /^\p{Lu}$/u.test(words[at]?.text ?? '') && words[at + 1]?.text === '.') at += 2;
  const family = words[at];
  if (!family || at !== run.to || family.text.length < 3 || !/^\p{Lu}\p{Ll}/u.test(family.text)) return false;
  const initials = (at - run.from) / 2;
  if (initials < 2 || initials > 3) return false;
  return !vocabulary.legalForms.has(family.lower) && !vocabulary.heads.has(family.lower);
}
