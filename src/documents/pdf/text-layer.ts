import type { PageText } from './page.ts';
import type { UnreadPage } from './recognise-pages.ts';

/**
 * What the text of a page is worth.
 * `pictures-only`: pictures fill (much of) the page and no text goes with them, a scan most often;
 * `garbage`: there are characters, but they say nothing; `no-text`: neither text nor pictures worth recognising.
 */
export type TextLayer = 'ok' | 'no-text' | 'pictures-only' | 'garbage';

/** A page with less of it in pictures holds a logo or a photograph, no scan. */
const PICTURED = 0.04;
/** A page that is one picture with fewer letters than this on it is a scan with a stamp or a page number. */
const SCANNED = 0.6;
const FEW_LETTERS = 40;

/** Judges one page by its lines and its pictures, without looking at the pictures themselves. */
export function judgeTextLayer({ lines, pictured }: Pick<PageText, 'lines' | 'pictured'>): TextLayer {
  const text = beginningOf(lines);
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const unreadable =
    text.match(/[\ufffd\p{Co}\p{Cn}\p{Cc}]/gu)?.filter((character) => !/\s/.test(character)).length ?? 0;
  if (letters + unreadable === 0) return pictured >= PICTURED ? 'pictures-only' : 'no-text';
  if (unreadable >= 10 && unreadable * 5 > letters + unreadable) return 'garbage';
  if (hasNoWords(text) || isPhonetic(text, letters)) return 'garbage';
  const isRecognised = lines.some(({ hidden }) => hidden.some(({ how }) => how === 'recognised'));
  if (pictured >= SCANNED && letters < FEW_LETTERS && !isRecognised) return 'pictures-only';
  return 'ok';
}

/** Pages whose pictures are worth a look by text recognition, in order. */
export function findUnread(pages: readonly Pick<PageText, 'lines' | 'pictured'>[]): UnreadPage[] {
  return pages.flatMap((page, i): UnreadPage[] => {
    const worth = judgeTextLayer(page);
    if (worth === 'pictures-only') return [{ n: i + 1, why: 'picture' }];
    return worth === 'garbage' ? [{ n: i + 1, why: 'garbled' }] : [];
  });
}

/** Enough of a page to judge it by. */
const SAMPLE = 2_000;

function beginningOf(lines: PageText['lines']): string {
  let text = '';
  for (const line of lines) {
    text += `${line.text}\n`;
    if (text.length >= SAMPLE) break;
  }
  return text;
}

/** Words of four Latin letters and more, most of them without a vowel: codes of glyphs that were taken for letters. */
function hasNoWords(text: string): boolean {
  const words = text.match(/(?<![\p{L}\p{N}])[A-Za-z]{4,}(?![\p{L}\p{N}])/gu) ?? [];
  if (words.length < 40) return false;
  return words.filter((word) => !/[aeiouy]/i.test(word)).length * 2 > words.length;
}

/** Phonetic letters and nothing else but digits and marks: letters of another script, each moved by the same step. */
function isPhonetic(text: string, letters: number): boolean {
  const phonetic = text.match(/[\u0250-\u02af]/g)?.length ?? 0;
  return phonetic >= 10 && phonetic * 2 > letters;
}
