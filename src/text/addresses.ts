import type { Span } from '../model/index.ts';

const DOMAIN_END =
  /\.(?:com|org|net|int|gov|edu|mil|info|biz|news|press|io|tv|eu|ru|su|ua|by|kz|de|at|ch|it|fr|es|uk|us|cn|hk|tr|ir|ae|ee|lv|lt|pl|cz|nl|be|se|fi|no|dk|jp|kr|in|рф|укр)(?![\p{L}\p{N}@]|[.-][\p{L}\p{N}])/gu;
const URL = /\b(?:https?|ftp):\/\/[^\s<>"“”«»]{1,2000}/gu;
const PATH = /(?::\d{1,5})?\/[^\s<>"“”«»]{0,500}/uy;
const LONGEST_NAME = 200;

/**
 * Web and e-mail addresses of `text`, in order, without overlaps: `https://…`, `name@host`, `host.tld` with a known ending and its path.
 * Each is looked for around the sign that gives it away, so that ordinary text costs next to nothing.
 */
export function addressSpans(text: string): Span[] {
  const found: Span[] = [];
  if (text.includes('://')) {
    for (const match of text.matchAll(URL))
      found.push(withoutClosers(text, { start: match.index, end: match.index + match[0].length }));
  }
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = backOver(text, at, /[\p{L}\p{N}._%+-]/u);
    const host = /^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/u.exec(text.slice(at + 1, at + LONGEST_NAME));
    if (start < at && host) found.push(withoutClosers(text, { start, end: at + 1 + host[0].length }));
  }
  for (const match of text.matchAll(DOMAIN_END)) {
    const start = backOver(text, match.index, /[\p{L}\p{N}.-]/u);
    if (start === match.index || !/^[\p{L}\p{N}]/u.test(text.slice(start, start + 2))) continue;
    PATH.lastIndex = match.index + match[0].length;
    const path = PATH.exec(text)?.[0] ?? '';
    found.push(withoutClosers(text, { start, end: match.index + match[0].length + path.length }));
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((span) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

function backOver(text: string, at: number, allowed: RegExp): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_NAME && allowed.test(text.charAt(start - 1))) start--;
  return start;
}

function withoutClosers(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && ".,;:!?)]}’'".includes(text.charAt(last - 1))) last--;
  return { start, end: last };
}
