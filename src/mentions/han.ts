import type { Lexicons, MentionType } from '../model/index.ts';
import type { Candidate } from './candidate.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Sentence, Word } from './words.ts';

interface Wording {
  readonly stop: RegExp;
  readonly endings: readonly (readonly [ending: string, type: MentionType])[];
  readonly roles: readonly string[];
  readonly speech: readonly string[];
  readonly generic: RegExp;
}

const TYPES: Readonly<Record<string, MentionType>> = {
  company: 'Company',
  organization: 'Organization',
  body: 'PublicBody',
  publication: 'Publication',
  place: 'Place',
};

const compiled = new WeakMap<Lexicons, Wording>();

function wordingOf(lexicons: Lexicons): Wording {
  const known = compiled.get(lexicons);
  if (known) return known;
  const rows = lexicons.lists['mentions/han'] ?? [];
  const of = (kind: string): string[] =>
    rows
      .filter((row) => row[1] === kind)
      .map((row) => row[0] ?? '')
      .sort((a, b) => b.length - a.length);
  const endings = rows.flatMap(([ending = '', kind = '']): (readonly [string, MentionType])[] => {
    const type = TYPES[kind];
    return type ? [[ending, type]] : [];
  });
  const wording = {
    stop: new RegExp(of('stop').join('|'), 'gu'),
    endings: endings.sort((a, b) => b[0].length - a[0].length),
    roles: of('role'),
    speech: of('speech'),
    generic: new RegExp(`^(?:${of('generic').join('|')})+$`, 'u'),
  };
  compiled.set(lexicons, wording);
  return wording;
}

const LONGEST = 24;

/** Names in Chinese: known names and countries, companies and bodies by their endings, people beside a role or a verb of saying. */
export function findHan(
  sentence: Sentence,
  index: number,
  { lexicons, vocabulary }: { readonly lexicons: Lexicons; readonly vocabulary: Vocabulary },
): Candidate[] {
  const found: Candidate[] = [];
  if (!sentence.words.some((word) => word.kind === 'han')) return found;
  const wording = wordingOf(lexicons);
  for (const [at, word] of sentence.words.entries()) {
    if (word.kind !== 'han') continue;
    const push = (from: number, to: number, type: MentionType, vote: number): void => {
      const text = word.text.slice(from, to);
      const span = { start: word.start + from, end: word.start + to };
      found.push({
        ...span,
        sentence: index,
        from: at,
        to: at,
        named: true,
        votes: { [type]: vote },
        strength: type === 'Place' ? 4 : 5,
        rule: 'mentions/han',
        key: text,
      });
    };
    findKnownHan(word, vocabulary, push);
    findEndings(word, { wording, vocabulary, push });
    findPeople(word, { wording, vocabulary, push });
  }
  return found;
}

type Push = (from: number, to: number, type: MentionType, vote: number) => void;

interface Looks {
  readonly wording: Wording;
  readonly vocabulary: Vocabulary;
  readonly push: Push;
}

function findKnownHan(word: Word, vocabulary: Vocabulary, push: Push): void {
  const { text } = word;
  for (let from = 0; from < text.length; from++) {
    for (let length = Math.min(10, text.length - from); length >= 2; length--) {
      const piece = text.slice(from, from + length);
      const type = vocabulary.knownNames.get(piece);
      const place = type ? undefined : vocabulary.places.get(piece);
      if (!type && (!place || place.kind === 'city')) continue;
      push(from, from + length, type ?? 'Place', 3.5);
      from += length - 1;
      break;
    }
  }
}

/** Stretches between stop words; the longest ending inside one closes the name. */
function findEndings(word: Word, { wording, vocabulary, push }: Looks): void {
  const { text } = word;
  let start = 0;
  const stretch = (from: number, to: number): void => {
    let at = from;
    while (at < to) {
      const close = firstEnding(text, at, to, wording);
      if (!close) return;
      const begin = Math.max(at, close.to - LONGEST);
      const name = text.slice(begin, close.to);
      const stem = text.slice(begin, close.from);
      const nation = vocabulary.places.get(stem)?.kind === 'country' || stem.length === 1;
      const plain = stem === '' || wording.generic.test(stem) || nation;
      if (close.type === 'PublicBody' ? stem === '' || nation || stem.length <= 8 : !plain && stem.length >= 2)
        push(begin, close.to, close.type, name.length > 3 ? 3 : 2);
      at = close.to;
    }
  };
  for (const match of text.matchAll(wording.stop)) {
    // A stop character inside an ending ("中心") is none.
    if (wording.endings.some(([ending]) => ending.length > match[0].length && text.startsWith(ending, match.index)))
      continue;
    stretch(start, match.index);
    start = match.index + match[0].length;
  }
  stretch(start, text.length);
}

function firstEnding(
  text: string,
  from: number,
  to: number,
  wording: Wording,
): { readonly from: number; readonly to: number; readonly type: MentionType } | null {
  for (let at = from; at < to; at++) {
    for (const [ending, type] of wording.endings) {
      if (at + ending.length > to || !text.startsWith(ending, at)) continue;
      // One-character endings ("市", "区", "厂") only where the stretch ends, so that they do not cut longer names.
      if (ending.length === 1 && at + 1 < to) continue;
      return { from: at, to: at + ending.length, type };
    }
  }
  return null;
}

/** "总经理王某" and "王某表示"; foreign names are written with a middle dot. */
function findPeople(word: Word, { wording, vocabulary, push }: Looks): void {
  const { text } = word;
  const isSurname = (at: number): boolean => vocabulary.chineseSurnames.has(text.charAt(at));
  for (const role of wording.roles) {
    for (let at = text.indexOf(role); at >= 0; at = text.indexOf(role, at + 1)) {
      const from = at + role.length;
      if (!isSurname(from)) continue;
      const said = [3, 2, 4].find((length) => wording.speech.some((verb) => text.startsWith(verb, from + length)));
      const rest = text.length - from;
      const length = said ?? (rest === 2 || rest === 3 ? rest : 0);
      if (length > 1) push(from, from + length, 'Person', 3);
    }
  }
  for (const verb of wording.speech) {
    const at = text.indexOf(verb);
    const length = [3, 2].find((each) => at === each && isSurname(0));
    if (length) push(0, length, 'Person', 2.5);
  }
}
