import { decodeText } from '../encoding.ts';
import type { Reader } from '../reader.ts';

/** Plain text: the decoded file, unchanged but for a byte-order mark. Its paragraphs are for `segment` to find. */
export const txt: Reader = {
  name: 'txt',
  mediaTypes: ['text/plain'],
  extensions: ['.txt', '.text', '.log'],
  read: async ({ bytes, encoding, budget }) => decodeText(bytes, { encoding, maxChars: budget.textLeft() }),
};
