import { attribute, type Element, isElement, type Node, walk } from './tree.ts';

/** Kinds of `<input>` whose value somebody typed; the others are buttons, secrets and machinery. */
const TYPED = new Set(['', 'text', 'email', 'tel', 'url', 'number', 'date', 'datetime-local', 'month', 'week', 'time']);

/** What a field of a form shows: its value, or a ticked or empty box; `''` for what shows nothing. */
export function shownValue(element: Element): string {
  if (element.tagName !== 'input') return '';
  const type = attribute(element, 'type').toLowerCase();
  if (TYPED.has(type)) return attribute(element, 'value').trim();
  if (type !== 'checkbox' && type !== 'radio') return '';
  return isOn(element, 'checked') ? '☒' : '☐';
}

export const isOn = (element: Element, name: string): boolean => element.attrs.some((attr) => attr.name === name);

/** Whether somebody filled in a form of the page; a box to search in is none. */
export function hasFilledForm(root: Node): boolean {
  let isFilled = false;
  walk(root, {
    enter: (node) => {
      if (isElement(node) && node.tagName === 'input' && !isOn(node, 'hidden')) {
        const isTyped = TYPED.has(attribute(node, 'type').toLowerCase());
        const isSearch = /^(?:q|s|query|search|keywords?)$/i.test(attribute(node, 'name'));
        isFilled ||= isTyped && !isSearch && attribute(node, 'value').trim() !== '';
      }
      return !isFilled && 'childNodes' in node;
    },
    leave: () => {},
  });
  return isFilled;
}
