import type { DocumentMetadata } from '../../model/index.ts';
import { toEdtf } from '../dates.ts';
import { heapOf, type Pdfium, withMemory } from './engine.ts';

const INFO = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'CreationDate', 'ModDate'];

/** The information dictionary. When the file was made is no date of publication: it stays a field of its own. */
export function readInfo(engine: Pdfium, document: number): Partial<DocumentMetadata> {
  const values = INFO.flatMap((key): [string, string][] => {
    const value = readInfoEntry(engine, document, key);
    return value === '' ? [] : [[key, value]];
  });
  const get = (key: string): string | null => values.find(([name]) => name === key)?.[1] ?? null;
  const fields = values.map(([key, value]): [string, string] => [
    key.toLowerCase(),
    /Date$/.test(key) ? (toEdtf(value) ?? value) : value,
  ]);
  return { title: get('Title'), author: get('Author'), fields: Object.fromEntries(fields) };
}

function readInfoEntry(engine: Pdfium, document: number, key: string): string {
  const size = engine.FPDF_GetMetaText(document, key, 0, 0);
  if (size <= 2 || size > 20_000) return '';
  return withMemory(engine, size, (pointer) => {
    engine.FPDF_GetMetaText(document, key, pointer, size);
    return new TextDecoder('utf-16le').decode(heapOf(engine).slice(pointer, pointer + size - 2)).trim();
  });
}
