import type { Problem, ProblemCode } from '../model/index.ts';
import { problemsBy } from './reader.ts';

const problem = problemsBy('documents/unicode');

const KINDS: readonly { readonly code: ProblemCode; readonly pattern: RegExp; readonly what: string }[] = [
  {
    code: 'bidi-controls',
    pattern: /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]+/g,
    what: 'characters that turn the direction of writing, so that text may show in another order than it has',
  },
  {
    code: 'invisible-characters',
    // Zero-width space and joiners, word joiner and invisible operators, soft hyphen, fillers, a BOM inside the text, tag characters.
    pattern:
      /(?:[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\uffa0]|\udb40[\udc00-\udc7f])+/g,
    what: 'invisible characters, which may split a name or carry hidden text',
  },
  {
    code: 'control-characters',
    pattern: /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u0080-\u0084\u0086-\u009f]+/g,
    what: 'control characters (escape sequences, NUL), which a terminal may obey',
  },
];

/** Spans named one by one; more of a kind are only counted. */
const NAMED = 20;

/**
 * Deceptive and invisible characters in a text, as notes with spans: they stay in the text and in every quotation.
 * Joiners and direction marks that a script needs (Arabic, Indic, emoji) are left out. Returns [] when there is none.
 */
export function findUnicodeProblems(text: string): Problem[] {
  return KINDS.flatMap(({ code, pattern, what }) => {
    const spans: { start: number; end: number }[] = [];
    for (const match of text.matchAll(pattern)) {
      if (code !== 'control-characters' && isOrdinary(text, match.index, match[0])) continue;
      spans.push({ start: match.index, end: match.index + match[0].length });
    }
    const named = spans.slice(0, NAMED).map((span) => problem(code, 'note', `Here are ${what}.`, span));
    const more = spans.length - named.length;
    return more > 0 ? [...named, problem(code, 'note', `There are ${more} more places with ${what}.`)] : named;
  });
}

/** A joiner between letters of a script that needs it, a single direction mark beside right-to-left script, a joiner in emoji. */
function isOrdinary(text: string, start: number, found: string): boolean {
  if (found.length > 1) return false;
  const around = text.slice(Math.max(0, start - 2), start + 3);
  if (/[\u200e\u200f\u061c]/.test(found))
    return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text.slice(Math.max(0, start - 20), start + 20));
  if (/[\u200c\u200d]/.test(found)) {
    return /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Tamil}\p{Script=Sinhala}\p{Extended_Pictographic}\ufe0f]/u.test(
      around,
    );
  }
  return found === '\u00ad';
}
