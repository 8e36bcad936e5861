import { readBody } from '../docx/body.ts';
import { openPackage } from '../docx/package.ts';
import { readCoreProperties } from '../docx/properties.ts';
import { readStyles } from '../docx/styles.ts';
import { problemsBy, type Reader } from '../reader.ts';
import { createTextBuilder } from '../text-builder.ts';

const problem = problemsBy('documents/docx');

/** Parts that stand beside the body, after it in the text, with the place a person looks for. */
const NOTES: readonly { readonly part: string; readonly element: string; readonly place: string }[] = [
  { part: 'footnotes', element: 'footnote', place: 'footnote' },
  { part: 'endnotes', element: 'endnote', place: 'endnote' },
  { part: 'comments', element: 'comment', place: 'comment' },
];

/**
 * Word documents. Paragraphs, headings, lists and table rows become blocks in reading order; then foot- and endnotes,
 * comments, deleted text, headers and footers. Nothing outside the file is ever looked up.
 */
export const docx: Reader = {
  name: 'docx',
  version: 1,
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  extensions: ['.docx', '.docm', '.dotx'],
  read: async ({ bytes, budget }) => {
    const office = await openPackage(bytes, budget);
    if (!office.main) {
      const detail = `The document's main part is missing or would unpack beyond the limit. ${office.refused.join(' ')} Open it in a word processor, save it as .pdf and add that file.`;
      return { text: '', problems: [problem('malformed', 'fatal', detail)] };
    }
    const builder = createTextBuilder();
    const styles = readStyles(office.part('styles') ?? '');
    const body = readBody(office.main, styles, builder);
    const notes = NOTES.flatMap(({ part, element, place }) => {
      const xml = office.part(part);
      return xml ? [readBody(xml, styles, builder, { element, place })] : [];
    });
    const edges = office
      .parts(/(?:^|\/)(?:header|footer)\d*\.xml$/)
      .map((xml) => readBody(xml, styles, builder, { kind: 'boilerplate' }));
    const problems = [body, ...notes, ...edges].flat();
    for (const refused of office.refused) problems.push(problem('archive-entry-refused', 'warning', refused));
    return { ...builder.finish(), metadata: readCoreProperties(office.core ?? ''), problems };
  },
};
