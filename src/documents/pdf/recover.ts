import { type Allowance, inflatePrefix } from './inflate.ts';
import { isDict, isList, type PdfDict, type PdfValue, referenceOf, writeValue } from './objects.ts';
import { type FoundObject, isFlate, type Scanned, scanObjects } from './scan-objects.ts';

/** A whole file made of what a damaged one still holds. */
export interface Recovered {
  readonly bytes: Uint8Array;
  /** Pages that were found as such. */
  readonly pages: number;
  /** Pages made up for text that no page shows any more. */
  readonly loosePages: number;
}

/** Unpacked while looking around, over the whole file. */
const ALLOWANCE = 60_000_000;
const MAX_PAGES = 20_000;
const MAX_LOOSE = 500;

/**
 * Rebuilds a damaged or cut-off PDF: every object that can be found gets a place in a new table, the pages are listed
 * anew whatever became of their tree, and drawings of text that belong to no page get a page each.
 * Returns `null` when nothing that could hold text is found. Takes time linear in the size of the file.
 */
export function recoverPdf(bytes: Uint8Array): Recovered | null {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const allowance: Allowance = { left: ALLOWANCE };
  const scanned = scanObjects(source, bytes, allowance);
  const isEncrypted = scanned.trailers.some((trailer) => trailer.has('Encrypt'));
  const pages = findPages(scanned);
  const loose = isEncrypted ? [] : findLoose(scanned, { source, bytes, allowance });
  if (pages.length + loose.length === 0) return null;
  return { bytes: assemble(scanned, { bytes, pages, loose }), pages: pages.length, loosePages: loose.length };
}

const dictOf = (object: FoundObject | undefined): PdfDict | null =>
  object && isDict(object.value) ? object.value : null;

const isPage = (dict: PdfDict): boolean => {
  const type = dict.get('Type');
  return (
    type === '/Page' || (type === undefined && dict.has('Contents') && (dict.has('MediaBox') || dict.has('Parent')))
  );
};

/** Numbers of the page objects: as the tree of pages lists them, then those that it has lost. */
function findPages({ objects }: Scanned): number[] {
  const pages = new Set<number>();
  const visited = new Set<number>();
  const walk = (number: number, depth: number): void => {
    const dict = dictOf(objects.get(number));
    if (!dict || visited.has(number) || depth > 40 || pages.size >= MAX_PAGES) return;
    visited.add(number);
    if (isPage(dict)) pages.add(number);
    for (const kid of listOf(dict.get('Kids'), objects)) {
      const child = referenceOf(kid);
      if (child !== null) walk(child, depth + 1);
    }
  };
  const isRoot = (dict: PdfDict): boolean => dict.get('Type') === '/Pages' && !dict.has('Parent');
  for (const object of objects.values()) {
    const dict = dictOf(object);
    if (dict && isRoot(dict)) walk(object.number, 0);
  }
  for (const object of objects.values()) {
    const dict = dictOf(object);
    if (dict && isPage(dict) && pages.size < MAX_PAGES) pages.add(object.number);
  }
  return [...pages];
}

function listOf(value: PdfValue | undefined, objects: Scanned['objects']): readonly PdfValue[] {
  if (isList(value)) return value;
  const number = referenceOf(value);
  const target = number === null ? undefined : objects.get(number)?.value;
  return isList(target) ? target : [];
}

/** Text drawn by a stream that nothing refers to. */
interface Loose {
  /** Number of the stream's object, 0 for one that has none. */
  readonly number: number;
  readonly content: Uint8Array;
  /** Names of the fonts it asks for. */
  readonly fonts: readonly string[];
}

interface Place {
  readonly source: string;
  readonly bytes: Uint8Array;
  readonly allowance: Allowance;
}

