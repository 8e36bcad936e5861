import type { Reason, Scored } from '../model/index.ts';
import { compareTokens, type Likeness } from './compare-tokens.ts';
import type { NameLexicon } from './lexicon.ts';
import { coreTokens, type Name, type NameToken, type TokenRole } from './name.ts';
import { soundKey } from './sound-key.ts';

const WEIGHTS: Readonly<Record<TokenRole, number>> = {
  core: 1,
  acronym: 1,
  number: 1,
  patronymic: 0.5,
  place: 0.45,
  initial: 0.3,
  generic: 0.2,
  particle: 0.05,
  legal: 0,
  title: 0,
};

export interface CompareOptions {
  readonly lexicon: NameLexicon;
  /** 0..1, how rare a word is where it matters (a list, a case); 1 when not given. */
  readonly rarity?: (token: NameToken) => number;
}

interface Pair {
  readonly left: NameToken;
  readonly right: NameToken;
  readonly likeness: Likeness;
}

interface Alignment {
  readonly pairs: readonly Pair[];
  readonly leftOver: readonly NameToken[];
  readonly rightOver: readonly NameToken[];
}

/**
 * How alike two names are, 0..1, with a reason for every pair of words and for every objection.
 * The order of words does not matter. Names of different kinds are compared as far as their words go.
 * 0.9 and more: the same name in another spelling, script or legal form; about 0.7: one name contains the other.
 */
export function compareNames(left: Name, right: Name, options: CompareOptions): Scored {
  const weigh = weights(left, right, options);
  const alignment = align(left.tokens, right.tokens, weigh, options.lexicon);
  const matched = alignment.pairs.map(({ left: l, right: r, likeness }) => ({
    reason: { feature: likeness.feature, score: likeness.score, left: l.form, right: r.form },
    weight: weigh(l) + weigh(r),
  }));
  const unmatched = [
    ...alignment.leftOver.map((t) => missing(left, right, t, weigh)),
    ...alignment.rightOver.map((t) => missing(right, left, t, weigh)),
  ];
  const total =
    matched.reduce((sum, { weight }) => sum + weight, 0) + unmatched.reduce((sum, weight) => sum + weight, 0);
  const alike = matched.reduce((sum, { reason, weight }) => sum + reason.score * weight, 0);
  const objections = findObjections(left, right, alignment);
  const score = objections.reduce(
    (rest, { feature, score: limit }) => (feature === 'names-differ' ? rest * limit : Math.min(rest, limit)),
    total === 0 ? 0 : alike / total,
  );
  return { score, reasons: [...matched.map(({ reason }) => reason), ...objections] };
}

type Weigh = (token: NameToken) => number;

function weights(left: Name, right: Name, { rarity }: CompareOptions): Weigh {
  const told = new Set([...coreTokens(left), ...coreTokens(right)]);
  const bare = (name: Name) => !name.tokens.some(({ role }) => role === 'core' || role === 'acronym');
  // A name of nothing but generic words is told by them, so there they weigh in full.
  const generic = bare(left) || bare(right);
  return (token) => {
    const weight = generic && told.has(token) ? Math.max(WEIGHTS[token.role], 0.8) : WEIGHTS[token.role];
    return rarity ? weight * rarity(token) : weight;
  };
}

/** Pairs words: those written apart on one side first, then the most alike and weighty; each word is used once. */
function align(left: readonly NameToken[], right: readonly NameToken[], weigh: Weigh, lexicon: NameLexicon): Alignment {
  const { pairs: joined, leftOver, rightOver } = joinWords(left, right);
  const candidates: (Pair & { readonly rank: number })[] = [];
  for (const l of leftOver) {
    for (const r of rightOver) {
      const likeness = compareTokens(l, r, lexicon.givenNames);
      const rank = likeness.score * (0.1 + weigh(l) + weigh(r));
      if (likeness.score > 0) candidates.push({ left: l, right: r, likeness, rank });
    }
  }
  candidates.sort((a, b) => b.rank - a.rank || b.likeness.score - a.likeness.score);
  const used = new Set<NameToken>();
  const pairs = candidates.filter(({ left: l, right: r }) => {
    if (used.has(l) || used.has(r)) return false;
    used.add(l).add(r);
    return true;
  });
  const unused = (token: NameToken) => !used.has(token);
  return { pairs: [...joined, ...pairs], leftOver: leftOver.filter(unused), rightOver: rightOver.filter(unused) };
}

const JOINABLE: ReadonlySet<TokenRole> = new Set([
  'core',
  'particle',
  'place',
  'patronymic',
  'acronym',
  'generic',
  'initial',
]);

