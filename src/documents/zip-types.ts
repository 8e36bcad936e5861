import { openZip } from './unzip.ts';

const OFFICE: readonly (readonly [entry: RegExp, mediaType: string])[] = [
  [/^xl\/workbook\.bin$/i, 'application/vnd.ms-excel.sheet.binary.macroenabled.12'],
  [/^word\//, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [/^xl\//, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [/^ppt\//, 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];

/** How many names are looked at: Office files have few entries, and a bomb may have millions. */
const LOOKED_AT = 2_000;

/** What a ZIP container is: an Office or OpenDocument file by the entries it must have, else a plain archive. Never throws. */
export async function findZipType(bytes: Uint8Array): Promise<string> {
  const names = new Set<string>();
  // OpenDocument and EPUB state their type in a first entry that is stored uncompressed.
  const head = new TextDecoder('latin1').decode(bytes.subarray(30, 130));
  const stated = /^mimetype(application\/[a-z0-9.+-]+)/.exec(head)?.[1];
  if (stated) return stated.replace(/PK$/, '');
  try {
    for await (const entry of (await openZip(bytes)).entries()) {
      names.add(entry.name);
      if (names.size > LOOKED_AT) break;
    }
  } catch {
    return 'application/zip';
  }
  if (!names.has('[Content_Types].xml')) return 'application/zip';
  for (const [pattern, mediaType] of OFFICE) {
    if ([...names].some((name) => pattern.test(name))) return mediaType;
  }
  return 'application/zip';
}
