import type { LinkKind, Mention } from '../../model/index.ts';
import type { SentenceContext } from '../draft.ts';
import { nounClasses } from '../syntax/lexicon.ts';
import type { NounList, NounPhrase } from '../syntax/noun-phrase.ts';
import { readPhrase } from '../syntax/noun-phrase.ts';

const lastNoun = (text: string): string => /(\p{L}+)\P{L}*$/u.exec(text.toLowerCase())?.[1] ?? '';

/** The class a described source belongs to, from the nouns in its wording. */
function describedKind(text: string, context: SentenceContext): LinkKind | null {
  const { lexicon } = context.sentence;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  for (const kind of ['document', 'anonymous', 'official', 'expert'] as const) {
    if (words.some((word) => nounClasses(lexicon, word)?.has(kind))) return kind;
  }
  return null;
}

/** What kind of speaker a mention is: by its type, else by how it is described. */
export function linkKindOf(mention: Mention, context: SentenceContext): LinkKind {
  switch (mention.type) {
    case 'Publication':
      return 'publication';
    case 'Document':
      return 'document';
    case 'PublicBody':
      return 'official';
    case 'Place':
      return 'official';
    case 'Organization':
      return describedKind(mention.text, context) ?? 'unspecified';
    case 'Person':
      return mention.named
        ? context.discourse.standing(mention)
        : (describedKind(mention.text, context) ?? 'unspecified');
    default:
      return 'unspecified';
  }
}

/** Mentions that can speak or show in a list: the names themselves, the body of "a spokesman for X", who "he" is. */
export function speakersOf(list: NounList, context: SentenceContext): Mention[] {
  const found = list.phrases.flatMap((phrase): readonly Mention[] => {
    if (phrase.head) return [phrase.head];
    const classes = nounClasses(context.sentence.lexicon, phrase.noun);
    const body = phrase.possessor ?? phrase.modifiers.at(-1) ?? bodyAfter(phrase, context);
    if (body && (classes?.has('staff') || classes?.has('role') || classes?.has('document') || classes?.has('official')))
      return [body];
    return context.discourse.resolve(phrase, context.sentence);
  });
  return found.filter(
    ({ type }) => type !== 'WeaponSystem' && type !== 'Product' && type !== 'Vessel' && type !== 'Event',
  );
}

function bodyAfter(phrase: NounPhrase, context: SentenceContext): Mention | null {
  const { words, lexicon } = context.sentence;
  const next = words[phrase.end]?.lower;
  if (next !== 'for' && next !== 'at' && next !== 'of' && next !== 'from') return null;
  return readPhrase(words, phrase.end + 1, lexicon)?.head ?? null;
}

/** Whether a phrase is about papers: a Document mention or a document noun. */
export function isPaper(phrase: NounPhrase | undefined, context: SentenceContext): boolean {
  if (!phrase) return false;
  if (phrase.head) return phrase.head.type === 'Document';
  return nounClasses(context.sentence.lexicon, phrase.noun)?.has('document') === true;
}

/** Publications a source speaks through: "reviewed by X" within or after it, "who spoke to X", or known from an earlier sentence. */
export function viaOf(list: NounList, context: SentenceContext): { via: Mention[]; end: number } {
  const { sentence, vocabulary, discourse } = context;
  const { words } = sentence;
  for (const { head } of list.phrases) {
    if (!head) continue;
    const word = words.find(({ mention }) => mention === head);
    const inner = (word?.inner ?? []).filter(
      ({ type, start }) =>
        type === 'Publication' && /\b(?:by|to|with)\s+(?:the\s+)?$/iu.test(head.text.slice(0, start - head.start)),
    );
    if (inner.length > 0) return { via: inner, end: list.end };
  }
  const last = list.phrases.at(-1);
  for (const group of sentence.groups) {
    if (group.start < list.end || group.start > list.end + 3) continue;
    const agent =
      words[group.end]?.lower === 'by' || words[group.end]?.lower === 'to' || words[group.end]?.lower === 'with';
    const spoke = /^(?:speak|talk|tell)$/u.test(group.lemma);
    if (!spoke && !(group.passive && vocabulary.reviewVerbs.has(group.lemma))) break;
    const phrase = readPhrase(words, group.end + (agent ? 1 : 0), sentence.lexicon);
    const to = phrase?.head?.type === 'Publication' ? [phrase.head] : [];
    if (to.length > 0) return { via: to, end: phrase?.end ?? list.end };
    break;
  }
  const paper = list.phrases.find((phrase) => isPaper(phrase, context));
  if (paper?.head && last) {
    const known = discourse.reviewer(paper.head, words[paper.start]?.lower ?? '', lastNoun(paper.head.text));
    if (known) return { via: [known], end: list.end };
  }
  return { via: [], end: list.end };
}
