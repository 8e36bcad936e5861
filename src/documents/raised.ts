const RAISED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'0123456789'].map((digit, i) => [digit, [...'⁰¹²³⁴⁵⁶⁷⁸⁹'][i] ?? digit])),
  ...{ '+': '⁺', '-': '⁻', '−': '⁻', '–': '⁻', '=': '⁼', '(': '⁽', ')': '⁾' },
};

const RAISED_LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abcdefghijklmnoprstuvwxyz'].map((letter, i) => [letter, [...'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'][i] ?? letter]),
);

/** A mark or an exponent: digits with their signs and what parts them. Letters ("3rd", "Mme") are writing. */
const MARK = /^[\d\s+−–=(),;.*†‡§-]+$/u;

/**
 * Text that markup sets above the line, in characters that are raised themselves: note 12 after 4,000 is no digit of the sum.
 * A single letter is a mark only where it follows a digit; other words stay as they are. `before` is the text in front.
 */
export function raise(text: string, before: string): string {
  if (MARK.test(text)) return text.replace(/[\d+−–=()-]/gu, (sign) => RAISED[sign] ?? sign);
  return /\d$/.test(before) ? text.replace(/^[a-z]$/, (letter) => RAISED_LETTERS[letter] ?? letter) : text;
}

/** The same below the line, where digits follow a digit; the 2 of CO2 and H2O joins no number and stays what people look for. */
export function lower(text: string, before: string): string {
  return /\d$/.test(before) ? text.replace(/\d/g, (digit) => String.fromCharCode(0x2080 + Number(digit))) : text;
}
