import type { Reason, Scored } from '../model/index.ts';
import { compareTokens, type Likeness } from './compare-tokens.ts';
import type { NameLexicon } from './lexicon.ts';
import { coreTokens, type Name, type NameToken, type TokenRole } from './name.ts';

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
  const score = objections.reduce((rest, { score: cap }) => Math.min(rest, cap), total === 0 ? 0 : alike / total);
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

/** Pairs words, the most alike and weighty first; each word is used once. */
function align(left: readonly NameToken[], right: readonly NameToken[], weigh: Weigh, lexicon: NameLexicon): Alignment {
  const candidates: (Pair & { readonly rank: number })[] = [];
  for (const l of left) {
    for (const r of right) {
      const likeness = compareTokens(l, r, lexicon.givenNames);
      if (likeness.score > 0)
        candidates.push({ left: l, right: r, likeness, rank: likeness.score * (0.1 + weigh(l) + weigh(r)) });
    }
  }
  candidates.sort((a, b) => b.rank - a.rank || b.likeness.score - a.likeness.score);
  const used = new Set<NameToken>();
  const pairs = candidates.filter(({ left: l, right: r }) => {
    if (used.has(l) || used.has(r)) return false;
    used.add(l).add(r);
    return true;
  });
  const rest = joined(
    left.filter((t) => !used.has(t)),
    right.filter((t) => !used.has(t)),
  );
  return { pairs: [...pairs, ...rest.pairs], leftOver: rest.leftOver, rightOver: rest.rightOver };
}

/** Words written together on one side and apart on the other ("Si Chuan", "Sichuan"; "al Rashid", "Alrashid"). */
function joined(left: readonly NameToken[], right: readonly NameToken[]): Alignment {
  const core = ({ role }: NameToken) => role !== 'legal' && role !== 'title' && role !== 'number';
  const l = left.filter(core);
  const r = right.filter(core);
  const key = (tokens: readonly NameToken[]) => tokens.map((token) => token.key).join('');
  const [headL, headR] = [l[0], r[0]];
  if (!headL || !headR || l.length === r.length || key(l).length < 4 || key(l) !== key(r)) {
    return { pairs: [], leftOver: left, rightOver: right };
  }
  const whole = (tokens: readonly NameToken[], head: NameToken): NameToken => ({
    ...head,
    form: tokens.map((token) => token.form).join(' '),
    role: 'core',
  });
  const pair: Pair = { left: whole(l, headL), right: whole(r, headR), likeness: { score: 0.95, feature: 'romanised' } };
  return { pairs: [pair], leftOver: left.filter((t) => !core(t)), rightOver: right.filter((t) => !core(t)) };
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

/** Grounds on which two names cannot be one, whatever else they share; `score` is the most that the comparison may reach. */
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
    clash('names-differ', 0.5, 'core', 'initial');
  } else {
    clash('names-differ', 0.6, 'core', 'acronym');
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
