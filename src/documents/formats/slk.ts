import { decodeText } from '../encoding.ts';
import { problemsBy, type Reader } from '../reader.ts';
import { createSheetWriter } from '../sheet/sheet-writer.ts';
import { readSylk } from '../sheet/sylk.ts';
import { createTextBuilder } from '../text-builder.ts';

const problem = problemsBy('documents/slk');

/** Symbolic link files, the exchange format of old spreadsheets: one sheet, numbers as written. */
export const slk: Reader = {
  name: 'slk',
  mediaTypes: ['application/x-sylk'],
  extensions: ['.slk', '.sylk'],
  read: async ({ bytes, encoding, budget }) => {
    const decoded = decodeText(bytes, { encoding, maxChars: budget.textLeft() });
    const builder = createTextBuilder();
    const writer = createSheetWriter(builder, budget);
    const isWhole = readSylk(decoded.text, writer);
    const cut = problem(
      'malformed',
      'warning',
      'The file has no end mark: it is cut off. The cells before the cut were read.',
    );
    return {
      ...builder.finish(),
      encoding: decoded.encoding,
      problems: [
        ...decoded.problems.map(({ span: _, ...rest }) => rest),
        ...writer.problems(),
        ...(isWhole ? [] : [cut]),
      ],
    };
  },
};
