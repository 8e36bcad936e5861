/** What schema.org data in a page says, first article-like object first. */
export interface StructuredData {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  /** The whole text of the article, where the page repeats it for machines. */
  readonly body: string | null;
}

type Json = Readonly<Record<string, unknown>>;

const ARTICLE = /(?:Article|BlogPosting|Report|DiscussionForumPosting|SocialMediaPosting|LiveBlogPosting)$/;
/** Objects looked at in one page; a page is free to nest as deep as it likes. */
const MOST_OBJECTS = 500;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** Name of a person or organisation given as text, object, or list of either; several are joined by commas. */
function nameOf(value: unknown): string | null {
  const names = list(value).flatMap((item) => text(isObject(item) ? item.name : item) ?? []);
  return names.length > 0 ? names.join(', ') : null;
}

/** Reads the page's JSON-LD scripts; what is not valid JSON is passed over. */
export function readJsonLd(scripts: readonly string[]): StructuredData {
  const queue: unknown[] = scripts.flatMap((script) => {
    try {
      return [JSON.parse(script) as unknown];
    } catch {
      return [];
    }
  });
  let article: Json | null = null;
  for (let i = 0; i < Math.min(queue.length, MOST_OBJECTS) && !article; i++) {
    const value = queue[i];
    if (Array.isArray(value)) queue.push(...value.slice(0, MOST_OBJECTS));
    if (!isObject(value)) continue;
    if (list(value['@type']).some((type) => ARTICLE.test(String(type)))) article = value;
    else
      queue.push(...[value['@graph'], value.mainEntity, value.mainEntityOfPage].filter((inner) => inner !== undefined));
  }
  const page = isObject(article?.mainEntityOfPage) ? article.mainEntityOfPage['@id'] : article?.mainEntityOfPage;
  const url = [text(article?.url), text(page)].find((candidate) => candidate?.startsWith('http')) ?? null;
  return {
    title: text(article?.headline) ?? text(article?.name),
    author: nameOf(article?.author),
    publisher: nameOf(article?.publisher),
    published: text(article?.datePublished) ?? text(article?.dateCreated),
    url,
    body: text(article?.articleBody) ?? text(article?.text),
  };
}