const BEGINS_TEXT = /\bBT\b/;
const SHOWS_TEXT = /[)\]>]\s{0,10}(?:T[jJ]|'|")(?![A-Za-z])/;
const drawsText = (content: string): boolean => BEGINS_TEXT.test(content) && SHOWS_TEXT.test(content);

function findLoose(scanned: Scanned, place: Place): Loose[] {
  const referred = findReferred(scanned);
  const candidates = [...scanned.objects.values(), ...scanned.strays].filter((object) => {
    const dict = dictOf(object);
    if (!object.stream || !dict || (object.number > 0 && referred.has(object.number))) return false;
    return !dict.has('Subtype') && !dict.has('Type') && !dict.has('Length1') && !dict.has('FunctionType');
  });
  const loose: Loose[] = [];
  for (const object of candidates) {
    if (loose.length >= MAX_LOOSE) break;
    const dict = dictOf(object);
    if (!object.stream || !dict) continue;
    const raw = place.bytes.subarray(object.stream.start, object.stream.end);
    const content = isFlate(dict) ? inflatePrefix(raw, { limit: 10_000_000, allowance: place.allowance }) : raw;
    const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
    if (drawsText(text)) loose.push({ number: object.number, content, fonts: fontsAskedFor(text) });
  }
  if (loose.length > 0) return loose;
  return findBareText(scanned, place);
}

/** Drawing commands between objects, where the very word that opens their stream is damaged. */
function findBareText({ objects }: Scanned, { source, bytes }: Place): Loose[] {
  const streams = [...objects.values()].flatMap(({ stream }) => (stream ? [stream] : []));
  if (streams.some(({ start, end }) => drawsText(source.slice(start, Math.min(end, start + 100_000))))) return [];
  const start = source.search(/\bBT\b/);
  const end = source.lastIndexOf('ET');
  if (start < 0) return [];
  const text = source.slice(start, end > start ? end + 2 : undefined);
  if (!drawsText(text)) return [];
  return [{ number: 0, content: bytes.subarray(start, start + text.length), fonts: fontsAskedFor(text) }];
}

const fontsAskedFor = (text: string): string[] => [
  ...new Set(
    [...text.slice(0, 1_000_000).matchAll(/\/([^\s()<>[\]{}/%]{1,60})\s+[\d.+-]{1,12}\s+Tf\b/g)].map(
      ([, name]) => name ?? '',
    ),
  ),
];

/** What a page may refer to by; a reference under another word is damage, and what it led to is lost to the page. */
const PAGE_KEYS: ReadonlySet<string> = new Set(
  'AA Annots B BleedBox Contents Group Metadata Parent PieceInfo PresSteps Resources SeparationInfo Thumb Trans VP'.split(
    ' ',
  ),
);

function findReferred({ objects }: Scanned): ReadonlySet<number> {
  const referred = new Set<number>();
  const collect = (value: PdfValue): void => {
    const number = referenceOf(value);
    if (number !== null) referred.add(number);
    else if (isDict(value)) for (const entry of value.values()) collect(entry);
    else if (isList(value)) for (const entry of value) collect(entry);
  };
  for (const { value } of objects.values()) {
    if (!isDict(value) || !isPage(value)) collect(value);
    else for (const [key, entry] of value) if (PAGE_KEYS.has(key)) collect(entry);
  }
  return referred;
}

interface Parts {
  readonly bytes: Uint8Array;
  readonly pages: readonly number[];
  readonly loose: readonly Loose[];
}

/** Writes the new file: the objects as they are, a catalogue and a flat list of pages, a table and a trailer. */
function assemble(scanned: Scanned, { bytes, pages, loose }: Parts): Uint8Array {
  const writer = createWriter();
  let last = 0;
  for (const object of scanned.objects.values()) {
    last = Math.max(last, object.number);
    const dict = dictOf(object);
    const type = dict?.get('Type');
    if (type === '/ObjStm' || type === '/XRef') continue;
    if (object.stream && dict) {
      const data = bytes.subarray(object.stream.start, object.stream.end);
      writer.add(object.number, object.generation, new Map([...dict, ['Length', String(data.length)]]), data);
    } else writer.add(object.number, object.generation, object.value);
  }
  const listed = pages.map((number) => `${number} ${scanned.objects.get(number)?.generation ?? 0} R`);
  const resources = fontResources(scanned, loose);
  const pagesNumber = ++last;
  for (const { content } of loose) {
    const contentNumber = ++last;
    writer.add(contentNumber, 0, new Map([['Length', String(content.length)]]), content);
    const page = new Map<string, PdfValue>([
      ['Type', '/Page'],
      ['Parent', `${pagesNumber} 0 R`],
      ['MediaBox', ['0', '0', '612', '792']],
      ['Contents', `${contentNumber} 0 R`],
      ['Resources', resources],
    ]);
    writer.add(++last, 0, page);
    listed.push(`${last} 0 R`);
  }
  writer.add(
    pagesNumber,
    0,
    new Map<string, PdfValue>([
      ['Type', '/Pages'],
      ['Kids', listed],
      ['Count', String(listed.length)],
    ]),
  );
  writer.add(
    ++last,
    0,
    new Map<string, PdfValue>([...catalogOf(scanned), ['Type', '/Catalog'], ['Pages', `${pagesNumber} 0 R`]]),
  );
  return writer.finish(trailerOf(scanned, last));
}

/** Forms, attached files and the like hang from the old catalogue, where it is still there. */
function catalogOf({ objects }: Scanned): PdfDict {
  const found = [...objects.values()].map(dictOf).findLast((dict) => dict?.get('Type') === '/Catalog');
  return found ?? new Map();
}

function trailerOf({ trailers }: Scanned, root: number): PdfDict {
  const kept = ['Encrypt', 'ID', 'Info'].flatMap((key): [string, PdfValue][] => {
    const value = trailers.find((trailer) => trailer.has(key))?.get(key);
    return value === undefined ? [] : [[key, value]];
  });
  return new Map<string, PdfValue>([['Size', String(root + 1)], ['Root', `${root} 0 R`], ...kept]);
}

/** Fonts for pages made up: under the names that some page knows them by, or else in the order they are asked for. */
function fontResources({ objects }: Scanned, loose: readonly Loose[]): PdfDict {
  const fonts = new Map<string, PdfValue>();
  const resolve = (value: PdfValue | undefined): PdfDict | null => {
    const number = referenceOf(value);
    if (number !== null) return dictOf(objects.get(number));
    return isDict(value) ? value : null;
  };
  for (const object of objects.values()) {
    const dict = dictOf(object);
    const named = resolve(dict?.get('Font')) ?? resolve(resolve(dict?.get('Resources'))?.get('Font'));
    for (const [name, font] of named ?? []) fonts.set(name, font);
  }
  const known = [...objects.values()].filter((object) => dictOf(object)?.get('Type') === '/Font');
  const top = known.filter((object) => !/^\/CIDFont/.test(String(dictOf(object)?.get('Subtype'))));
  const asked = [...new Set(loose.flatMap((part) => part.fonts))];
  asked.forEach((name, i) => {
    const font = top[Math.min(i, top.length - 1)];
    if (font && !fonts.has(name)) fonts.set(name, `${font.number} ${font.generation} R`);
  });
  return new Map<string, PdfValue>([['Font', fonts]]);
}

/** Gathers objects and where they lie, then the table. */
function createWriter() {
  const parts: Uint8Array[] = [];
  const places = new Map<number, { readonly offset: number; readonly generation: number }>();
  let size = 0;
  const push = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    size += bytes.length;
  };
  push('%PDF-1.7\n');
  return {
    add: (number: number, generation: number, value: PdfValue, stream?: Uint8Array): void => {
      places.set(number, { offset: size, generation });
      push(`${number} ${generation} obj\n${writeValue(value)}\n`);
      if (stream) {
        push('stream\n');
        push(stream);
        push('\nendstream\n');
      }
      push('endobj\n');
    },
    finish: (trailer: PdfDict): Uint8Array => {
      const start = size;
      push('xref\n0 1\n0000000000 65535 f \n');
      for (const [number, { offset, generation }] of [...places].sort(([a], [b]) => a - b))
        push(`${number} 1\n${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`);
      push(`trailer\n${writeValue(trailer)}\nstartxref\n${start}\n%%EOF\n`);
      return new Uint8Array(Buffer.concat(parts));
    },
  };
}
