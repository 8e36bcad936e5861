import type { Block, Page, Problem, Span } from '../../model/index.ts';
import { messageOf } from '../message-of.ts';
import { problemsBy, type Reading, type Source } from '../reader.ts';
import { type PlacedText, placeText } from '../recognition/place-text.ts';
import type { Recogniser } from '../recognition/recogniser.ts';
import { pagesInWords, reportNothing, reportRecognised } from '../recognition/report.ts';
import { type DrawnPage, withDrawnPages } from './render.ts';

const problem = problemsBy('documents/pdf');

/** A page whose text layer says nothing (`picture`) or nothing that can be read (`garbled`). */
export interface UnreadPage {
  readonly n: number;
  readonly why: 'picture' | 'garbled';
}

/**
 * The reading with the text of its unread pages read off their pictures. Without a recogniser the pages are counted as
 * `recognisable` and a warning names them. Text, spans and boxes of all other pages stay as they are, only moved along.
 */
export async function recognisePages(
  reading: Reading,
  unread: readonly UnreadPage[],
  { bytes, pdfium, recogniser, budget }: Source,
): Promise<Reading> {
  if (unread.length === 0) return reading;
  if (!recogniser || !pdfium) {
    const problems = [...(reading.problems ?? []), ...reportUnread(unread, reading.pages?.length ?? 0)];
    return { ...reading, problems, recognisable: unread.length };
  }
  const wanted = unread.map(({ n }) => n).slice(0, budget.takeRecognised(unread.length));
  const seen = await withDrawnPages(pdfium, bytes, (draw) => lookAt(wanted, draw, recogniser));
  const skipped = unread.map(({ n }) => n).filter((n) => !seen.looked.has(n));
  const empty = [...seen.looked].filter((n) => !seen.texts.has(n) && !seen.failed.has(n));
  const garbled = unread.filter(({ n, why }) => why === 'garbled' && !seen.texts.has(n));
  const read = [...seen.texts.keys()];
  const was = (numbers: readonly number[]): string =>
    `${capital(pagesInWords(numbers))} ${numbers.length === 1 ? 'was' : 'were'}`;
  const problems = [
    ...reportRecognised(was(read), [...seen.texts.values()], recogniser.missing),
    ...(empty.length > 0 ? [reportNothing(was(empty))] : []),
    ...seen.problems,
    ...reportUnread(garbled, reading.pages?.length ?? 0),
    ...reportSkipped(skipped),
  ];
  const replaced = replacePages(
    reading,
    seen.texts,
    new Set(unread.filter(({ why }) => why === 'garbled').map(({ n }) => n)),
  );
  return { ...replaced, problems: [...(replaced.problems ?? []), ...problems] };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the text layer lacks, where nobody looks at the page images. */
function reportUnread(unread: readonly UnreadPage[], count: number): Problem[] {
  const of = (why: UnreadPage['why']) => unread.filter((page) => page.why === why).map(({ n }) => n);
  const [pictures, garbled] = [of('picture'), of('garbled')];
  const name = (numbers: readonly number[]): string =>
    numbers.length === count && count > 1 ? 'The pages' : capital(pagesInWords(numbers));
  const are = (numbers: readonly number[]): string => (numbers.length === 1 ? 'is a picture' : 'are pictures');
  const advice = 'Text recognition reads such pages (not with --no-ocr); else add a transcript.';
  return [
    ...(pictures.length > 0
      ? [problem('text-layer-missing', 'warning', `${name(pictures)} ${are(pictures)} without text behind. ${advice}`)]
      : []),
    ...(garbled.length > 0
      ? [
          problem(
            'text-layer-missing',
            'warning',
            `${name(garbled)}: the file does not tell what the characters mean; they show as \ufffd. ${advice}`,
          ),
        ]
      : []),
  ];
}

function reportSkipped(skipped: readonly number[]): Problem[] {
  if (skipped.length === 0) return [];
  const detail = `${capital(pagesInWords(skipped))}: pictures that text recognition did not come to, because of its limit on pages or time. Split the file and add the parts.`;
  return [problem('cut-by-limit', 'warning', detail)];
}

interface Seen {
  readonly looked: ReadonlySet<number>;
  readonly failed: ReadonlySet<number>;
  readonly texts: ReadonlyMap<number, PlacedText>;
  readonly problems: readonly Problem[];
}

async function lookAt(
  wanted: readonly number[],
  draw: (n: number) => DrawnPage,
  recogniser: Recogniser,
): Promise<Seen> {
  const looked = new Set<number>();
  const failed = new Set<number>();
  const texts = new Map<number, PlacedText>();
  const problems: Problem[] = [];
  for (const n of wanted) {
    if (looked.size > 0 && recogniser.isOver()) break;
    looked.add(n);
    try {
      const { picture, scale } = draw(n);
      const text = placeText(await recogniser.recognise(picture), scale, `page ${n}`);
      if (text) texts.set(n, text);
    } catch (error) {
      // A halted engine draws no further page.
      if (error instanceof Error && error.name === 'RuntimeError') throw error;
      failed.add(n);
      problems.push(
        problem('page-unreadable', 'warning', `Page ${n} could not be given to text recognition: ${messageOf(error)}.`),
      );
    }
  }
  return { looked, failed, texts, problems };
}

/**
 * Puts what was recognised before what a page already had: a stamp's letters, notes and form fields stay, garbled text goes.
 * Pages part by an empty line, as the reader has them.
 */
function replacePages(reading: Reading, texts: ReadonlyMap<number, PlacedText>, garbled: ReadonlySet<number>): Reading {
  const parts: string[] = [];
  const pages: Page[] = [];
  const blocks: Block[] = [];
  const problems = (reading.problems ?? []).filter(({ span }) => !span);
  let offset = 0;
  for (const page of reading.pages ?? []) {
    const placed = texts.get(page.n) ?? null;
    const kept = {
      start: placed && garbled.has(page.n) ? startOfNotes(reading, page) : page.span.start,
      end: page.span.end,
    };
    const keptText = reading.text.slice(kept.start, kept.end);
    const text = [placed?.text ?? '', keptText].filter((part) => part !== '').join('\n\n');
    if (text !== '' && offset > 0) {
      parts.push('\n\n');
      offset += 2;
    }
    const by = offset + text.length - keptText.length - kept.start;
    const isKept = ({ start, end }: Span): boolean => start >= kept.start && end <= kept.end && start < end;
    const seen = (placed?.blocks ?? []).map((block) => ({ ...block, span: moved(block.span, offset) }));
    const own = (reading.blocks ?? []).filter(({ span }) => isKept(span));
    blocks.push(...seen, ...own.map((block) => ({ ...block, span: moved(block.span, by) })));
    for (const found of reading.problems ?? [])
      if (found.span && isKept(found.span)) problems.push({ ...found, span: moved(found.span, by) });
    const boxes = [
      ...(placed?.boxes ?? []).map((box) => moved(box, offset)),
      ...(page.boxes ?? []).filter(isKept).map((box) => moved(box, by)),
    ];
    pages.push({
      ...page,
      span: { start: offset, end: offset + text.length },
      ...(page.boxes || placed ? { boxes } : {}),
      ...(placed ? { recognition: placed.recognition } : {}),
    });
    parts.push(text);
    offset += text.length;
  }
  return { ...reading, text: parts.join(''), pages, blocks, problems };
}

const moved = <T extends Span>(span: T, by: number): T => ({ ...span, start: span.start + by, end: span.end + by });

/** Where the notes and form fields that follow a page's own text begin; its end when it has none. */
function startOfNotes({ blocks = [] }: Reading, { n, span }: Page): number {
  const first = blocks.find(
    (block) => block.span.start >= span.start && block.span.end <= span.end && block.place?.startsWith(`page ${n}, `),
  );
  return first?.span.start ?? span.end;
}
