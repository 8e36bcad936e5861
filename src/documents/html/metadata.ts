import type { DocumentMetadata } from '../../model/index.ts';
import { toEdtf } from '../dates.ts';
import { readJsonLd } from './json-ld.ts';
import { attribute, type Element, innerText, isElement, type Node, walk } from './tree.ts';

/** Everything a page says of itself, as found. */
interface Statements {
  readonly meta: Map<string, string>;
  readonly scripts: string[];
  title: string | null;
  heading: string | null;
  canonical: string | null;
  time: string | null;
  byline: string | null;
}

function collect(root: Node): Statements {
  const said: Statements = {
    meta: new Map(),
    scripts: [],
    title: null,
    heading: null,
    canonical: null,
    time: null,
    byline: null,
  };
  walk(root, {
    enter: (node) => {
      if (isElement(node)) note(node, said);
      return 'childNodes' in node;
    },
    leave: () => {},
  });
  return said;
}

function note(element: Element, said: Statements): void {
  const { tagName } = element;
  if (tagName === 'meta') {
    const key = (
      attribute(element, 'property') ||
      attribute(element, 'name') ||
      attribute(element, 'itemprop')
    ).toLowerCase();
    const content = attribute(element, 'content').trim().slice(0, 2_000);
    if (key !== '' && content !== '' && !said.meta.has(key)) said.meta.set(key, content);
  } else if (tagName === 'title') said.title ??= innerText(element) || null;
  else if (tagName === 'h1') said.heading ??= innerText(element) || null;
  else if (tagName === 'link' && attribute(element, 'rel').toLowerCase() === 'canonical')
    said.canonical ??= attribute(element, 'href') || null;
  else if (tagName === 'time') said.time ??= toEdtf(attribute(element, 'datetime') || innerText(element));
  else if (tagName === 'script' && /ld\+json/i.test(attribute(element, 'type'))) {
    said.scripts.push(element.childNodes.map((child) => ('value' in child ? child.value : '')).join(''));
  } else if (said.byline === null && isByline(element)) said.byline = cleanByline(innerText(element, 300));
}

function isByline(element: Element): boolean {
  if (/\bauthor\b/i.test(`${attribute(element, 'rel')} ${attribute(element, 'itemprop')}`)) return true;
  return /(?:^|[\s_-])(?:byline|author|authors|author-name)(?:$|[\s_-])/i.test(
    attribute(element, 'class').slice(0, 300),
  );
}

/** "By Jane Doe | 4 May" -> "Jane Doe"; `null` for what is too long to be a name. */
function cleanByline(text: string): string | null {
  const name = (
    text.replace(/^(?:by|von|par|por|di|автор:?)\s+/i, '').split(/\s*[|·•\n]\s*|\s+[-–—]\s+/)[0] ?? ''
  ).trim();
  return name === '' || name.length > 120 || !/\p{L}/u.test(name) ? null : name;
}

const PUBLISHED = [
  'article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.date',
  'dcterms.created',
  'pubdate',
  'publishdate',
  'publish-date',
  'sailthru.date',
  'parsely-pub-date',
  'og:article:published_time',
  'citation_publication_date',
];
const AUTHOR = [
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'twitter:creator',
  'citation_author',
];

/**
 * Title, author, publisher, date and address of a page: structured data first, then meta tags, then what the page shows.
 * `body` is the text of the article where the structured data hold it.
 */
export function readMetadata(root: Node): { readonly metadata: DocumentMetadata; readonly body: string | null } {
  const said = collect(root);
  const first = (keys: readonly string[]): string | null =>
    keys.map((key) => said.meta.get(key)).find((value) => value) ?? null;
  const structured = readJsonLd(said.scripts);
  const url = absolute(said.canonical) ?? absolute(first(['og:url'])) ?? structured.url;
  const site = structured.publisher ?? first(['og:site_name', 'application-name', 'publisher', 'dc.publisher']);
  const author = structured.author ?? nameOnly(first(AUTHOR)) ?? said.byline;
  const stated = structured.published ?? first(PUBLISHED);
  const title = structured.title ?? first(['og:title', 'twitter:title', 'dc.title']) ?? said.heading ?? said.title;
  const metadata = {
    title: title ? withoutSite(title, site) : null,
    author,
    publisher: site ?? domainOf(url),
    published: (stated ? toEdtf(stated) : null) ?? said.time,
    url,
    fields: Object.fromEntries([...said.meta].filter(([key]) => !key.startsWith('viewport')).slice(0, 60)),
  };
  return { metadata, body: structured.body };
}

/** Some pages give the address of a profile where the name of the author belongs. */
const nameOnly = (value: string | null): string | null => (value && !/^https?:|^@/.test(value) ? value : null);
const absolute = (url: string | null): string | null => (url && /^https?:\/\//i.test(url) ? url : null);
const domainOf = (url: string | null): string | null =>
  /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase() ?? null;

/** "Headline | Site" -> "Headline". */
function withoutSite(title: string, site: string | null): string {
  if (!site) return title;
  const cut = title.length - site.length;
  const before = title.slice(0, cut).replace(/\s*[|–—·:-]\s*$/, '');
  return cut > 0 &&
    title.toLowerCase().endsWith(site.toLowerCase()) &&
    before.length < title.slice(0, cut).trimEnd().length
    ? before
    : title;
}
