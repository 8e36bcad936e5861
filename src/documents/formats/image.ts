import type { Block, Page, Problem } from '../../model/index.ts';
import { findTiffPages, type ImageHeader, readImageHeader, tiffFrom } from '../image/header.ts';
import { problemsBy, type Reader, type Reading, type Source } from '../reader.ts';
import { type PlacedText, placeText } from '../recognition/place-text.ts';
import { pagesInWords, reportNothing, reportRecognised } from '../recognition/report.ts';

const problem = problemsBy('documents/image');

/** A page of A3 scanned at 400 dots an inch has 31 million; decoding takes four bytes and more for each. */
const MAX_PIXELS = 40_000_000;

/** One page of an image file, and the file to decode it from. */
interface ImagePage extends ImageHeader {
  readonly bytes: () => Uint8Array;
}

const TYPES: readonly (readonly [mediaType: string, ...extensions: string[]])[] = [
  ['image/png', '.png'],
  ['image/jpeg', '.jpg', '.jpeg'],
  ['image/tiff', '.tif', '.tiff'],
  ['image/gif', '.gif'],
  ['image/bmp', '.bmp'],
  ['image/webp', '.webp'],
];

/** Scans and photographs: a page for each picture, its text as far as text recognition finds any. One reader a type, so that names promise the right one. */
export const images: readonly Reader[] = TYPES.map(([mediaType, ...extensions]) => ({
  name: 'image',
  mediaTypes: [mediaType],
  extensions,
  read,
}));

async function read(source: Source): Promise<Reading> {
  const pages = findPages(source);
  if (pages.length === 0)
    return refused(
      'malformed',
      'The picture has no readable header. Open it in another program, save it again and add that file.',
    );
  const readable = pages.filter(fits);
  const large = pages.length - readable.length;
  if (readable.length === 0) return refused('too-large', tooLarge(pages[0]));
  const problems =
    large > 0
      ? [
          problem(
            'cut-by-limit',
            'warning',
            `${large} of ${pages.length} pages have more than ${MAX_PIXELS} pixels and were not read. Scale them down and add them by themselves.`,
          ),
        ]
      : [];
  return source.recogniser ? recognise(source, readable, problems) : putOff(readable, problems);
}

const refused = (code: Problem['code'], detail: string): Reading => ({
  text: '',
  problems: [problem(code, 'fatal', detail)],
});

const fits = ({ width, height }: ImageHeader): boolean => width * height <= MAX_PIXELS && width * height > 0;
const tooLarge = (page: ImageHeader | undefined): string =>
  `The picture has ${page?.width} × ${page?.height} pixels; up to ${MAX_PIXELS} are read. Scale it down, or cut it into parts, and add those.`;

function findPages({ bytes, mediaType, budget }: Source): ImagePage[] {
  if (mediaType !== 'image/tiff') {
    const header = readImageHeader(bytes, mediaType);
    return header ? [{ ...header, bytes: () => bytes }] : [];
  }
  const pages = findTiffPages(bytes, budget.takePages(budget.limits.maxPages));
  return pages.map((page, i) => ({ ...page, bytes: () => (i === 0 ? bytes : tiffFrom(bytes, page.at)) }));
}

/** The page as shown: orientations from 5 up lie on their side. */
function shownSize({ width, height, orientation }: ImageHeader): { readonly width: number; readonly height: number } {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

function putOff(pages: readonly ImagePage[], problems: readonly Problem[]): Reading {
  const detail =
    'It is a picture; text recognition reads such files (not with --no-ocr), else type out what it says and add the text.';
  return {
    text: '',
    pages: pages.map((page, i) => ({ n: i + 1, span: { start: 0, end: 0 }, ...shownSize(page) })),
    problems: [...problems, problem('text-layer-missing', 'warning', detail)],
    recognisable: pages.length,
  };
}

async function recognise(source: Source, pages: readonly ImagePage[], problems: readonly Problem[]): Promise<Reading> {
  const { recogniser, budget } = source;
  const texts: (PlacedText | null)[] = [];
  const failed: Problem[] = [];
  const allowed = budget.takeRecognised(pages.length);
  for (const [i, page] of pages.entries()) {
    if (!recogniser || i >= allowed || (i > 0 && recogniser.isOver())) break;
    try {
      const picture = await recogniser.recognise({ kind: 'file', bytes: page.bytes(), orientation: page.orientation });
      texts.push(placeText(picture, 1, `page ${i + 1}`));
    } catch (error) {
      if (pages.length === 1) throw error;
      texts.push(null);
      const message = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
      failed.push(problem('page-unreadable', 'warning', `Page ${i + 1} cannot be read: ${message}.`));
    }
  }
  const skipped = pages.length - texts.length;
  const found = texts.filter((text) => text !== null);
  const subject = pages.length === 1 ? 'The picture was' : `The ${pagesInWords(texts.map((_, i) => i + 1))} were`;
  return {
    ...join(pages, texts),
    problems: [
      ...problems,
      ...failed,
      ...reportRecognised(subject, found, recogniser?.missing ?? []),
      ...(found.length === 0 && failed.length === 0 ? [reportNothing(subject)] : []),
      ...(skipped > 0
        ? [
            problem(
              'cut-by-limit',
              'warning',
              `Text recognition did not come to the last ${skipped} of ${pages.length} pages, because of its limit on pages or time. Split the file and add the parts.`,
            ),
          ]
        : []),
    ],
  };
}

/** Pages part by an empty line, as in a PDF. */
function join(
  pages: readonly ImagePage[],
  texts: readonly (PlacedText | null)[],
): Pick<Reading, 'text'> & { readonly pages: readonly Page[]; readonly blocks: readonly Block[] } {
  let text = '';
  const blocks: Block[] = [];
  const placed = pages.map((page, i): Page => {
    const read = texts[i];
    const size = shownSize(page);
    if (!read) return { n: i + 1, span: { start: text.length, end: text.length }, ...size };
    if (text !== '') text += '\n\n';
    const offset = text.length;
    const moved = <T extends { readonly start: number; readonly end: number }>(span: T): T => ({
      ...span,
      start: span.start + offset,
      end: span.end + offset,
    });
    text += read.text;
    blocks.push(...read.blocks.map((block) => ({ ...block, span: moved(block.span) })));
    return {
      n: i + 1,
      span: { start: offset, end: text.length },
      ...size,
      boxes: read.boxes.map(moved),
      recognition: read.recognition,
    };
  });
  return { text, pages: placed, blocks };
}
