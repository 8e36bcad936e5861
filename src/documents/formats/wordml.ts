import { readBody } from '../docx/body.ts';
import { readStyles } from '../docx/styles.ts';
import type { Reader } from '../reader.ts';
import { createTextBuilder } from '../text-builder.ts';
import { scanXml } from '../xml.ts';
import { decodeXml } from '../xml-text.ts';

/** Word documents as one XML file: what Word 2003 wrote, and the flat form of .docx. */
export const wordml: Reader = {
  name: 'wordml',
  mediaTypes: ['application/x-wordprocessingml-2003'],
  extensions: [],
  read: async (source) => {
    const decoded = decodeXml(source);
    const builder = createTextBuilder();
    const styles = await readStyles(async (handler) => scanXml(decoded.text, handler));
    const problems = await readBody(async (handler) => scanXml(decoded.text, handler), { styles, builder });
    return { ...builder.finish(), encoding: decoded.encoding, problems: [...decoded.problems, ...problems] };
  },
};
