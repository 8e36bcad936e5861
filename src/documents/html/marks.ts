import { attribute, type Element, isElement, type Node, walk } from './tree.ts';

/** What the elements around a text do to its characters. */
export interface Marks {
  readonly isStruck: boolean;
  readonly shift: 'raised' | 'lowered' | null;
}

type Effect = keyof typeof EFFECTS;

const EFFECTS = {
  struck: /text-decoration(?:-line)?\s{0,5}:[^;]{0,80}line-through/i,
  raised: /vertical-align\s{0,5}:\s{0,5}(?:super|text-top)/i,
  lowered: /vertical-align\s{0,5}:\s{0,5}(?:sub|text-bottom)/i,
} as const;

const TAGS: Readonly<Record<string, Effect>> = {
  del: 'struck',
  s: 'struck',
  strike: 'struck',
  sup: 'raised',
  sub: 'lowered',
};

const effectsOf = (style: string): Effect[] =>
  (Object.keys(EFFECTS) as Effect[]).filter((effect) => EFFECTS[effect].test(style));

/** A rule of a style sheet with such an effect, by the last part of its selector. */
interface Rule {
  readonly tag: string;
  readonly classes: readonly string[];
  readonly effects: readonly Effect[];
}

/** Style sheets longer than this, all together, are looked at no further. */
const LONGEST_SHEET = 400_000;

/** Reads what tags, styles and the page's own style sheets say of struck-out and raised text. */
export function createMarks(root: Node): (element: Element, outer: Marks) => Marks {
  const rules = findRules(root);
  return (element, outer) => {
    const tag = TAGS[element.tagName];
    const style = attribute(element, 'style').slice(0, 2_000);
    const effects = [...(tag ? [tag] : []), ...(style === '' ? [] : effectsOf(style)), ...byRules(element, rules)];
    if (effects.length === 0) return { isStruck: outer.isStruck, shift: outer.shift };
    const shift = effects.includes('raised') ? 'raised' : effects.includes('lowered') ? 'lowered' : outer.shift;
    return { isStruck: outer.isStruck || effects.includes('struck'), shift };
  };
}

function byRules(element: Element, rules: readonly Rule[]): Effect[] {
  if (rules.length === 0) return [];
  const classes = new Set(attribute(element, 'class').slice(0, 500).split(/\s+/));
  return rules
    .filter(
      ({ tag, classes: wanted }) => (tag === '' || tag === element.tagName) && wanted.every((one) => classes.has(one)),
    )
    .flatMap(({ effects }) => effects);
}

function findRules(root: Node): Rule[] {
  const rules: Rule[] = [];
  let left = LONGEST_SHEET;
  walk(root, {
    enter: (node) => {
      if (isElement(node) && node.tagName === 'style') {
        const sheet = node.childNodes
          .map((child) => ('value' in child ? child.value : ''))
          .join('')
          .slice(0, left);
        left -= sheet.length;
        for (const rule of sheet.split('}')) rules.push(...readRule(rule));
      }
      return 'childNodes' in node && left > 0;
    },
    leave: () => {},
  });
  return rules;
}

function readRule(rule: string): Rule[] {
  const open = rule.lastIndexOf('{');
  const effects = open < 0 ? [] : effectsOf(rule.slice(open).slice(0, 5_000));
  if (effects.length === 0) return [];
  const selectors = rule.slice(Math.max(rule.lastIndexOf('{', open - 1), rule.lastIndexOf('*/', open)) + 1, open);
  return selectors.split(',').flatMap((selector): Rule[] => {
    // What precedes the last part says where such an element stands; states (`:hover`) and attributes are not looked at.
    const last =
      selector
        .trim()
        .split(/[\s>+~]+/)
        .at(-1) ?? '';
    const [, tag = '', classes = ''] = /^([a-z][a-z0-9]{0,20})?((?:\.[\w-]{1,100}){0,10})$/i.exec(last) ?? [];
    return tag + classes === ''
      ? []
      : [{ tag: tag.toLowerCase(), classes: classes.split('.').filter(Boolean), effects }];
  });
}
