import type { Scored } from '../model/index.ts';
import { acronymTokens, isAcronymOf } from './acronym.ts';
import type { NameLexicon } from './lexicon.ts';
import type { Name, NameToken } from './name.ts';

/**
 * Why `short` may be a shorter way to say `long`, or `null`. Scores: 0.95 when only words that weigh little are left out
 * ("Vega" for "JSC Mill Town Plant Vega"), 0.9 for an acronym, 0.9 for a surname, 0.8 for a middle and 0.7 for a first name, 0.75 when a part that may
 * tell it from others is left out ("Orion" for "Orion Vega Maritime"). The words kept must be spelled alike: a respelled part is
 * more often another company than the same one.
 */
export function compareShortForm(short: Name, long: Name, lexicon: NameLexicon): Scored | null {
  if (short.kind !== long.kind) return null;
  const [score, feature] =
    short.kind === 'person'
      ? shortPerson(short, long)
      : short.kind === 'organisation' || short.kind === 'thing'
        ? shortOrganisation(short, long, lexicon)
        : NONE;
  return score === 0 ? null : { score, reasons: [{ feature, score, left: short.text, right: long.text }] };
}

type Verdict = readonly [score: number, feature: string];
const NONE: Verdict = [0, ''];

const isSame = (left: NameToken, right: NameToken): boolean =>
  left.form === right.form || (left.role !== 'number' && left.latin === right.latin);

function shortPerson(short: Name, long: Name): Verdict {
  const [only, ...others] = short.tokens.filter(({ role }) => role === 'core');
  const words = long.tokens.filter(({ role }) => role === 'core' || role === 'patronymic');
  const first = words[0];
  if (!only || !first || words.length < 2) return NONE;
  if (short.tokens.some(({ role }) => role === 'initial')) return NONE;
  if (others.length > 0) return NONE;
  if (isSame(only, words.at(-1) ?? first)) return [0.9, 'surname-of'];
  if (words.slice(1).some((word) => word.role === 'core' && isSame(only, word))) return [0.8, 'middle-name-of'];
  return isSame(only, first) ? [0.7, 'first-name-of'] : NONE;
}

const HEAVY: ReadonlySet<string> = new Set(['core', 'acronym', 'number']);

function shortOrganisation(short: Name, long: Name, lexicon: NameLexicon): Verdict {
  const kept = short.tokens.filter(({ role }) => role !== 'legal' && role !== 'particle');
  const rest = long.tokens.filter(({ role }) => role !== 'legal' && role !== 'particle');
  if (kept.length === 0 || kept.length > rest.length || haveOtherForms(short, long)) return NONE;
  if (isWholeAcronym(kept, long, lexicon)) return [0.9, 'acronym-of'];
  if (!kept.some(({ role }) => HEAVY.has(role) && role !== 'number')) return NONE;
  const omitted = omit(kept, rest, lexicon);
  if (omitted === null || isPartOnly(short, long, omitted, lexicon)) return NONE;
  if (short.kind === 'thing' && omitted.some(({ role }) => role === 'number')) return NONE;
  // "Vega LLC" beside "Vega Trading LLC": each is a full name, and a group has several.
  if (omitted.length > 0 && [short, long].every(hasForm)) return NONE;
  if (omitted.every(({ role }) => role === 'generic' || role === 'place' || role === 'acronym'))
    return [0.95, 'short-form-of'];
  if (short.kind === 'organisation' && endsWithProperName(long, kept)) return [0.9, 'proper-name-of'];
  const head = rest.find(({ role }) => HEAVY.has(role));
  const leads = head !== undefined && kept[0] !== undefined && isSame(kept[0], head);
  return leads && short.kind === 'organisation' && !omitted.some(({ role }) => role === 'number')
    ? [0.75, 'first-word-of']
    : NONE;
}

const hasForm = ({ tokens }: Name): boolean => tokens.some(({ role }) => role === 'legal');

