import type { Problem } from '../../model/index.ts';
import type { Budget } from '../budget.ts';
import { type Compound, openCompound } from '../compound/compound.ts';
import { embeddedObjects } from '../compound/embedded-objects.ts';
import { findPictures } from '../compound/pictures.ts';
import { readSummary } from '../compound/summary.ts';
import { EMBEDDED, embeddedFiles } from '../office/embedded.ts';
import { openPackage } from '../office/package.ts';
import { readProperties } from '../office/properties.ts';
import { problemsBy, type Reader, type Reading } from '../reader.ts';
import { drawingGroup } from '../sheet/biff-drawings.ts';
import { parseWorkbook, writeWorkbook } from '../sheet/library.ts';
import { createSheetWriter } from '../sheet/sheet-writer.ts';
import { type StoredPart, writeStoredZip } from '../sheet/stored-zip.ts';
import { tameBiff, tameBiff12 } from '../sheet/tame-ranges.ts';
import { createTextBuilder } from '../text-builder.ts';

const problem = problemsBy('documents/xls');

/** Excel up to 2003, by the library for it. Numbers are what the file stores; formulas are kept, not calculated. */
export const xls: Reader = {
  name: 'xls',
  mediaTypes: ['application/vnd.ms-excel'],
  extensions: ['.xls', '.xlt', '.xla', '.xlm', '.xlw'],
  read: async ({ bytes, budget }) => {
    const compound = openCompound(bytes);
    // The library gets the bare stream: what is around it is read here.
    const book = compound?.streams.find(({ folder, name }) => folder === '' && /^(?:Workbook|Book)$/i.test(name));
    const { bytes: stream, isWhole } = tameBiff(book?.read() ?? bytes);
    // Anything else would be taken for what it looks like, an archive for instance, and unpacked without a limit.
    if (stream[0] !== 0x09 || ![0, 2, 4, 8].includes(stream[1] ?? -1))
      return { text: '', problems: [refuse('it does not begin as one')] };
    const reading = await readWorkbook(stream, budget);
    if (!compound || !reading.blocks) return reading;
    const children = findChildren(compound);
    return {
      ...reading,
      metadata: readSummary(compound),
      problems: [...(reading.problems ?? []), ...findMacros(compound), ...(isWhole ? [] : [CUT])],
      ...(children.length > 0
        ? {
            children: async function* () {
              yield* children;
            },
          }
        : {}),
    };
  },
};

const CUT = problem(
  'malformed',
  'warning',
  'The workbook is cut off or damaged; what precedes the damage was read. Open it in a spreadsheet program, save it as .xlsx and add that file.',
);

/** Binary workbooks in a ZIP archive. Their parts are unpacked under the budget before the library sees them. */
export const xlsb: Reader = {
  name: 'xlsb',
  mediaTypes: ['application/vnd.ms-excel.sheet.binary.macroenabled.12'],
  extensions: ['.xlsb'],
  read: async ({ bytes, budget }) => {
    const office = await openPackage(bytes, budget);
    const parts: StoredPart[] = [];
    for (const name of office.paths.filter((path) => !EMBEDDED.test(path))) {
      const part = await office.bytes(name);
      if (part) parts.push({ name, bytes: /\.bin$/i.test(name) ? tameBiff12(part) : part });
    }
    const reading = await readWorkbook(writeStoredZip(parts), budget);
    const embedded = office.paths.filter((path) => EMBEDDED.test(path));
    const refused = office.refused.map((one) => problem('archive-entry-refused', 'warning', one));
    return {
      ...reading,
      metadata: await readProperties(office),
      problems: [...(reading.problems ?? []), ...refused],
      ...(embedded.length > 0 ? { children: (report) => embeddedFiles({ office, paths: embedded }, report) } : {}),
    };
  },
};

async function readWorkbook(bytes: Uint8Array, budget: Budget): Promise<Reading> {
  const builder = createTextBuilder();
  const writer = createSheetWriter(builder, budget);
  try {
    writeWorkbook(await parseWorkbook(bytes), writer);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { text: '', problems: [refuse(message)] };
  }
  return { ...builder.finish(), problems: writer.problems() };
}

function refuse(message: string): Problem {
  if (/password|encrypt|RC4|XOR/i.test(message))
    return problem(
      'encrypted',
      'fatal',
      'The workbook is protected by a password: open it, save it without one and add that file.',
    );
  const detail = `The workbook cannot be read (${message.replace(/\.$/, '')}). Open it in a spreadsheet program, save it as .xlsx and add that file.`;
  return problem('malformed', 'fatal', detail);
}

function findChildren(compound: Compound) {
  const book = compound.streams.find(({ folder, name }) => folder === '' && /^(?:Workbook|Book)$/i.test(name));
  return [...embeddedObjects(compound), ...(book ? findPictures(drawingGroup(book.read()), 'pictures') : [])];
}

function findMacros({ streams }: Compound): Problem[] {
  const hasMacros = streams.some(({ folder }) => /(?:^|\/)_VBA_PROJECT_CUR(?:\/|$)/.test(folder));
  return hasMacros ? [problem('active-content', 'note', 'The workbook holds macros; they were not run.')] : [];
}
