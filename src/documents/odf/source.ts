import type { DocumentMetadata } from '../../model/index.ts';
import type { Budget } from '../budget.ts';
import { EMBEDDED, embeddedFiles } from '../office/embedded.ts';
import { type OfficePackage, openPackage } from '../office/package.ts';
import type { Reading } from '../reader.ts';
import { scanXmlBytes, type XmlHandler } from '../xml.ts';

/** An OpenDocument file, whether packed in a ZIP archive or flat in one XML file. */
export interface OdfSource {
  /** Scans a part; `null` when it is not there, else whether it is whole. A flat file is all of its parts. */
  readonly scan: (part: 'content' | 'styles' | 'meta', handler: XmlHandler) => Promise<boolean | null>;
  readonly isEncrypted: boolean;
  readonly hasMacros: boolean;
  readonly refused: readonly string[];
  readonly children: Pick<Reading, 'children'>;
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Opens an OpenDocument file. Throws when it is neither an archive that can be read nor XML. */
export async function openOdf(bytes: Uint8Array, budget: Budget): Promise<OdfSource> {
  if (!isZip(bytes))
    return {
      scan: async (_, handler) => scanXmlBytes(bytes, handler),
      ...{ isEncrypted: false, hasMacros: false, refused: [], children: {} },
    };
  const office = await openPackage(bytes, budget);
  const embedded = office.paths.filter((path) => EMBEDDED.test(path) || /^Object [^/]+(?:\/content\.xml)?$/.test(path));
  return {
    scan: (part, handler) => office.scan(`${part}.xml`, handler),
    isEncrypted: await findEncryption(office),
    hasMacros: office.paths.some((path) => /^(?:Basic\/.+\/|Scripts\/)/i.test(path)),
    refused: office.refused,
    children: embedded.length > 0 ? { children: (report) => embeddedFiles({ office, paths: embedded }, report) } : {},
  };
}

async function findEncryption(office: OfficePackage): Promise<boolean> {
  let isEncrypted = false;
  await office.scan('META-INF/manifest.xml', {
    open: (name) => {
      if (name === 'encryption-data') isEncrypted = true;
    },
    close: () => {},
    text: () => {},
  });
  return isEncrypted;
}

/** What the file says of itself; the day of saving is no day of publication. */
export async function readOdfMeta(source: OdfSource): Promise<Partial<DocumentMetadata>> {
  const values = new Map<string, string>();
  let isMeta = false;
  let current = '';
  await source.scan('meta', {
    open: (name, attribute) => {
      if (name === 'meta') isMeta = true;
      current = name === 'user-defined' ? (attribute('name') ?? '').toLowerCase() : name.toLowerCase();
    },
    close: (name) => {
      if (name === 'meta') isMeta = false;
      current = '';
    },
    text: (text) => {
      if (isMeta && current !== '' && text.trim() !== '')
        values.set(current, `${values.get(current) ?? ''}${text.trim()}`);
    },
  });
  return {
    title: values.get('title') ?? null,
    author: values.get('initial-creator') ?? values.get('creator') ?? null,
    fields: Object.fromEntries(values),
  };
}
