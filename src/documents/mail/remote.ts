/** How many addresses are listed. */
const LISTED = 30;

/**
 * Addresses that a mail program would fetch when it shows the page, one a line, `null` when there is none: pictures,
 * style sheets, frames. They are data about the sender; nothing is ever fetched.
 */
export function remoteResources(html: string): string | null {
  const found = new Set<string>();
  const source =
    /<(?:img|iframe|frame|embed|audio|video|source|script|input|bgsound|link|body|table|td)\b[^>]{0,2000}?\s(?:src|background|href|poster)\s{0,5}=\s{0,5}["']?(https?:\/\/[^\s"'<>]{1,500})/gi;
  const style = /url\(\s{0,5}["']?(https?:\/\/[^\s"')<>]{1,500})/gi;
  for (const pattern of [source, style]) {
    for (const match of html.slice(0, 2_000_000).matchAll(pattern)) {
      if (found.size < LISTED && match[1]) found.add(match[1]);
    }
  }
  return found.size > 0 ? [...found].join('\n') : null;
}
