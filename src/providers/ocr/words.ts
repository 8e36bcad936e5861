import type { RecognisedWord } from '../../documents/index.ts';
import type { Box } from '../../model/index.ts';

/** Words of a page by paragraph and line. */
export type Paragraphs = readonly (readonly (readonly RecognisedWord[])[])[];

const WORD_LEVEL = '5';

/** The words in Tesseract's table (level, page, block, paragraph, line, word, box, confidence in percent, text), in its order. */
export function readTable(table: string): Paragraphs {
  const paragraphs: RecognisedWord[][][] = [];
  let paragraphKey = '';
  let lineKey = '';
  for (const row of table.split('\n')) {
    const [level, , block, paragraph, line, , x, y, width, height, confidence, ...text] = row.split('\t');
    const word = text.join(' ').trim();
    if (level !== WORD_LEVEL || word === '') continue;
    if (`${block}/${paragraph}` !== paragraphKey) {
      paragraphKey = `${block}/${paragraph}`;
      lineKey = '';
      paragraphs.push([]);
    }
    if (`${paragraphKey}/${line}` !== lineKey) {
      lineKey = `${paragraphKey}/${line}`;
      paragraphs.at(-1)?.push([]);
    }
    paragraphs
      .at(-1)
      ?.at(-1)
      ?.push({
        text: word.replace(/\p{Cc}/gu, ''),
        confidence: Math.min(1, Math.max(0, Number(confidence) / 100)),
        x: Number(x),
        y: Number(y),
        width: Number(width),
        height: Number(height),
      });
  }
  return paragraphs;
}

/** Mean confidence of the words, longer ones count for more; 0 where there are none. */
export function confidenceOf(paragraphs: Paragraphs): number {
  let letters = 0;
  let weighed = 0;
  for (const { text, confidence } of paragraphs.flat(2)) {
    letters += text.length;
    weighed += text.length * confidence;
  }
  return letters === 0 ? 0 : weighed / letters;
}

/** How a picture was turned before it was read: by quarters clockwise, then by a small angle (radians, clockwise) about its middle. */
export interface Turn {
  readonly quarters: number;
  readonly radians: number;
  /** Size of the picture as shown, before it was turned. */
  readonly width: number;
  readonly height: number;
}

/** A box on the turned picture as the box around it on the picture as shown. */
export function turnBack(box: Box, { quarters, radians, width, height }: Turn): Box {
  const isAcross = quarters % 2 === 1;
  const [wide, high] = isAcross ? [height, width] : [width, height];
  const middle = { x: wide / 2, y: high / 2 };
  const centre = { x: box.x + box.width / 2 - middle.x, y: box.y + box.height / 2 - middle.y };
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const x = middle.x + centre.x * cos + centre.y * sin;
  const y = middle.y - centre.x * sin + centre.y * cos;
  const place = turnPoint({ x, y }, quarters, { width, height });
  const [boxWidth, boxHeight] = isAcross ? [box.height, box.width] : [box.width, box.height];
  return { x: place.x - boxWidth / 2, y: place.y - boxHeight / 2, width: boxWidth, height: boxHeight };
}

function turnPoint(
  { x, y }: { readonly x: number; readonly y: number },
  quarters: number,
  { width, height }: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number } {
  if (quarters === 1) return { x: y, y: height - x };
  if (quarters === 2) return { x: width - x, y: height - y };
  if (quarters === 3) return { x: width - y, y: x };
  return { x, y };
}
