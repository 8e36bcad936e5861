import type { Problem } from '../../model/index.ts';
import { readBody } from '../docx/body.ts';
import type { BodyTarget } from '../docx/state.ts';
import { readStyles } from '../docx/styles.ts';
import { EMBEDDED, embeddedFiles } from '../office/embedded.ts';
import { findOutside } from '../office/outside.ts';
import { type OfficePackage, openPackage } from '../office/package.ts';
import { readProperties } from '../office/properties.ts';
import type { Relation } from '../office/relations.ts';
import { problemsBy, type Reader } from '../reader.ts';
import { drawingText } from '../sheet/drawing-text.ts';
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
 * comments, deleted text, diagrams, headers and footers, building blocks. Pictures, embedded and imported files become
 * documents of their own. Nothing outside the file is ever looked up.
 */
export const docx: Reader = {
  name: 'docx',
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  extensions: ['.docx', '.docm', '.dotx', '.dotm'],
  read: async ({ bytes, budget }) => {
    const office = await openPackage(bytes, budget);
    const main =
      (await office.relations('')).find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
    const relations = await office.relations(main);
    const folder = main.slice(0, main.lastIndexOf('/') + 1);
    const pathOf = (part: string): string =>
      relations.find(({ type, isExternal }) => type === part && !isExternal)?.target ?? `${folder}${part}.xml`;
    const builder = createTextBuilder();
    const styles = await readStyles((handler) => office.scan(pathOf('styles'), handler));
    const target: BodyTarget = { styles, builder };
    const body = await readMain(office, main, target);
    if (!body) {
      const detail = `The document's main part is missing or would unpack beyond the limit. ${office.refused.join(' ')} Open it in a word processor, save it as .pdf and add that file.`;
      return { text: '', problems: [problem('malformed', 'fatal', detail)] };
    }
    const problems = [...body];
    for (const { part, element, place } of NOTES)
      problems.push(...(await readBody((handler) => office.scan(pathOf(part), handler), target, { element, place })));
    problems.push(...(await readSurroundings(office, { relations, folder }, target)));
    problems.push(...(await findOutside(office, [main, pathOf('settings')])));
    const imported = relations.filter(({ type, isExternal }) => type === 'aFChunk' && !isExternal);
    const embedded = new Set([
      ...imported.map((one) => one.target),
      ...office.paths.filter((path) => EMBEDDED.test(path)),
    ]);
    const metadata = await readProperties(office);
    for (const refused of office.refused) problems.push(problem('archive-entry-refused', 'warning', refused));
    return {
      ...builder.finish(),
      metadata,
      problems,
      ...(embedded.size > 0 ? { children: (report) => embeddedFiles({ office, paths: [...embedded] }, report) } : {}),
    };
  },
};

async function readMain(office: OfficePackage, path: string, target: BodyTarget): Promise<readonly Problem[] | null> {
  let isThere = true;
  const problems = await readBody(async (handler) => {
    const isWhole = await office.scan(path, handler);
    isThere = isWhole !== null;
    return isWhole;
  }, target);
  return isThere ? problems : null;
}

interface Around {
  readonly relations: readonly Relation[];
  readonly folder: string;
}

/** Diagrams, page headers and footers, building blocks. */
async function readSurroundings(
  office: OfficePackage,
  { relations, folder }: Around,
  target: BodyTarget,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { target: path } of relations.filter(({ type }) => type === 'diagramData'))
    for (const text of await drawingText(office, path)) target.builder.add(text, 'paragraph', 'diagram');
  const edges = office.paths
    .filter((path) => path.startsWith(folder) && /^(?:header|footer)\d*\.xml$/i.test(path.slice(folder.length)))
    .sort();
  for (const path of edges) {
    const options = { kind: 'boilerplate', at: /header/i.test(path) ? 'page header' : 'page footer' } as const;
    problems.push(...(await readBody((handler) => office.scan(path, handler), target, options)));
  }
  const glossary = relations.find(({ type }) => type === 'glossaryDocument')?.target;
  if (glossary) {
    const options = { kind: 'boilerplate', at: 'building block' } as const;
    problems.push(...(await readBody((handler) => office.scan(glossary, handler), target, options)));
  }
  return problems;
}
