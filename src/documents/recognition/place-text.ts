import type { Block, Box, Page, Recognition, Span } from '../../model/index.ts';
import { hundredths } from '../../text/index.ts';
import { settleScripts } from './look-alikes.ts';
import type { RecognisedPicture, RecognisedWord } from './recogniser.ts';

/** Text read off one picture, offsets from its start; boxes in units of the page. */
export interface PlacedText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly boxes: NonNullable<Page['boxes']>;
  readonly recognition: Recognition;
}

/** A page without one such word shows shapes that look like letters, not writing. */
const SURE = 0.6;
/** A line without one word this sure is dirt, a stamp's edge or a fold. */
const BARELY = 0.3;
/** Writing systems that put no space between words; the engine puts some. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

const isWord = ({ text }: RecognisedWord): boolean => (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) > 0;

/**
 * The text of a recognised picture, a line each with its words, an empty line between paragraphs; `null` where there is no
 * writing. `scale` is page units a pixel.
 */
export function placeText(picture: RecognisedPicture, scale: number, place: string): PlacedText | null {
  const paragraphs = picture.paragraphs
    .map((lines) => lines.filter((words) => words.some((word) => isWord(word) && word.confidence >= BARELY)))
    .map((lines) => lines.map(settleScripts))
    .filter((lines) => lines.length > 0);
  const words = paragraphs.flat(2);
  if (!words.some((word) => isWord(word) && word.confidence >= SURE && isWriting(word.text))) return null;
  const writer = createWriter(scale);
  const blocks = paragraphs.map((lines): Block => {
    const span = writer.paragraph(lines);
    return { span, kind: 'paragraph', place };
  });
  const { engine, languages } = picture;
  return { ...writer.finish(), blocks, recognition: { engine, languages, confidence: meanConfidence(words) } };
}

/** One letter or digit may be any stroke; two, or one Han character, are writing. */
const isWriting = (text: string): boolean =>
  (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 2 || /\p{Script=Han}/u.test(text);

/** Mean over the words, longer ones count for more; two decimals. */
function meanConfidence(words: readonly RecognisedWord[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const weighed = words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0);
  return letters === 0 ? 0 : hundredths(weighed / letters);
}

function createWriter(scale: number) {
  const boxes: (Span & Box & { readonly confidence: number })[] = [];
  let text = '';
  const word = ({ text: letters, confidence, x, y, width, height }: RecognisedWord): void => {
    const start = text.length;
    text += letters;
    boxes.push({
      start,
      end: text.length,
      x: hundredths(x * scale),
      y: hundredths(y * scale),
      width: hundredths(width * scale),
      height: hundredths(height * scale),
      confidence: hundredths(confidence),
    });
  };
  return {
    paragraph: (lines: readonly (readonly RecognisedWord[])[]): Span => {
      if (text !== '') text += '\n\n';
      const start = text.length;
      lines.forEach((words, i) => {
        if (i > 0) text += '\n';
        words.forEach((one, j) => {
          if (j > 0 && isSpaced(words[j - 1]?.text ?? '', one.text)) text += ' ';
          word(one);
        });
      });
      return { start, end: text.length };
    },
    finish: () => ({ text, boxes }),
  };
}

function isSpaced(left: string, right: string): boolean {
  return !(UNSPACED.test(left.at(-1) ?? '') || UNSPACED.test(right[0] ?? ''));
}
