import type { Problem } from '../../model/index.ts';
import { detectLanguage } from '../language.ts';
import { problemsBy } from '../reader.ts';
import type { PlacedText } from './place-text.ts';
import type { MissingLanguage } from './recogniser.ts';

const problem = problemsBy('documents/recognition');

/** Below this mean confidence a text is more than here and there wrong. */
const DOUBTFUL = 0.75;

/** `page 3`, `pages 1–3, 7`; long lists end in `...`. */
export function pagesInWords(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const n of numbers) {
    const open = runs.at(-1);
    if (open && open[1] === n - 1) open[1] = n;
    else runs.push([n, n]);
  }
  const shown = runs.slice(0, 12).map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return `page${numbers.length === 1 ? '' : 's'} ${shown.join(', ')}${runs.length > 12 ? ' ...' : ''}`;
}

/** What has to be said of text read off pictures: `subject` is what was looked at ("The picture was", "Pages 1–3 were"). */
export function reportRecognised(
  subject: string,
  read: readonly PlacedText[],
  missing: readonly MissingLanguage[],
): Problem[] {
  const [first] = read;
  if (!first) return [];
  const letters = read.reduce((sum, { text }) => sum + text.length, 0);
  const mean = read.reduce((sum, { text, recognition }) => sum + text.length * recognition.confidence, 0) / letters;
  const { engine } = first.recognition;
  const languages = [...new Set(read.flatMap(({ recognition }) => recognition.languages))].join(', ');
  const isDoubtful = mean < DOUBTFUL;
  const said = problem(
    'recognised-text',
    isDoubtful ? 'warning' : 'note',
    `${subject} read by text recognition (${engine}; ${languages}) with a mean confidence of ${mean.toFixed(2)}${isDoubtful ? ', which is low: words are wrong or missing' : ''}. Check a quotation against the page image.`,
  );
  return [said, ...reportMissing(isDoubtful ? missing : missing.filter(isLanguageOf(read)), isDoubtful)];
}

/** Data that is not there matters where the text turns out to be in that language. */
function isLanguageOf(read: readonly PlacedText[]): (one: MissingLanguage) => boolean {
  const language = detectLanguage(read.map(({ text }) => text).join('\n'));
  return (one) => one.language === language;
}

function reportMissing(missing: readonly MissingLanguage[], isDoubtful: boolean): Problem[] {
  return missing.map(({ name, install }) =>
    problem(
      'recognition-language-missing',
      'warning',
      `The text ${isDoubtful ? 'may be' : 'seems to be'} ${name}, whose recognition data is not installed; it was read with that of other languages. ${install}, then add the file again.`,
    ),
  );
}

/** Pictures that were looked at and hold no writing. */
export function reportNothing(subject: string): Problem {
  return problem('no-text', 'note', `${subject} looked at by text recognition, which found no writing.`);
}
