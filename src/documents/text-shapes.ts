/** Rules that tell text formats by their content. All look at the beginning only and are linear in its length. */

const HTML_TAG =
  /<(html|head|body|title|meta|div|p|br|table|tr|td|span|a|ul|ol|li|h[1-6]|script|article|section|img|form|font|b|i)(?:\s[^<>]{0,500})?\/?>/gi;

/** A page: a doctype or `<html>` first, or several kinds of tags right from the start. */
export function looksLikeHtml(text: string, extension: string): boolean {
  const start = text.slice(0, 8192).replace(/^\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,4000}?-->\s*)*/, '');
  if (/^<(?:!doctype\s+html|html[\s>])/i.test(start)) return true;
  const tags = new Set([...start.matchAll(HTML_TAG)].map((match) => (match[1] ?? '').toLowerCase()));
  if (['.html', '.htm', '.xhtml', '.shtml'].includes(extension)) return tags.size > 0;
  return start.startsWith('<') && tags.size >= 2 && !['.xml', '.svg'].includes(extension);
}

const HEADER = /^([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?/;
/** Headers that only mail software writes. */
const MACHINE =
  /^(received|return-path|message-id|mime-version|delivered-to|dkim-signature|content-transfer-encoding|x-mailer|x-originating-ip|authentication-results|arc-seal|references|in-reply-to)$/i;
const PLAIN = /^(from|to|cc|bcc|subject|date|sender|reply-to|content-type|organization|newsgroups|path)$/i;

/** A message as mail software stores it. A memo with "From:" and "To:" in a text file is no message: its text must stay as it is. */
export function looksLikeMail(text: string, extension: string): boolean {
  let machine = 0;
  let plain = 0;
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/, 60)) {
    if (line === '') break;
    if (/^[ \t]/.test(line) && machine + plain > 0) continue;
    const name = HEADER.exec(line)?.[1];
    if (!name) {
      if (machine + plain > 0 && !/^From /.test(line)) return extension === '.eml' && plain + machine > 1;
      if (!/^(?:From |>From )/.test(line)) return false;
      continue;
    }
    if (MACHINE.test(name)) machine += 1;
    else if (PLAIN.test(name)) plain += 1;
  }
  if (['.eml', '.mht', '.mhtml'].includes(extension)) return machine + plain >= 1;
  return machine >= 1 && plain >= 1;
}

/** A page saved with its pictures (.mht): a message in form only. Asked of what looks like mail. */
export function looksLikeSavedPage(text: string, extension: string): boolean {
  const head = text.slice(0, 16_384).split(/\r?\n\r?\n/, 1)[0] ?? '';
  if (['.mht', '.mhtml'].includes(extension)) return true;
  return /^(?:Snapshot-Content-Location:|From: <?"?Saved by )/im.test(head) && !/^(?:To|Received):/im.test(head);
}

/** By name, or for a file without extension by several kinds of Markdown structure. */
export function looksLikeMarkdown(text: string, extension: string): boolean {
  if (['.md', '.markdown', '.mdown'].includes(extension)) return true;
  if (extension !== '') return false;
  const signs = [
    /^#{1,6} \S/m,
    /^```/m,
    /\[[^\][\n]{1,200}\]\(https?:/,
    /^\|(?:[^|\n]*\|){2,}[ \t]*$/m,
    /^(?:---|===)=*$/m,
  ];
  return signs.filter((sign) => sign.test(text.slice(0, 20_000))).length >= 2;
}

/** Separators, likeliest first. */
const SEPARATORS = ['\t', ';', ',', '|'] as const;

/** The separator that splits the first lines most evenly, or `null`. Quoted fields count as one. */
export function findSeparator(text: string): string | null {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n|\r/)
    .slice(0, 30)
    .filter((line) => line.trim() !== '')
    .map((line) => line.replace(/"[^"]*"/g, '""'));
  let best: string | null = null;
  let most = 0;
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const first = counts[0] ?? 0;
    const same = counts.filter((count) => count === first).length / Math.max(1, lines.length);
    const score = first === 0 ? 0 : same + Math.min(first, 10) / 100;
    if (score > most) {
      best = separator;
      most = score;
    }
  }
  return best;
}

/** A table by name, or a text whose lines all split alike by tabs or semicolons. Commas alone prove nothing: prose is full of them. */
export function looksLikeCsv(text: string, extension: string): boolean {
  if (['.csv', '.tsv', '.tab'].includes(extension)) return true;
  if (extension !== '') return false;
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .slice(0, 20)
    .filter((line) => line.trim() !== '');
  if (lines.length < 4) return false;
  return ['\t', ';', ','].some((separator) => {
    const counts = new Set(lines.slice(0, -1).map((line) => line.split(separator).length));
    return counts.size === 1 && !counts.has(1) && (separator !== ',' || !lines.some((line) => /, /.test(line)));
  });
}

/** By name, or for a file without extension by a beginning that only JSON has. */
export function looksLikeJson(text: string, extension: string): boolean {
  if (['.json', '.geojson', '.jsonl', '.ndjson'].includes(extension)) return true;
  if (extension !== '') return false;
  return /^\s*(?:\{\s*(?:"(?:[^"\\]|\\.){0,200}"\s*:|\})|\[\s*[[{"])/.test(text.slice(0, 1_000));
}