/** Words written together on one side and apart on the other ("Si Chuan", "Sichuan"; "al Rashid", "Alrashid"). */
function joinWords(left: readonly NameToken[], right: readonly NameToken[]): Alignment {
  const pairs: Pair[] = [];
  let [l, r] = [[...left], [...right]];
  const shared = new Set(l.flatMap(({ key }) => (r.some((token) => token.key === key) ? [key] : [])));
  for (const whole of [...l, ...r].filter(({ key }) => !shared.has(key))) {
    const [own, other] = l.includes(whole) ? [l, r] : [r, l];
    const parts = whole.role === 'number' || whole.role === 'legal' ? null : partsOf(whole, other);
    if (!parts) continue;
    const joined: NameToken = { ...whole, form: parts.map(({ form }) => form).join(' ') };
    const likeness: Likeness = { score: 0.95, feature: 'romanised' };
    pairs.push(own === l ? { left: whole, right: joined, likeness } : { left: joined, right: whole, likeness });
    l = l.filter((token) => token !== whole && !parts.includes(token));
    r = r.filter((token) => token !== whole && !parts.includes(token));
  }
  return { pairs, leftOver: l, rightOver: r };
}

const MOST_PARTS = 4;

function partsOf(whole: NameToken, tokens: readonly NameToken[]): NameToken[] | null {
  if (whole.latin.length < 4) return null;
  for (let at = 0; at < tokens.length; at++) {
    for (let length = 2; length <= MOST_PARTS && at + length <= tokens.length; length++) {
      const parts = tokens.slice(at, at + length);
      if (!parts.every(({ role }) => JOINABLE.has(role))) break;
      if (soundKey(parts.map(({ latin }) => latin).join('')) === whole.key) return parts;
    }
  }
  return null;
}

/** What a word costs that the other name lacks: little for a middle name or patronymic, for people are named with and without. */
function missing(own: Name, other: Name, token: NameToken, weigh: Weigh): number {
  if (own.kind !== 'person') return weigh(token);
  const core = own.tokens.filter(({ role }) => role === 'core');
  const otherCore = other.tokens.filter(({ role }) => role === 'core' || role === 'initial');
  const middle = token.role === 'core' && otherCore.length >= 2 && token !== core[0] && token !== core.at(-1);
  if (middle) return 0.3;
  if (token.role === 'patronymic' || token.role === 'initial') return 0.15;
  return weigh(token);
}

const objection = (
  feature: string,
  score: number,
  left: readonly NameToken[],
  right: readonly NameToken[],
): Reason => ({
  feature,
  score,
  left: left.map(({ form }) => form).join(' '),
  right: right.map(({ form }) => form).join(' '),
});

/**
 * Grounds on which two names are hardly one, whatever else they share. Their `score` is the most that the comparison may reach; for
 * `names-differ` it is a factor instead, so that names which differ in one word of five still rank above those that differ in two of three.
 */
function findObjections(left: Name, right: Name, { leftOver, rightOver }: Alignment): Reason[] {
  const found: Reason[] = [];
  const only = (tokens: readonly NameToken[], ...roles: TokenRole[]) =>
    tokens.filter(({ role }) => roles.includes(role));
  const clash = (feature: string, cap: number, ...roles: TokenRole[]) => {
    const [l, r] = [only(leftOver, ...roles), only(rightOver, ...roles)];
    if (l.length > 0 && r.length > 0) found.push(objection(feature, cap, l, r));
  };
  clash('numbers-differ', 0.3, 'number');
  const [l, r] = [only(leftOver, 'number'), only(rightOver, 'number')];
  if (l.length !== r.length && (l.length === 0 || r.length === 0)) {
    found.push(objection('number-missing', left.kind === 'thing' || right.kind === 'thing' ? 0.5 : 0.8, l, r));
  }
  if (left.kind === 'person' && right.kind === 'person') {
    clash('patronymics-differ', 0.5, 'patronymic');
    clash('names-differ', 0.75, 'core', 'initial');
  } else {
    clash('names-differ', 0.8, 'core', 'acronym');
    found.push(...compareLegalForms(left, right));
  }
  return found;
}

/** "JSC Vega" may be another company than "LLC Vega", though translators and clerks mix the forms up: a doubt, not a difference. */
function compareLegalForms(left: Name, right: Name): Reason[] {
  const forms = ({ tokens }: Name) => tokens.filter(({ role, concept }) => role === 'legal' && concept !== 'company');
  const [l, r] = [forms(left), forms(right)];
  const differ = l.length > 0 && r.length > 0 && !l.some(({ concept }) => r.some((other) => other.concept === concept));
  return differ ? [objection('legal-forms-differ', 0.89, l, r)] : [];
}
