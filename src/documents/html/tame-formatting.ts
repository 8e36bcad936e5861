const FORMATTING = 'a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u';
const OPENING = new RegExp(`<(?:${FORMATTING})[\\s>/]`, 'gi');
const CLOSING = new RegExp(`</(?:${FORMATTING})[\\s>]`, 'gi');
const ANY = new RegExp(`</?(?:${FORMATTING})(?:\\s[^<>]{0,2000})?/?>`, 'gi');
/** Sloppy pages leave a few open on every line of a table; browsers themselves stop at a depth of 512. */
const MOST_OPEN = 2_000;

const countOf = (html: string, pattern: RegExp): number => {
  let count = 0;
  pattern.lastIndex = 0;
  while (pattern.exec(html)) count += 1;
  return count;
};

/**
 * The page without its marks of emphasis, links and fonts where thousands of them are never closed, else as it is. The
 * rules of HTML open each of those anew in every paragraph, so that a page made for it takes a parser hours. No text is lost.
 */
export function tameFormatting(html: string): string {
  return countOf(html, OPENING) - countOf(html, CLOSING) > MOST_OPEN ? html.replace(ANY, '') : html;
}
