/** The numbers of the formula. Set by hand between what bench/screening-weights.mjs proposed on half of the unseen queries and what namesakes allow (docs/quality.md). */
export const WEIGHTS = {
  /** Loss for each unlikeness of paired words, in people's names and others. */
  unlike: 1,
  unlikeWord: 0.85,
  /** Loss for a word that only the list has, and that only the query has. */
  missing: 0.2,
  extra: 0.45,
  /** The same for a person's name. */
  missingName: 0.27,
  extraName: 0.25,
  /** Share of it for names between the first and the last. */
  innerName: 0.7,
  /** The same where Chinese or Korean characters give the whole name: a syllable more is another name. */
  syllable: 0.9,
  /** Loss where both sides have a telling word without counterpart: they contradict each other. */
  contradiction: 1.6,
  contradictionName: 1.1,
  /** What an unpaired word costs, as a share of its weight: one that says what an organisation is (where only dictionary words agree, `plainLeft`), and a place. */
  genericLeft: 0.85,
  plainLeft: 1.5,
  placeLeft: 0.4,
  /** How far a place and a word for the kind of organisation contradict. */
  place: 0.7,
  generic: 0.6,
  /** Digits are dear. */
  number: 0.9,
  /** Added to both where the names that agree weigh little, and the weight from which they weigh enough. */
  common: 0.77,
  rareEnough: 0.88,
  /** Least weight of words that agree in meaning only. */
  meaning: 0.32,
  /** Below this much matched weight a likeness is generic. */
  evidence: 0.5,
  evidenceName: 0.31,
  /** Limit of names that agree in one word only. */
  oneWord: 0.5,
  /** Limit of organisations that agree in words with a dictionary meaning only, and the matched weight from which that is enough. */
  meaningsOnly: 0.7,
  manyMeanings: 0.9,
  /** From which it is enough where nothing else stands in either name. */
  allMeanings: 0.4,
  /** What may stand beside many such words, as a share of their weight. */
  beside: 0.6,
  /** Limit of names with different numbers. */
  numberConflict: 0.45,
  /** Limit of peers of which only one has a number, and of things: without its number it is the family, not the model. */
  numberMissing: 0.8,
  numberMissingThing: 0.5,
  patronymicConflict: 0.62,
  /** Two legal forms: a company changes its form, but namesakes differ in it more often. */
  otherForm: 0.97,
};
