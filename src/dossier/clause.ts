import type { Run } from './dossier.ts';
import { enumerate, text } from './runs.ts';
import type { Wording } from './wording.ts';

/** What a template may name: each a list of names, as runs. */
export type Arguments = Readonly<Record<Role, readonly (readonly Run[])[]>> & {
  /** Whether the verb stands in the plural though there is one subject: "Norwegian experts". */
  readonly plural: boolean;
};
type Role =
  | 'subject'
  | 'object'
  | 'theme'
  | 'goods'
  | 'price'
  | 'office'
  | 'value'
  | 'words'
  | 'who'
  | 'clause'
  | 'base';

export const NO_ARGUMENTS: Arguments = {
  subject: [],
  object: [],
  theme: [],
  goods: [],
  price: [],
  office: [],
  value: [],
  words: [],
  who: [],
  clause: [],
  base: [],
  plural: false,
};

const isArgument = (name: string): name is Role => name !== 'plural' && Object.hasOwn(NO_ARGUMENTS, name);

const PART = /\[([^[\]]*)\]|\{([a-z]+)(?:\/([^{}]*))?\}/g;

/**
 * A sentence template with names put in, as runs. `{is} {has} {was} {does} {s}` agree with the number of subjects;
 * `{theme/goods}` says "goods" when there is no theme; `[ to {object}]` falls away when there is no object, `[no object: a denial]`
 * when there is one. A missing argument without a default is worded ("an unnamed party"), never left blank.
 */
export function fillTemplate(template: string, given: Arguments, wording: Wording): Run[] {
  const several = given.plural || given.subject.length > 1;
  const runs: Run[] = [];
  let from = 0;
  for (const match of template.matchAll(PART)) {
    if (match.index > from) runs.push(text(template.slice(from, match.index)));
    from = match.index + match[0].length;
    const [, optional, name, fallback] = match;
    if (optional !== undefined) {
      const kept = keptPart(optional, given);
      if (kept !== null) runs.push(...fillTemplate(kept, given, wording));
    } else if (name !== undefined) {
      runs.push(...fillPlace(name, fallback, given, several, wording));
    }
  }
  if (from < template.length) runs.push(text(template.slice(from)));
  return runs;
}

const WITHOUT = /^no ([a-z]+):/;

/** What stands of a part in brackets; `null` when it falls away. */
function keptPart(part: string, given: Arguments): string | null {
  const [head, without] = WITHOUT.exec(part) ?? [];
  if (head === undefined || without === undefined || !isArgument(without)) return isComplete(part, given) ? part : null;
  return given[without].length === 0 ? part.slice(head.length) : null;
}

function isComplete(template: string, given: Arguments): boolean {
  return [...template.matchAll(PART)].every(
    ([, , name]) => name === undefined || !isArgument(name) || given[name].length > 0,
  );
}

const AGREEMENT: Readonly<Record<string, readonly [one: string, several: string]>> = {
  is: ['is', 'are'],
  has: ['has', 'have'],
  was: ['was', 'were'],
  does: ['does', 'do'],
  s: ['s', ''],
};

function fillPlace(
  name: string,
  fallback: string | undefined,
  given: Arguments,
  several: boolean,
  wording: Wording,
): Run[] {
  const forms = AGREEMENT[name];
  if (forms) return [text(several ? forms[1] : forms[0])];
  const items = isArgument(name) ? given[name] : [];
  if (items.length > 0) return enumerate(items, name === 'value' ? 'or' : 'and');
  return [text(fallback ?? wording.label('missing', name))];
}
