import { attribute, type Element } from './tree.ts';

/** CSS that takes text out of sight, as far as an element's own attributes tell; style sheets are not evaluated. */
const HIDING: readonly RegExp[] = [
  /(?:^|[;\s])display\s{0,5}:\s{0,5}none/i,
  /(?:^|[;\s])visibility\s{0,5}:\s{0,5}(?:hidden|collapse)/i,
  /(?:^|[;\s])opacity\s{0,5}:\s{0,5}0?(?:\.0+)?(?:[;\s!]|$)/i,
  /(?:^|[;\s])font-size\s{0,5}:\s{0,5}(?:0|0?\.\d+|1)(?:px|pt|em|rem|%)?\s{0,5}(?:[;!]|$)/i,
  /(?:^|[;\s])(?:left|top|text-indent)\s{0,5}:\s{0,5}-\d{3,}/i,
  /(?:^|[;\s])clip\s{0,5}:\s{0,5}rect\(0/i,
];

const WHITE = /^(?:#fff|#ffffff|white|rgb\(255,\s?255,\s?255\)|transparent)$/i;

/** Whether an element hides what is in it from somebody who looks at the page. */
export function isHidden(element: Element): boolean {
  if (element.attrs.some(({ name }) => name === 'hidden')) return true;
  const style = attribute(element, 'style').slice(0, 2_000);
  if (style === '') return false;
  if (HIDING.some((pattern) => pattern.test(style))) return true;
  const value = (property: string): string =>
    new RegExp(`(?:^|;)\\s{0,5}${property}\\s{0,5}:\\s{0,5}([^;!]{1,60})`, 'i').exec(style)?.[1]?.trim() ?? '';
  const color = value('color');
  const background = value('background(?:-color)?');
  return color !== '' && (color.toLowerCase() === background.toLowerCase() || (WHITE.test(color) && background === ''));
}
