const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};

const escapeMarkup = (value: string): string => value.replace(/[&<>"'\r]/g, (character) => ENTITIES[character] ?? '');

/**
 * What cannot be seen or turns the direction of writing: controls, format characters, private use, lone surrogates,
 * line separators, and combining marks beyond the fourth in a row. Line feed, tab and carriage return are white space.
 */
const HIDDEN =
  /(?![\n\r\t])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?<=\p{M}{4})\p{M}/gu;

/** Joiners are spelling between letters of these scripts, and part of an emoji. */
const JOINED =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Telugu}\p{Script=Sinhala}\p{Extended_Pictographic}]/u;

function isSpelling(character: string, before: string, after: string): boolean {
  if (character === '\u200c' || character === '\u200d') return JOINED.test(before) && JOINED.test(after);
  return character === '\ufe0f' && /\p{Extended_Pictographic}/u.test(before);
}

function codePointBefore(value: string, offset: number): string {
  const low = value.charCodeAt(offset - 1);
  return value.slice(low >= 0xdc00 && low <= 0xdfff ? Math.max(0, offset - 2) : Math.max(0, offset - 1), offset);
}

function codePointAt(value: string, offset: number): string {
  const code = value.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

const nameCharacter = (character: string): string =>
  `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

/** Most text is plain and needs no look at each character's properties. */
const PLAIN = /^[\x20-\x7e\n\t]*$/;

function replaceHidden(value: string, show: (name: string) => string): string {
  if (PLAIN.test(value)) return value;
  return value.replace(HIDDEN, (character: string, offset: number) => {
    const before = codePointBefore(value, offset);
    const after = codePointAt(value, offset + character.length);
    return isSpelling(character, before, after) ? character : show(nameCharacter(character));
  });
}

/** Any text as HTML content: markup escaped, hidden characters shown by number in `<span class="u">`. */
export function escapeText(value: string): string {
  return replaceHidden(escapeMarkup(value), (name) => `<span class="u">${name}</span>`);
}

/** Any text as an attribute's value or the content of `<title>`: nothing but characters. */
export function escapeAttribute(value: string): string {
  return replaceHidden(escapeMarkup(value), (name) => name);
}

/** Any text inside a CSS string: all but letters, digits and spaces as escapes, so that nothing can end it. */
export function escapeCss(value: string): string {
  return [...value].map((c) => (/[A-Za-z0-9 ]/.test(c) ? c : `\\${(c.codePointAt(0) ?? 0).toString(16)} `)).join('');
}

/** `lang` for a document's language, nothing when it is undetermined or no language tag. */
export function languageAttribute(language: string): string {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(language) && language !== 'und' ? ` lang="${language}"` : '';
}

/** `lang` for a name of which only the script is known, e.g. `und-Cyrl`. */
export function scriptAttribute(script: string): string {
  return /^[A-Z][a-z]{3}$/.test(script) && script !== 'Zyyy' && script !== 'Latn' ? ` lang="und-${script}"` : '';
}

/** A long text as head and tail with the number of characters between them; never cuts a surrogate pair. */
export function escapeClipped(value: string, limit: number): string {
  if (value.length <= limit) return escapeText(value);
  const head = wholeUntil(value, Math.ceil(limit * 0.7));
  const tail = wholeUntil(value, value.length - Math.floor(limit * 0.3));
  const left = tail - head;
  return `${escapeText(value.slice(0, head))} <span class="cut">[${left} characters not shown here]</span> ${escapeText(value.slice(tail))}`;
}

function wholeUntil(value: string, offset: number): number {
  const code = value.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}
