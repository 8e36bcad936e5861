import type { Budget } from '../budget.ts';
import { openZip } from '../unzip.ts';
import { scanXml } from '../xml.ts';

/** The parts of an Office file that hold text, unpacked under the budget of the root file. */
export interface OfficePackage {
  readonly main: string | null;
  readonly core: string | null;
  /** A part beside the main one, by its name without extension: `styles`, `footnotes`. */
  readonly part: (name: string) => string | null;
  /** Parts whose path matches, in order of their paths. */
  readonly parts: (path: RegExp) => readonly string[];
  /** What could not be unpacked and why, one sentence each. */
  readonly refused: readonly string[];
}

/** Pictures, fonts and embedded files are not text; `_rels` say which part is the main one. */
const TEXT_PART =
  /^(?:_rels\/\.rels|docProps\/(?:core|app)\.xml|[^/]*\/?(?:document\d*|styles|footnotes|endnotes|comments|header\d*|footer\d*)\.xml)$/i;

/** Opens an Office file. Throws when it is no ZIP archive that can be read. */
export async function openPackage(bytes: Uint8Array, budget: Budget): Promise<OfficePackage> {
  const found = new Map<string, string>();
  const refused: string[] = [];
  for await (const entry of (await openZip(bytes)).entries()) {
    if (!TEXT_PART.test(entry.name) || found.has(entry.name)) continue;
    try {
      const content = entry.isEncrypted ? null : await entry.unpack(budget);
      if (content) found.set(entry.name, decodeXml(content));
      else refused.push(`The part ${entry.name} would unpack beyond the limit and was not read.`);
    } catch (error) {
      refused.push(`The part ${entry.name} is damaged (${error instanceof Error ? error.message : String(error)}).`);
    }
  }
  const mainPath = findMain(found.get('_rels/.rels') ?? '') ?? 'word/document.xml';
  const folder = mainPath.slice(0, mainPath.lastIndexOf('/') + 1);
  return {
    main: found.get(mainPath) ?? null,
    core: found.get('docProps/core.xml') ?? null,
    part: (name) => found.get(`${folder}${name}.xml`) ?? null,
    parts: (path) =>
      [...found.keys()]
        .filter((key) => path.test(key))
        .sort()
        .map((key) => found.get(key) ?? ''),
    refused,
  };
}

function decodeXml(bytes: Uint8Array): string {
  const label = bytes[0] === 0xff || bytes[0] === 0xfe ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  return new TextDecoder(label).decode(bytes);
}

/** Path of the part that the package names as its document, in the transitional and the strict form of the standard. */
function findMain(rels: string): string | null {
  let main: string | null = null;
  scanXml(rels, {
    open: (name, attribute) => {
      if (name !== 'Relationship' || main || attribute('TargetMode') === 'External') return;
      if (attribute('Type')?.endsWith('/officeDocument')) main = (attribute('Target') ?? '').replace(/^\//, '');
    },
    close: () => {},
    text: () => {},
  });
  return main;
}
