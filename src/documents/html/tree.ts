import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const textOf = (node: Node): string | null => (node.nodeName === '#text' && 'value' in node ? node.value : null);

/** Value of an attribute, `''` when it is not there. */
export const attribute = (element: Element, name: string): string =>
  element.attrs.find((attr) => attr.name === name)?.value ?? '';

/** Elements whose content nobody is meant to read; `rp` holds brackets for browsers that cannot set readings. */
const UNREAD = new Set(['script', 'style', 'template', 'head', 'noembed', 'noframes', 'object', 'iframe', 'rp']);

/** A template that the browser shows as the inside of its element (declarative shadow DOM, in its old form as well). */
const isShadow = ({ tagName, attrs }: Element): boolean =>
  tagName === 'template' && attrs.some(({ name }) => name === 'shadowrootmode' || name === 'shadowroot');

export const isUnread = (element: Element): boolean => UNREAD.has(element.tagName) && !isShadow(element);

function childAt(node: Node, at: number): Node | undefined {
  if ('content' in node && isElement(node) && isShadow(node)) return node.content.childNodes[at];
  return 'childNodes' in node ? node.childNodes[at] : undefined;
}

/**
 * Walks a tree in document order without recursion: a page a million elements deep costs memory, not the stack.
 * `enter` returns `false` to skip what is inside; then `leave` is not called.
 */
export function walk(
  root: Node,
  visitor: { readonly enter: (node: Node) => boolean; readonly leave: (node: Node) => void },
): void {
  const open: { readonly node: Node; next: number }[] = [];
  const enter = (node: Node): void => {
    if (visitor.enter(node)) open.push({ node, next: 0 });
  };
  enter(root);
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = childAt(top.node, top.next);
    top.next += 1;
    if (child) enter(child);
    else {
      open.pop();
      visitor.leave(top.node);
    }
  }
}

/** Text of an element with white space collapsed, at most `limit` characters of it. */
export function innerText(root: Node, limit = 2_000): string {
  const parts: string[] = [];
  let length = 0;
  walk(root, {
    enter: (node) => {
      const text = textOf(node);
      if (text !== null) {
        parts.push(text);
        length += text.length;
      }
      return length < limit && !(isElement(node) && isUnread(node));
    },
    leave: () => {},
  });
  return parts.join('').replace(/\s+/g, ' ').trim().slice(0, limit);
}
