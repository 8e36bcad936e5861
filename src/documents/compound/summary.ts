import type { DocumentMetadata } from '../../model/index.ts';
import { labelOfCodePage } from '../rtf/code-pages.ts';
import { civilDay } from '../sheet/serial-date.ts';
import type { Compound } from './compound.ts';

/** Names of the properties of a summary by their number (MS-OLEPS, MS-OSHARED 2.3.3.2.1). */
const NAMES: Readonly<Record<number, string>> = {
  2: 'title',
  3: 'subject',
  4: 'creator',
  5: 'keywords',
  6: 'description',
  7: 'template',
  8: 'lastmodifiedby',
  9: 'revision',
  11: 'lastprinted',
  12: 'created',
  13: 'modified',
  18: 'application',
};

const STRING = 30;
const WIDE_STRING = 31;
const FILE_TIME = 64;
const CODE_PAGE = 1;

/** What an old Office file says of itself. Empty where there is no summary or it is damaged. Never throws. */
export function readSummary({ streams }: Compound): Partial<DocumentMetadata> {
  const stream = streams.find(({ name, folder }) => folder === '' && name === '\u0005SummaryInformation')?.read();
  const values = stream ? readProperties(stream) : new Map<string, string>();
  return {
    title: values.get('title') ?? null,
    author: values.get('creator') ?? null,
    fields: Object.fromEntries(values),
  };
}

function readProperties(bytes: Uint8Array): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Map<string, string>();
  try {
    const section = view.getUint32(44, true);
    const count = Math.min(view.getUint32(section + 4, true), 200);
    const offsets = Array.from({ length: count }, (_, i) => ({
      id: view.getUint32(section + 8 + 8 * i, true),
      at: section + view.getUint32(section + 12 + 8 * i, true),
    }));
    const page = offsets.find(({ id }) => id === CODE_PAGE);
    const codePage = page ? view.getUint16(page.at + 4, true) : 1252;
    for (const { id, at } of offsets) {
      const name = NAMES[id];
      const value = name ? readValue(view, at, codePage) : '';
      if (name && value !== '') values.set(name, value);
    }
  } catch {
    // A damaged summary says what it said so far.
  }
  return values;
}

function readValue(view: DataView, at: number, codePage: number): string {
  const type = view.getUint32(at, true);
  if (type === FILE_TIME) return readTime(view.getUint32(at + 4, true), view.getUint32(at + 8, true));
  if (type !== STRING && type !== WIDE_STRING) return '';
  const length = view.getUint32(at + 4, true) * (type === WIDE_STRING ? 2 : 1);
  const start = view.byteOffset + at + 8;
  const bytes = new Uint8Array(view.buffer, start, Math.max(0, Math.min(length, 10_000, view.byteLength - at - 8)));
  const label = type === WIDE_STRING || codePage === 1200 ? 'utf-16le' : (labelOfCodePage(codePage) ?? 'windows-1252');
  return new TextDecoder(label).decode(bytes).replace(/\0.*$/s, '').trim();
}

/** Hundreds of nanoseconds since 1601 as an ISO day and time in UTC; `''` for a duration or nonsense. */
function readTime(low: number, high: number): string {
  const seconds = Math.floor((high * 4_294_967_296 + low) / 10_000_000) - 11_644_473_600;
  if (seconds < 0 || seconds > 4_102_444_800) return '';
  const days = Math.floor(seconds / 86_400);
  const rest = seconds % 86_400;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${civilDay(days)}T${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}Z`;
}
