import { createBudget } from './budget.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { openZip, type ZipEntry } from './unzip.ts';

const OFFICE: readonly (readonly [entry: RegExp, mediaType: string])[] = [
  [/^xl\/workbook\.bin$/i, 'application/vnd.ms-excel.sheet.binary.macroenabled.12'],
  [/^word\//, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [/^xl\//, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [/^ppt\//, 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];

/** Types of main parts, and the files that have them. */
const PROMISED: readonly (readonly [type: string, mediaType: string])[] = [
  ['wordprocessingml.document.main', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['spreadsheetml.sheet.main', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['presentationml.presentation.main', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];

/** How many names are looked at: Office files have few entries, and a bomb may have millions. */
const LOOKED_AT = 2_000;

/** Entries that only one program's documents have. */
const OTHERS: readonly (readonly [entry: RegExp, mediaType: string])[] = [
  [/^(?:Index\/.+\.iwa|Index\.zip|index\.apxl)$/, 'application/x-iwork'],
];

/** A stated type is some fifty letters; nothing longer is unpacked to look at it. */
const LONGEST_TYPE = 200;
const LONGEST_MANIFEST = 200_000;

/** What a ZIP container is: an Office or OpenDocument file by the entries it must have, else a plain archive. Never throws. */
export async function findZipType(bytes: Uint8Array): Promise<string> {
  // OpenDocument and EPUB state their type in a first entry that is stored uncompressed.
  const head = new TextDecoder('latin1').decode(bytes.subarray(30, 130));
  const stated = /^mimetype(application\/[a-z0-9.+-]+)/.exec(head)?.[1];
  if (stated) return stated.replace(/PK$/, '');
  const entries = new Map<string, ZipEntry>();
  try {
    for await (const entry of (await openZip(bytes)).entries()) {
      entries.set(entry.name, entry);
      if (entries.size > LOOKED_AT) break;
    }
    const openDocument = await findOpenDocument(entries, bytes.length);
    if (openDocument) return openDocument;
    if (await isOlderIwork(entries, bytes.length)) return 'application/x-iwork';
  } catch {
    return 'application/zip';
  }
  const isPackage = entries.has('[Content_Types].xml') || entries.has('_rels/.rels');
  const types = isPackage ? [...OFFICE, ...OTHERS] : OTHERS;
  for (const [pattern, mediaType] of types) {
    if ([...entries.keys()].some((name) => pattern.test(name.replaceAll('\\', '/')))) return mediaType;
  }
  return findPromised(entries, bytes.length);
}

/** An Office file that has lost its parts still lists them: it is a damaged document, not an archive of odds and ends. */
async function findPromised(entries: ReadonlyMap<string, ZipEntry>, size: number): Promise<string> {
  const list = await readEntry(entries, '[Content_Types].xml', { longest: LONGEST_MANIFEST, size }).catch(() => '');
  return PROMISED.find(([type]) => list.includes(type))?.[1] ?? 'application/zip';
}

/** Unpacks a small entry to look at it; `''` for one that is not there, locked or longer. */
async function readEntry(
  entries: ReadonlyMap<string, ZipEntry>,
  name: string,
  { longest, size }: { readonly longest: number; readonly size: number },
): Promise<string> {
  const entry = entries.get(name);
  if (!entry || entry.isEncrypted || entry.claimedSize > longest) return '';
  const content = await entry.unpack(createBudget({ ...DEFAULT_LIMITS, maxUnpackedBytes: longest }, size));
  return content ? new TextDecoder().decode(content) : '';
}

const LONGEST_INDEX = 20_000_000;
/** Root element of a document of Pages or Numbers before 2013. */
const APPLE_ROOT =
  /^\ufeff?\s*(?:<\?[^>]{0,200}>\s*)?<[\w-]{1,20}:document\s[^>]{0,4000}developer\.apple\.com\/namespaces\//;

/** Any archive may hold an `index.xml`: what is in it decides. */
async function isOlderIwork(entries: ReadonlyMap<string, ZipEntry>, size: number): Promise<boolean> {
  if (!entries.has('index.xml')) return false;
  return APPLE_ROOT.test((await readEntry(entries, 'index.xml', { longest: LONGEST_INDEX, size })).slice(0, 6_000));
}

/** Some programs compress the entry that states the type, or leave it out: then the manifest says it. */
async function findOpenDocument(entries: ReadonlyMap<string, ZipEntry>, size: number): Promise<string | null> {
  const read = (name: string, longest: number): Promise<string> => readEntry(entries, name, { longest, size });
  const stated = /^application\/[a-z0-9.+-]+/.exec((await read('mimetype', LONGEST_TYPE)).trim())?.[0];
  if (stated) return stated;
  if (!entries.has('content.xml')) return null;
  const manifest = await read('META-INF/manifest.xml', LONGEST_MANIFEST);
  return /media-type="(application\/vnd\.oasis\.opendocument\.[a-z-]+)"/.exec(manifest)?.[1] ?? null;
}
