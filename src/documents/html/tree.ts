import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const textOf = (node: Node): string | null => (node.nodeName === '#text' && 'value' in node ? node.value : null);

/** Value of an attribute, `''` when it is not there. */
export const attribute = (element: Element, name: string): string =>
  element.attrs.find((attr) => attr.name === name)?.value ?? '';

/** Elements whose content nobody is meant to read. */
export const UNREAD = new Set(['script', 'style', 'template', 'head', 'noembed', 'noframes', 'object', 'iframe']);

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
    const child: Node | undefined = 'childNodes' in top.node ? top.node.childNodes[top.next] : undefined;
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
      return length < limit && !(isElement(node) && UNREAD.has(node.tagName));
    },
    leave: () => {},
  });
  return parts.join('').replace(/\s+/g, ' ').trim().slice(0, limit);
}
