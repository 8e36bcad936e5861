import type { Problem } from '../../model/index.ts';
import { EMBEDDED, embeddedFiles } from '../office/embedded.ts';
import { type OfficePackage, openPackage } from '../office/package.ts';
import { readProperties } from '../office/properties.ts';
import { problemsBy, type Reader } from '../reader.ts';
import { drawingText } from '../sheet/drawing-text.ts';
import { createSheetWriter, type SheetWriter } from '../sheet/sheet-writer.ts';
import { readComments } from '../sheet/xlsx-comments.ts';
import { readWorkbook, type SheetEntry, type Workbook } from '../sheet/xlsx-parts.ts';
import { sheetHandler } from '../sheet/xlsx-sheet.ts';
import { createTextBuilder, type TextBuilder } from '../text-builder.ts';

const problem = problemsBy('documents/xlsx');

/** Workbooks in XML: a block a row, its cells with their addresses; digits as the file stores them; nothing is calculated. */
export const xlsx: Reader = {
  name: 'xlsx',
  mediaTypes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  extensions: ['.xlsx', '.xlsm', '.xltx', '.xltm', '.xlam'],
  read: async ({ bytes, budget }) => {
    const office = await openPackage(bytes, budget);
    const workbook = await readWorkbook(office);
    const builder = createTextBuilder();
    const writer = createSheetWriter(builder, budget);
    const problems: Problem[] = [];
    for (const sheet of workbook.sheets) {
      writer.sheet(sheet.name, sheet.isHidden);
      problems.push(...(await readSheet(office, sheet, { workbook, writer, builder })));
      if (builder.length() > budget.textLeft()) break;
    }
    const embedded = office.paths.filter((path) => EMBEDDED.test(path));
    problems.push(...writer.problems(), ...judge(office, workbook));
    const metadata = await readProperties(office);
    return {
      ...builder.finish(),
      metadata,
      problems: [...problems, ...office.refused.map((refused) => problem('archive-entry-refused', 'warning', refused))],
      ...(embedded.length > 0 ? { children: (report) => embeddedFiles({ office, paths: embedded }, report) } : {}),
    };
  },
};

interface Target {
  readonly workbook: Workbook;
  readonly writer: SheetWriter;
  readonly builder: TextBuilder;
}

async function readSheet(
  office: OfficePackage,
  { name, path }: SheetEntry,
  { workbook, writer, builder }: Target,
): Promise<Problem[]> {
  const handler = sheetHandler(workbook, writer);
  const isWhole = path === '' ? null : await office.scan(path, handler);
  if (isWhole === null)
    return [problem('malformed', 'warning', `The sheet «${name}» is listed, but its part is missing or was refused.`)];
  const relations = await office.relations(path);
  for (const { address, relation, target } of handler.links) {
    const outside = relations.find(({ id }) => id === relation)?.target ?? '';
    writer.comment(address, `${outside} ${target}`.trim(), 'link');
  }
  for (const { address, by, text } of await readComments(office, relations)) writer.comment(address, text, by);
  for (const { target } of relations.filter(({ type }) => type === 'drawing')) {
    for (const text of await drawingText(office, target)) builder.add(text, 'paragraph', `sheet «${name}», text box`);
  }
  return isWhole
    ? []
    : [problem('malformed', 'warning', `The sheet «${name}» is cut off; the rows before the cut were read.`)];
}

function judge(office: OfficePackage, workbook: Workbook): Problem[] {
  const has = (path: RegExp): boolean => office.paths.some((one) => path.test(one));
  const active = [
    ...(has(/vbaProject\.bin$/i) ? ['macros'] : []),
    ...(has(/(?:^|\/)externalLinks\/[^/]+\.xml$/i) ? ['links to other workbooks'] : []),
    ...(has(/(?:^|\/)connections\.xml$/i) ? ['data connections'] : []),
  ];
  return [
    ...(workbook.sheets.length === 0
      ? [
          problem(
            'malformed',
            'fatal',
            'The workbook lists no sheets. Open it in a spreadsheet program, save it again and add that file.',
          ),
        ]
      : []),
    ...(active.length > 0
      ? [problem('active-content', 'note', `The workbook holds ${active.join(', ')}; they were not run or followed.`)]
      : []),
  ];
}
