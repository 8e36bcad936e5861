import { scanXml } from '../xml.ts';
import { heapOf, type Pdfium, withMemory } from './engine.ts';
import { readNarrow } from './strings.ts';

const MAX_PACKETS = 50;
const MAX_BYTES = 20_000_000;
const MAX_LINES = 5_000;

/**
 * What a form of the XFA kind asks and holds, a line each: the words of its template, then `name<tab>value` of its data.
 * Such forms often have no page that shows it. Returns [] where there is none; scripts are left out and never run.
 */
export function readXfa(engine: Pdfium, document: number): readonly string[] {
  const count = Math.min(engine.FPDF_GetXFAPacketCount(document), MAX_PACKETS);
  const lines: string[] = [];
  for (let i = 0; i < count; i++) {
    const name = readNarrow(engine, (pointer, size) => engine.FPDF_GetXFAPacketName(document, i, pointer, size));
    if (name !== 'template' && name !== 'datasets') continue;
    const xml = contentOf(engine, document, i);
    try {
      lines.push(...(name === 'template' ? wordsOf(xml) : valuesOf(xml)));
    } catch {
      // A packet that is no honest XML says nothing; the pages of the file are read all the same.
    }
  }
  return lines.slice(0, MAX_LINES);
}

function contentOf(engine: Pdfium, document: number, index: number): string {
  return withMemory(engine, 8, (length) => {
    const sizeOf = (): number => new DataView(heapOf(engine).buffer, length, 4).getUint32(0, true);
    if (!engine.FPDF_GetXFAPacketContent(document, index, 0, 0, length)) return '';
    const size = sizeOf();
    if (size === 0 || size > MAX_BYTES) return '';
    return withMemory(engine, size, (pointer) => {
      if (!engine.FPDF_GetXFAPacketContent(document, index, pointer, size, length)) return '';
      return new TextDecoder('utf-8').decode(heapOf(engine).slice(pointer, pointer + size));
    });
  });
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Text between `<text>` tags and in rich text (`<p>`, `<span>`); scripts and metadata are no text. */
function wordsOf(xml: string): string[] {
  const words: string[] = [];
  let current: string | null = null;
  let skipping = 0;
  const isText = (name: string): boolean => name === 'text' || name === 'exData';
  scanXml(xml, {
    open: (name, _attributes, selfClosing) => {
      if (selfClosing) return;
      if (name === 'script' || name === 'desc') skipping += 1;
      else if (isText(name)) current = '';
    },
    close: (name) => {
      if (name === 'script' || name === 'desc') skipping = Math.max(0, skipping - 1);
      else if (isText(name) && current !== null) {
        const text = oneLine(current);
        if (text !== '') words.push(text);
        current = null;
      }
    },
    text: (text) => {
      if (current !== null && skipping === 0) current += text;
    },
  });
  return words;
}

function valuesOf(xml: string): string[] {
  const values: string[] = [];
  const path: string[] = [];
  let text = '';
  scanXml(xml, {
    open: (name, _attributes, selfClosing) => {
      if (!selfClosing && path.length < 200) path.push(name);
      text = '';
    },
    close: (name) => {
      const value = oneLine(text);
      if (value !== '' && path.includes('data')) values.push(`${name}\t${value}`);
      path.pop();
      text = '';
    },
    text: (part) => {
      text += part;
    },
  });
  return values;
}
