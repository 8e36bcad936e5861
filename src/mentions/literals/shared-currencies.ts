import type { Lexicons } from '../../model/index.ts';
import type { Frame } from './candidate.ts';

/** One country's use of a form: its code, and the stems by which a document shows that it speaks of that country. */
interface Use {
  readonly code: string;
  /** Stands where the document shows none of them. */
  readonly isUsual: boolean;
  readonly stems: readonly string[];
}

const compiled = new WeakMap<Lexicons, ReadonlyMap<string, readonly Use[]>>();

function usesOf(lexicons: Lexicons): ReadonlyMap<string, readonly Use[]> {
  const known = compiled.get(lexicons);
  if (known) return known;
  const uses = new Map<string, Use[]>();
  for (const [form = '', code = '', usual = '', stems = ''] of lexicons.lists['literals/shared-currencies'] ?? []) {
    const use = { code, isUsual: usual === 'usual', stems: stems.toLowerCase().split('|') };
    const list = uses.get(form);
    if (list) list.push(use);
    else uses.set(form, [use]);
  }
  compiled.set(lexicons, uses);
  return uses;
}

/** Settles the forms that several countries share by the words of one document: one country shown, its code; none, the usual one; several, open. */
export function sharedCurrencies(text: string, lexicons: Lexicons): Frame['currencyOf'] {
  const uses = usesOf(lexicons);
  const settled = new Map<string, string | null>();
  let lower: string | null = null;
  // "oman" is not in "woman"; Chinese has no spaces between words.
  const shows = (stem: string): boolean => {
    lower ??= text.toLowerCase();
    for (let at = lower.indexOf(stem); at >= 0; at = lower.indexOf(stem, at + 1))
      if (!/^\p{L}/u.test(stem) || /^\p{Script=Han}/u.test(stem) || !/\p{L}/u.test(lower[at - 1] ?? '')) return true;
    return false;
  };
  const settle = (countries: readonly Use[]): string | null => {
    const shown = countries.filter(({ stems }) => stems.some(shows));
    const one = shown.length === 0 ? countries.find(({ isUsual }) => isUsual) : shown[0];
    return shown.length > 1 || one?.code === '?' ? null : (one?.code ?? null);
  };
  return (form, code) => {
    const key = form.toLowerCase();
    const countries = uses.get(key);
    if (!countries) return code;
    let answer = settled.get(key);
    if (answer === undefined) {
      answer = settle(countries);
      settled.set(key, answer);
    }
    return answer;
  };
}
