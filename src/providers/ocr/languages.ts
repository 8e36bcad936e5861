import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { MissingLanguage } from '../../documents/index.ts';

interface Language extends MissingLanguage {
  /** The name of its data file. */
  readonly code: string;
}

const PACKAGED = 'Run npm ci in the checkout';
const SYSTEM = (name: string): string =>
  `Install ${name} (Debian, Ubuntu: apt install tesseract-ocr-${name}; macOS: brew install tesseract-lang), or name its folder in TESSDATA_PREFIX`;

/** The languages that are read, in the order in which they are tried. Russian data is in no package of the registry. */
const LANGUAGES: readonly Language[] = [
  { code: 'eng', language: 'en', name: 'English', install: PACKAGED },
  { code: 'rus', language: 'ru', name: 'Russian', install: SYSTEM('rus') },
  { code: 'ukr', language: 'uk', name: 'Ukrainian', install: PACKAGED },
  { code: 'chi_sim', language: 'zh', name: 'Chinese', install: PACKAGED },
];

/** Data of the small, newer kind: as right as the large one on clean pages, better on Chinese, and a tenth of the size. */
const KIND = '4.0.0_best_int';
const DEBIAN = '/usr/share/tesseract-ocr';
const SYSTEM_FOLDERS = ['/usr/share/tessdata', '/usr/local/share/tessdata', '/opt/homebrew/share/tessdata'];

/** Where language data may lie, best first: what the user names, what the system has. Versions of Debian's folder newest first. */
function dataFolders(prefix: string | undefined): string[] {
  const versions = isThere(DEBIAN) ? readdirSync(DEBIAN).sort().reverse() : [];
  return [
    ...(prefix ? [prefix, join(prefix, 'tessdata')] : []),
    ...versions.map((version) => join(DEBIAN, version, 'tessdata')),
    ...SYSTEM_FOLDERS,
  ];
}

/** Folders outside clew's own program that recognition reads: what it must be let into. */
export const languageFolders = (prefix: string | undefined): readonly string[] =>
  [...(prefix ? [prefix] : []), DEBIAN, ...SYSTEM_FOLDERS].filter(isThere);

/** In a reader, a folder that it was not let into throws: for it, that folder is not there. */
function isThere(path: string): boolean {
  try {
    return existsSync(path);
  } catch {
    return false;
  }
}

function packagedFile(code: string): string | null {
  try {
    const entry = fileURLToPath(import.meta.resolve(`@tesseract.js-data/${code}`));
    const path = join(entry, '..', KIND, `${code}.traineddata.gz`);
    return isThere(path) ? path : null;
  } catch {
    return null;
  }
}

/** Data files by language code, and the languages that have none. `prefix` is the folder a user names in TESSDATA_PREFIX. */
export interface LanguageData {
  readonly files: ReadonlyMap<string, string>;
  readonly missing: readonly MissingLanguage[];
}

export function findLanguageData(prefix?: string): LanguageData {
  const folders = dataFolders(prefix);
  const files = new Map<string, string>();
  const missing: MissingLanguage[] = [];
  for (const { code, language, name, install } of LANGUAGES) {
    const installed = folders.map((folder) => join(folder, `${code}.traineddata`)).find(isThere);
    const path = packagedFile(code) ?? installed;
    if (path) files.set(code, path);
    else missing.push({ language, name, install });
  }
  return { files, missing };
}

/** The bytes of a data file, unpacked. */
export function readLanguageData(path: string): Uint8Array {
  const bytes = readFileSync(path);
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}
