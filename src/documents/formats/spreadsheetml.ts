import { problemsBy, type Reader } from '../reader.ts';
import { createSheetWriter } from '../sheet/sheet-writer.ts';
import { spreadsheetmlHandler } from '../sheet/spreadsheetml.ts';
import { createTextBuilder } from '../text-builder.ts';
import { scanXml } from '../xml.ts';
import { decodeXml } from '../xml-text.ts';

const problem = problemsBy('documents/spreadsheetml');

/** Workbooks that Excel 2003 wrote as one XML file. */
export const spreadsheetml: Reader = {
  name: 'spreadsheetml',
  mediaTypes: ['application/x-spreadsheetml-2003'],
  extensions: [],
  read: async (source) => {
    const decoded = decodeXml(source);
    const builder = createTextBuilder();
    const writer = createSheetWriter(builder, source.budget);
    const isWhole = scanXml(decoded.text, spreadsheetmlHandler(writer));
    const cut = problem('malformed', 'warning', 'The workbook is cut off; the rows before the cut were read.');
    return {
      ...builder.finish(),
      encoding: decoded.encoding,
      problems: [...decoded.problems, ...writer.problems(), ...(isWhole ? [] : [cut])],
    };
  },
};
