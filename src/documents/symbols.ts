/** Signs in their order in the font, from a code on; a space stands for a sign that has no character of its own. */
const run = (from: number, signs: string): Readonly<Record<number, string>> =>
  Object.fromEntries([...signs].flatMap((sign, i) => (sign === ' ' ? [] : [[from + i, sign]])));

const WINGDINGS = {
  ...{ 40: '☎', 42: '✉', 108: '●', 110: '■', 111: '□', 113: '❑', 114: '❒', 118: '❖', 167: '▪', 168: '☐' },
  ...{ 216: '➢', 223: '←', 224: '→', 225: '↑', 226: '↓', 232: '➔', 251: '✗', 252: '✓', 253: '☒', 254: '☑' },
};

/** Fonts whose letters are pictures, and the characters that these are. */
const FONTS: readonly { readonly name: RegExp; readonly signs: Readonly<Record<number, string>> }[] = [
  {
    name: /^symbol/i,
    signs: {
      ...run(0x21, '!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_'),
      ...run(0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'),
      ...run(0xa0, '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…'),
      ...run(0xc0, 'ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊'),
      229: '∑',
      242: '∫',
    },
  },
  { name: /^wingdings 2/i, signs: { 79: '✗', 80: '✓', 81: '☒', 82: '☑', 83: '☒', 84: '☒', 163: '☐' } },
  { name: /^wingdings$/i, signs: WINGDINGS },
];

/** Whether the letters of a font are pictures that are known here. */
export const isSymbolFont = (font: string): boolean => FONTS.some(({ name }) => name.test(font.trim()));

/** The character that a code of such a font shows; `null` when the font or the sign is not known. Codes may be shifted to U+F000. */
export function symbolOf(font: string, code: number): string | null {
  const signs = FONTS.find(({ name }) => name.test(font.trim()))?.signs;
  return signs?.[code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code] ?? null;
}
