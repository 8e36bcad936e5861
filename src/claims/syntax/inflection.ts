/** A form of an English verb. `past` and `participle` coincide for regular verbs. */
export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

const VOWEL_Y = /[aeiou]y$/u;
/** A short last syllable doubles its consonant: ship, plan; two-syllable verbs that do are listed in the data. */
const DOUBLING = /^[^aeiou]*[aeiou][bdgklmnprtz]$/u;
/** Two-syllable verbs stressed at the end. */
const DOUBLING_LONG = /(?:fer|mit|pel|trol|cur|quip|tran?ship|patrol|begin|submit|rebut|retrofit|reship)$/u;

const doubled = (lemma: string): string =>
  DOUBLING.test(lemma) || DOUBLING_LONG.test(lemma) ? lemma + lemma.slice(-1) : lemma;

function pastOf(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`;
  if (lemma.endsWith('y') && !VOWEL_Y.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return `${doubled(lemma)}ed`;
}

function thirdPersonOf(lemma: string): string {
  if (/(?:s|x|z|ch|sh|o)$/u.test(lemma)) return `${lemma}es`;
  if (lemma.endsWith('y') && !VOWEL_Y.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return `${lemma}s`;
}

function gerundOf(lemma: string): string {
  if (lemma.endsWith('ie')) return `${lemma.slice(0, -2)}ying`;
  if (lemma.endsWith('e') && !lemma.endsWith('ee')) return `${lemma.slice(0, -1)}ing`;
  return `${doubled(lemma)}ing`;
}

/**
 * The written forms of a verb, each with what it is. An empty `past` or `participle` means the regular one.
 * Also gives the undoubled variants ("modeled" and "modelled"), so that both spellings are known.
 */
export function inflections(lemma: string, past: string, participle: string): (readonly [VerbForm, string])[] {
  const pasts = past === '' ? [pastOf(lemma)] : [past];
  const participles = participle === '' ? pasts : [participle];
  const gerunds = [gerundOf(lemma)];
  if (past === '' && lemma.endsWith('el')) {
    pasts.push(`${lemma}led`);
    gerunds.push(`${lemma}ling`);
  }
  return [
    ['base', lemma],
    ['s', thirdPersonOf(lemma)],
    ...pasts.map((form) => ['past', form] as const),
    ...participles.map((form) => ['participle', form] as const),
    ...gerunds.map((form) => ['ing', form] as const),
  ];
}