/** "JSC Vega" and "LLC Vega": each is a full name. What is called just a company may be either. */
function haveOtherForms(left: Name, right: Name): boolean {
  const [l, r] = [left, right].map(({ tokens }) =>
    tokens.flatMap(({ role, concept }) => (role === 'legal' && concept !== 'company' ? [concept] : [])),
  );
  return l !== undefined && r !== undefined && l.length > 0 && r.length > 0 && !l.some((form) => r.includes(form));
}

/**
 * Words of a name that mean something else when they stand alone: the goods a company is named after ("Gearbox" of "Silver Heron Gearbox
 * LLC"), the place a ministry is of ("Ruritania" of "Ruritania Ministry of Trade"). A name in which nothing else tells is told by them.
 */
function isPartOnly(short: Name, long: Name, omitted: readonly NameToken[], lexicon: NameLexicon): boolean {
  if (isPlaceOfBody(short, long, lexicon)) return true;
  return omitted.some(({ role }) => role === 'core') && isGoods(short, lexicon);
}

/** Whether a name consists of words for goods only. */
export function isGoods({ tokens }: Name, { products }: NameLexicon): boolean {
  const telling = tokens.filter(({ role }) => HEAVY.has(role) && role !== 'number');
  return telling.length > 0 && telling.every(({ form, key }) => products.find(form, key) !== null);
}

/** Whether `long` is a body of a state and `short` words of it, but not the one for the body. A legal form tells companies ("Police Equipment LLC"). */
export function isPlaceOfBody(short: Name, long: Name, { bodies }: NameLexicon): boolean {
  const words = long.tokens.filter(({ form, key }) => bodies.find(form, key) !== null);
  return (
    words.length > 0 &&
    long.kind === 'organisation' &&
    !long.tokens.some(({ role }) => role === 'legal') &&
    isPartOf(short, long) &&
    !words.some((word) => short.tokens.some((token) => isSame(token, word)))
  );
}

/** Whether all words of `short` are words of `long`. */
export const isPartOf = (short: Name, long: Name): boolean =>
  short.tokens.every((token) => long.tokens.some((other) => isSame(token, other)));

/** "… Machine-Building Plant Vega": what follows the last generic word is the name itself, whatever stands before. */
function endsWithProperName(long: Name, kept: readonly NameToken[]): boolean {
  const tokens = long.tokens.filter(({ role }) => role !== 'legal');
  const tail = tokens.slice(-kept.length);
  const before = tokens.at(-kept.length - 1);
  return before?.role === 'generic' && tail.every((token, at) => kept[at] !== undefined && isSame(token, kept[at]));
}

function isWholeAcronym(kept: readonly NameToken[], long: Name, lexicon: NameLexicon): boolean {
  const letters = kept.map(({ form }) => form).join('');
  const spelled = kept.length === 1 ? kept[0]?.role === 'acronym' || kept[0]?.role === 'core' : long.kind === 'thing';
  const tokens = acronymTokens(long);
  return spelled && letters.length <= 8 && tokens.length >= 2 && isAcronymOf(letters, tokens, lexicon);
}

/** The words of `long` that `short` leaves out, or `null` when `short` has a word of its own. An acronym may stand for several. */
function omit(short: readonly NameToken[], long: readonly NameToken[], lexicon: NameLexicon): NameToken[] | null {
  const left = [...long];
  const unmatched: NameToken[] = [];
  for (const token of short) {
    const at = left.findIndex(
      (other) => isSame(token, other) || (token.concept !== null && token.concept === other.concept),
    );
    if (at < 0) unmatched.push(token);
    else left.splice(at, 1);
  }
  if (unmatched.length === short.length) return null;
  for (const token of unmatched) {
    const run = token.role === 'acronym' ? runOf(token.form, left, lexicon) : null;
    if (run === null) return null;
    left.splice(run.at, run.length);
  }
  return left;
}

function runOf(
  letters: string,
  tokens: readonly NameToken[],
  lexicon: NameLexicon,
): { at: number; length: number } | null {
  for (let at = 0; at < tokens.length; at++) {
    for (let length = 2; at + length <= tokens.length; length++) {
      if (isAcronymOf(letters, tokens.slice(at, at + length), lexicon)) return { at, length };
    }
  }
  return null;
}
