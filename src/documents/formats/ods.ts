import { openOdf, readOdfMeta } from '../odf/source.ts';
import { spreadsheetHandler } from '../odf/spreadsheet.ts';
import { readOdfStyles } from '../odf/styles.ts';
import { odfProblems, refuseOdf } from '../odf/verdict.ts';
import type { Reader } from '../reader.ts';
import { createSheetWriter } from '../sheet/sheet-writer.ts';
import { createTextBuilder } from '../text-builder.ts';

/** OpenDocument spreadsheets, packed or flat: a block a row, cells with their addresses, numbers as stored. */
export const ods: Reader = {
  name: 'ods',
  mediaTypes: [
    'application/vnd.oasis.opendocument.spreadsheet',
    'application/vnd.oasis.opendocument.spreadsheet-template',
    'application/vnd.oasis.opendocument.spreadsheet-flat-xml',
  ],
  extensions: ['.ods', '.ots', '.fods'],
  read: async ({ bytes, budget }) => {
    const source = await openOdf(bytes, budget);
    const refusal = refuseOdf(source);
    if (refusal) return refusal;
    const builder = createTextBuilder();
    const writer = createSheetWriter(builder, budget);
    const handler = spreadsheetHandler(await readOdfStyles(source), writer);
    const isWhole = await source.scan('content', handler);
    const metadata = await readOdfMeta(source);
    return {
      ...builder.finish(),
      metadata,
      problems: [...handler.finish(), ...writer.problems(), ...odfProblems(source, isWhole)],
      ...source.children,
    };
  },
};
