import { decodeText } from '../encoding.ts';
import { findJsonFault } from '../json-fault.ts';
import { problemsBy, type Reader } from '../reader.ts';

const problem = problemsBy('documents/json');

/** JSON: the decoded file unchanged, digits and escapes as they are. Nothing is parsed into values; a fault is noted with its line. */
export const json: Reader = {
  name: 'json',
  mediaTypes: ['application/json'],
  extensions: ['.json', '.geojson', '.jsonl', '.ndjson'],
  read: async ({ bytes, encoding, budget }) => {
    const decoded = decodeText(bytes, { encoding, maxChars: budget.textLeft() });
    const fault = findJsonFault(decoded.text);
    if (fault === null) return decoded;
    const line = decoded.text.slice(0, fault.at).split('\n').length;
    const detail = `The file is no valid JSON: ${fault.what} in line ${line}. The text is complete as it stands.`;
    return { ...decoded, problems: [...decoded.problems, problem('malformed', 'note', detail)] };
  },
};
