import { CUE_KINDS, type CueKind, type Lexicons, MODALITIES, type Modality } from '../model/index.ts';
import { readSyntaxLexicon, type SyntaxLexicon } from './syntax/lexicon.ts';

/** Word lists of this stage, indexed for look-up. */
export interface Vocabulary {
  readonly syntax: SyntaxLexicon;
  /** Reporting verb -> what it does: say, assess, deny, show, publish, name. */
  readonly reporting: ReadonlyMap<string, ReadonlySet<string>>;
  readonly reviewVerbs: ReadonlySet<string>;
  /** Verbs by which an authority acts against somebody. */
  readonly punishingVerbs: ReadonlySet<string>;
  /** Lower-cased words of phrases that name a source ("according to"), longest first. */
  readonly attributionPhrases: readonly (readonly string[])[];
  /** Modality wording of a language by its first word. */
  readonly modalityIn: (language: string) => ReadonlyMap<string, readonly ModalityCue[]>;
  /** "Swiss" -> "Switzerland", as written with its capital. */
  readonly demonyms: ReadonlyMap<string, string>;
  readonly countryAliases: ReadonlyMap<string, string>;
  /** English names of the countries that have an adjective of nationality. */
  readonly countries: ReadonlySet<string>;
}

/** Wording that decides modality; `words` are lower-cased. */
export interface ModalityCue {
  readonly words: readonly string[];
  readonly modality: Modality;
  readonly kind: CueKind | null;
}

const isModality = (name: string): name is Modality => MODALITIES.some((known) => known === name);
const isCueKind = (name: string): name is CueKind => CUE_KINDS.some((known) => known === name);

const NO_CUES: ReadonlyMap<string, readonly ModalityCue[]> = new Map();

function readModalityCues(rows: readonly (readonly string[])[]): Map<string, Map<string, ModalityCue[]>> {
  const byLanguage = new Map<string, Map<string, ModalityCue[]>>();
  for (const [language, phrase = '', modality = '', kind = ''] of rows) {
    if (language === undefined || !isModality(modality)) continue;
    const byFirst = byLanguage.get(language) ?? new Map<string, ModalityCue[]>();
    byLanguage.set(language, byFirst);
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, modality, kind: isCueKind(kind) ? kind : null }]);
  }
  return byLanguage;
}

const compiled = new WeakMap<Lexicons, Vocabulary>();

/** The stage's word lists, compiled once per lexicons. */
export function readVocabulary(lexicons: Lexicons): Vocabulary {
  const known = compiled.get(lexicons);
  if (known) return known;
  const list = (name: string): readonly (readonly string[])[] => lexicons.lists[`claims/${name}`] ?? [];
  const reporting = new Map<string, Set<string>>();
  for (const [lemma = '', kind = ''] of list('reporting-verbs')) {
    reporting.set(lemma, (reporting.get(lemma) ?? new Set()).add(kind));
  }
  const pairs = (name: string): Map<string, string> =>
    new Map(list(name).map(([left = '', right = '']) => [left, right]));
  const modality = readModalityCues(list('modality-cues'));
  const vocabulary: Vocabulary = {
    syntax: readSyntaxLexicon(lexicons),
    reporting,
    punishingVerbs: new Set(list('punishing-verbs').map(([lemma = '']) => lemma)),
    reviewVerbs: new Set(list('review-verbs').map(([lemma = '']) => lemma)),
    attributionPhrases: list('attribution-phrases')
      .filter(([language]) => language === 'en')
      .map(([, phrase = '']) => phrase.split(' ')),
    modalityIn: (language) => modality.get(language) ?? NO_CUES,
    demonyms: pairs('demonyms'),
    countryAliases: pairs('country-aliases'),
    countries: new Set(pairs('demonyms').values()),
  };
  compiled.set(lexicons, vocabulary);
  return vocabulary;
}
