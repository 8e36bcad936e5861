import { problemsBy, type Reader, type Reading } from '../reader.ts';
import { createTextBuilder } from '../text-builder.ts';
import { readXmlText } from '../xml-content.ts';
import { decodeXml, withoutDoctype } from '../xml-text.ts';

const problem = problemsBy('documents/xml');

/**
 * XML of any kind: the text of its elements and the values of their attributes, a block for each element that has any.
 * Its place is the element's path and line. Tags are left out; nothing is expanded or fetched.
 */
export const xml: Reader = {
  name: 'xml',
  mediaTypes: ['text/xml', 'image/svg+xml'],
  extensions: ['.xml', '.svg', '.xsd', '.xsl', '.rdf', '.gml', '.kml'],
  read: async (source): Promise<Reading> => {
    const decoded = decodeXml(source);
    const { xml: text, doctype } = withoutDoctype(decoded.text);
    const builder = createTextBuilder();
    const problems = readXmlText(text, builder);
    const outside = doctype ? /(?:SYSTEM|PUBLIC)/.test(doctype) : false;
    return {
      ...builder.finish(),
      encoding: decoded.encoding,
      problems: [
        ...decoded.problems,
        ...problems,
        ...(outside
          ? [
              problem(
                'active-content',
                'note',
                `The document type points outside the file: ${doctype?.slice(0, 200)}. It was not fetched.`,
              ),
            ]
          : []),
      ],
    };
  },
};
