import { remember } from '../remember.ts';
import { spellingDistance } from '../sounds/spelling-distance.ts';
import type { FoldedWord } from './read-words.ts';

const SERVANT = /^(?:abd(?:[aeou]{1,2}[lrsnz]?)?|عبد|عبدال|عبدول)$/u;
const JOINED_SERVANT = /^abd[aeou]*(?:l|r(?=r)|s(?=s)|n(?=n)|z(?=z)|d(?=d)|t(?=t))?(?=[a-z]{3})/;
const GOD = /^(?:[aeou]?l+[ae]h?|[aeou]?l+a)$/;
const ARTICLE = /^(?:al|el|ul|ur|ar|as|us|an|ad|ud|ed|ol|az|ash|at|ال)$/u;
const ARABIC_ARTICLE = /^ال(?=\p{L}{2})/u;
const FAITH = /^(?:din|deen|eddin|eddine|uddin|addin|aldin|eldin|dine|الدين|الدین|دين|دین)$/u;
const ALLAH = /^(?:allah|ullah|ollah|الله|اللّه)$/u;

/**
 * Joins what Arabic and Persian names write in one word or in several: "Abd al-Rahman", "Abdurrahman" and عبد الرحمن all read
 * `abda` and the name; "Nasir al-Din" and "Nasiruddin" end in `din`, "Nasr Allah" and "Nasrullah" in `lah`.
 * The Arabic article goes.
 */
export function joinCompounds(given: readonly FoldedWord[]): FoldedWord[] {
  const words = given.some(isFather) ? given.flatMap(splitFather) : given;
  const traits = words.map(({ text }) => traitsOf(text));
  const joined: FoldedWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    const own = traits[at];
    if (!word || !own) continue;
    const afterArticle = traits[at + 1]?.isArticle ? 2 : 1;
    const next = words[at + afterArticle];
    const isAllah = traits[at + afterArticle]?.isAllah ?? false;
    if (next && own.isServant && (next.text.length > 2 || isAllah)) {
      joined.push(compound(word, `abda${servantOf(bare(next.text))}`, bare(next.text), 'عبد'));
      at += afterArticle;
    } else if (next && word.text.length > 2 && traits[at + afterArticle]?.isFaith) {
      joined.push(compound(word, `${bare(word.text)}din`, 'دين', bare(word.text)));
      at += afterArticle;
    } else if (next && afterArticle === 1 && word.text.length > 2 && isAllah) {
      joined.push(compound(word, `${word.text}lah`, 'له', bare(word.text)));
      at += 1;
    } else joined.push(own.alone === word.text ? word : { ...word, text: own.alone, marked: own.alone });
  }
  return joined;
}

interface Traits {
  readonly isServant: boolean;
  readonly isArticle: boolean;
  readonly isFaith: boolean;
  readonly isAllah: boolean;
  /** How it is spelled when it joins with no other. */
  readonly alone: string;
}

const traitsOf = remember(
  (text): Traits => ({
    isServant: isServant(text),
    isArticle: ARTICLE.test(text),
    isFaith: FAITH.test(text),
    isAllah: ALLAH.test(text),
    alone: alone(text),
  }),
);

/** "Abd" and its spellings, and "Abdul" with a slip in it. */
const isServant = (text: string): boolean =>
  SERVANT.test(text) ||
  (text.length > 3 &&
    text.length < 7 &&
    /^[a-z]+$/.test(text) &&
    !NO_SERVANT.test(text) &&
    spellingDistance(text, 'abdul') <= 1);

/** Names of their own one letter away. */
const NO_SERVANT = /^(?:abdu|abdi|abdo|abdulla?|abul|abduh)$/;

const FATHER = /^(?:ابوال|أبوال)(\p{L}{3,})$/u;
const isFather = ({ text }: FoldedWord): boolean => FATHER.test(text);

/** أبواليزيد is "Abu al-Yazid" written together. */
function splitFather(word: FoldedWord): FoldedWord[] {
  const rest = FATHER.exec(word.text)?.[1];
  return rest === undefined ? [word] : ['ابو', rest].map((text) => ({ ...word, text, marked: text }));
}

const ARABIC = /\p{Script=Arabic}/u;

/** One word for several, in the script of the first. */
function compound(word: FoldedWord, latin: string, arabicTail: string, arabicHead: string): FoldedWord {
  const isArabic = ARABIC.test(word.text);
  const text = isArabic ? `${arabicHead}${arabicTail.replace(ARABIC_ARTICLE, '')}` : latin;
  return { ...word, text, marked: text };
}

const bare = (text: string): string => text.replace(ARABIC_ARTICLE, '');
const servantOf = (rest: string): string => (GOD.test(rest) ? 'lah' : rest);

/** A word that stands alone: its article goes, what is written together is spelled as a compound is. */
const alone = (text: string): string =>
  ARABIC.test(text)
    ? text
        .replace(/^عبدال(?=\p{L}{2})/u, 'عبد')
        .replace(ARABIC_ARTICLE, text.length > 4 ? '' : 'ال')
        .replace(/(?<=\p{L}{3})(?:الدين|الدین)$/u, 'دين')
        .replace(/(?<=\p{L}{2})الله$/u, 'له')
    : respell(text);

function respell(text: string): string {
  if (text.length < 6) return text;
  const servant = JOINED_SERVANT.exec(text);
  if (servant) return `abda${servantOf(text.slice(servant[0].length))}`;
  if (/^abd[aeou]?l+ah?$/.test(text)) return 'abdalah';
  return text
    .replace(/(?<=[a-z]{3}[^aeiou])[aeu]dd?(?:i|ee)ne?$/, 'din')
    .replace(/(?<=[a-z]{2}[^aeioul])[aeuo]ll?ah$/, 'lah');
}
