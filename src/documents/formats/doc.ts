import { openCompound } from '../compound/compound.ts';
import { embeddedObjects } from '../compound/embedded-objects.ts';
import { findPictures } from '../compound/pictures.ts';
import { readSummary } from '../compound/summary.ts';
import { openWord, type WordTrouble } from '../doc/file.ts';
import { writeWord } from '../doc/write.ts';
import { problemsBy, type Reader, type Reading } from '../reader.ts';
import { createTextBuilder } from '../text-builder.ts';

const problem = problemsBy('documents/doc');

/** Word 6 to 2003: text by the file's own piece table, with rows, notes, comments, deleted and hidden text. */
export const doc: Reader = {
  name: 'doc',
  mediaTypes: ['application/msword'],
  extensions: ['.doc', '.dot'],
  read: async ({ bytes }) => {
    const compound = openCompound(bytes);
    const word = compound ? openWord(compound) : 'too-old';
    if (!compound || typeof word === 'string') return refuse(typeof word === 'string' ? word : 'damaged');
    const builder = createTextBuilder();
    const problems = writeWord(word, builder);
    const hasMacros = compound.streams.some(({ folder }) => /(?:^|\/)(?:Macros|_VBA_PROJECT_CUR)(?:\/|$)/.test(folder));
    if (hasMacros) problems.push(problem('active-content', 'note', 'The document holds macros; they were not run.'));
    const pictures = compound.streams.find(({ folder, name }) => folder === '' && name === 'Data');
    const children = [...embeddedObjects(compound), ...(pictures ? findPictures(pictures.read(), 'pictures') : [])];
    return {
      ...builder.finish(),
      metadata: readSummary(compound),
      problems,
      ...(children.length > 0
        ? {
            children: async function* () {
              yield* children;
            },
          }
        : {}),
    };
  },
};

const ADVICE = 'Open it in a word processor, save it as .docx or .pdf and add that file.';

function refuse(trouble: WordTrouble): Reading {
  const details: Readonly<Record<WordTrouble, string>> = {
    encrypted: 'The file is protected by a password: open it, save it without one and add that file.',
    'too-old': `The file was made by a Word older than Word 6, whose form is not read. ${ADVICE}`,
    damaged: `The tables that say where the text lies are damaged. ${ADVICE}`,
  };
  const code = trouble === 'encrypted' ? 'encrypted' : trouble === 'damaged' ? 'malformed' : 'unsupported-format';
  return { text: '', problems: [problem(code, 'fatal', details[trouble])] };
}
