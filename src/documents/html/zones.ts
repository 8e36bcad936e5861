import { hasFilledForm } from './form.ts';
import { attribute, type Element, isElement, isUnread, type Node, textOf, walk } from './tree.ts';

/** What a part of a page is: what the reader came for, what stands around it, or what others wrote below it. */
export type Zone = 'content' | 'boilerplate' | 'comment';

const BOILERPLATE_TAGS = new Set(['nav', 'footer', 'aside', 'button', 'select', 'datalist', 'menu', 'dialog', 'label']);
const BOILERPLATE_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'dialog',
  'alertdialog',
  'menu',
  'menubar',
  'toolbar',
]);

/** Words that web designers put into `class` and `id`, in the few languages they use for it. */
const BOILERPLATE_WORDS = new Set(
  'nav navbar navigation menu breadcrumb breadcrumbs footer masthead sidebar cookie cookies consent gdpr newsletter subscribe subscription signup promo promotion related recommended recommendations recirculation trending popular mostread share sharing social advert advertisement ads ad sponsored sponsor banner pagination pager toolbar popup modal overlay skip copyright imprint impressum disclaimer login taboola outbrain teaser teasers widget'.split(
    ' ',
  ),
);
const COMMENT_WORDS = new Set(
  'comment comments commentlist commentthread reply replies disqus respond kommentar kommentare comentario comentarios commentaire commentaires commenti reacties kommentarii'.split(
    ' ',
  ),
);
/** Elements that hold the whole page; their classes speak of its layout. */
const WHOLE = new Set(['html', 'body', 'main', 'article']);

function wordsOf(element: Element): string[] {
  return `${attribute(element, 'class')} ${attribute(element, 'id')}`
    .slice(0, 500)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
}

/** Length of the text in and under every element. */
export function measure(root: Node): ReadonlyMap<Node, number> {
  const lengths = new Map<Node, number>();
  const open: number[] = [0];
  walk(root, {
    enter: (node) => {
      const text = textOf(node);
      if (text !== null) open[open.length - 1] = (open.at(-1) ?? 0) + text.trim().length;
      if (!('childNodes' in node) || (isElement(node) && isUnread(node))) return false;
      open.push(0);
      return true;
    },
    leave: (node) => {
      const length = open.pop() ?? 0;
      lengths.set(node, length);
      open[open.length - 1] = (open.at(-1) ?? 0) + length;
    },
  });
  return lengths;
}

export interface Layout {
  /** Zone of an element inside `outer`. */
  readonly zoneOf: (element: Element, outer: Zone) => Zone;
  /** The element that holds the article, or `null` when the page does not say. */
  readonly article: Element | null;
}

/** Tells the article from what stands around it, by landmarks, roles, class names and where the text is. */
export function findLayout(root: Node): Layout {
  const lengths = measure(root);
  const total = Math.max(1, lengths.get(root) ?? 1);
  const share = (element: Element): number => (lengths.get(element) ?? 0) / total;
  // The labels of a form that somebody filled in say what the values are.
  const isFilled = hasFilledForm(root);
  const zoneOf = (element: Element, outer: Zone): Zone => {
    if (outer === 'comment' || isComment(element)) return share(element) > 0.9 ? outer : 'comment';
    if (outer === 'boilerplate') return outer;
    if (isFilled && element.tagName === 'label') return outer;
    return isBoilerplate(element, share(element)) ? 'boilerplate' : 'content';
  };
  return { zoneOf, article: findArticle(root, zoneOf, share) };
}

function isComment(element: Element): boolean {
  if (WHOLE.has(element.tagName) && element.tagName !== 'article') return false;
  if (/\bcomment\b/i.test(attribute(element, 'role'))) return true;
  if (
    /schema\.org\/(?:User)?Comments?$/i.test(attribute(element, 'itemtype')) ||
    attribute(element, 'itemprop') === 'comment'
  )
    return true;
  return wordsOf(element).some((word) => COMMENT_WORDS.has(word));
}

function isBoilerplate(element: Element, share: number): boolean {
  if (BOILERPLATE_TAGS.has(element.tagName) || BOILERPLATE_ROLES.has(attribute(element, 'role'))) return true;
  if (WHOLE.has(element.tagName) || share > 0.5) return false;
  return wordsOf(element).some((word) => BOILERPLATE_WORDS.has(word));
}

/** The one `<article>` (or else `<main>`) that holds most of the page's content. */
function findArticle(root: Node, zoneOf: Layout['zoneOf'], share: (element: Element) => number): Element | null {
  const zones: Zone[] = ['content'];
  const found: Element[] = [];
  walk(root, {
    enter: (node) => {
      if (!isElement(node)) return 'childNodes' in node;
      if (isUnread(node)) return false;
      const zone = zoneOf(node, zones.at(-1) ?? 'content');
      if (zone !== 'content') return false;
      const isArticle =
        node.tagName === 'article' ||
        attribute(node, 'role') === 'article' ||
        attribute(node, 'itemprop') === 'articleBody';
      if (isArticle || node.tagName === 'main' || attribute(node, 'role') === 'main') found.push(node);
      zones.push(zone);
      return !isArticle;
    },
    leave: (node) => {
      if (isElement(node)) zones.pop();
    },
  });
  const isMain = (element: Element): boolean => element.tagName === 'main' || attribute(element, 'role') === 'main';
  const largest = (candidates: readonly Element[]): Element | null =>
    candidates.reduce<Element | null>(
      (best, element) => (!best || share(element) > share(best) ? element : best),
      null,
    );
  const article = largest(found.filter((element) => !isMain(element)));
  if (article && share(article) >= 0.4) return article;
  const main = largest(found.filter(isMain));
  return main && share(main) >= 0.3 ? main : null;
}
