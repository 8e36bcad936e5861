import { openOdf, readOdfMeta } from '../odf/source.ts';
import { readOdfStyles } from '../odf/styles.ts';
import { odfTextHandler } from '../odf/text.ts';
import { createOdfState } from '../odf/text-state.ts';
import { odfProblems, refuseOdf } from '../odf/verdict.ts';
import type { Reader } from '../reader.ts';
import { createTextBuilder } from '../text-builder.ts';

/**
 * OpenDocument texts, presentations and drawings, packed or flat. Paragraphs, headings, lists and rows in reading order,
 * slides as pages; notes, comments and deleted text follow, then page headers and footers.
 */
export const odt: Reader = {
  name: 'odt',
  mediaTypes: [
    'application/vnd.oasis.opendocument.text',
    'application/vnd.oasis.opendocument.text-template',
    'application/vnd.oasis.opendocument.text-master',
    'application/vnd.oasis.opendocument.text-web',
    'application/vnd.oasis.opendocument.text-flat-xml',
    'application/vnd.oasis.opendocument.graphics',
    'application/vnd.oasis.opendocument.graphics-template',
    'application/vnd.oasis.opendocument.graphics-flat-xml',
  ],
  extensions: ['.odt', '.ott', '.odm', '.fodt', '.odg', '.otg', '.fodg'],
  read: async (input) => readOdfText(input),
};

/** The same for presentations, whose slides are pages. */
export const odp: Reader = {
  name: 'odp',
  mediaTypes: [
    'application/vnd.oasis.opendocument.presentation',
    'application/vnd.oasis.opendocument.presentation-template',
    'application/vnd.oasis.opendocument.presentation-flat-xml',
  ],
  extensions: ['.odp', '.otp', '.fodp'],
  read: async (input) => readOdfText(input),
};

const readOdfText: Reader['read'] = async ({ bytes, budget }) => {
  const source = await openOdf(bytes, budget);
  const refusal = refuseOdf(source);
  if (refusal) return refusal;
  const builder = createTextBuilder();
  const styles = await readOdfStyles(source);
  const body = odfTextHandler(createOdfState(styles, builder));
  const isWhole = await source.scan('content', body);
  const { problems, pages } = body.finish();
  const edges = odfTextHandler({ ...createOdfState(styles, builder), boilerplate: true });
  await source.scan('styles', edges);
  return {
    metadata: await readOdfMeta(source),
    pages,
    problems: [...problems, ...edges.finish().problems, ...odfProblems(source, isWhole)],
    ...builder.finish(),
    ...source.children,
  };
};
