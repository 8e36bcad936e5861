import type { TextBuilder } from '../text-builder.ts';
import { codePageOfCharset } from './code-pages.ts';
import { CHARACTERS, DESTINATIONS } from './destinations.ts';
import { endCell, endParagraph, endRow, openFlow, writeRtf } from './flow.ts';
import { newGathered } from './objects.ts';
import type { Group, RtfState } from './state.ts';

type Word = (state: RtfState, value: number | null, builder: TextBuilder) => void;

const group = (change: (group: Group, value: number | null, state: RtfState) => void): Word => {
  return (state, value) => {
    const innermost = state.groups.at(-1);
    if (innermost) change(innermost, value, state);
  };
};

const inTable =
  (isInTable: boolean): Word =>
  (state) => {
    const flow = state.flows.at(-1);
    if (flow) flow.paragraph.isInTable = isInTable;
  };

const picture =
  (extension: string): Word =>
  (state) => {
    if (state.gathered) state.gathered.extension = extension;
  };

const struck = group((innermost, value) => {
  innermost.isStruck = value !== 0;
});

const shifted = (shift: Group['shift']): Word =>
  group((innermost, value) => {
    innermost.shift = value === 0 ? null : shift;
  });

function markListItem(state: RtfState): void {
  const flow = state.flows.at(-1);
  if (flow) flow.paragraph.kind ??= 'list-item';
}

/** Words that divide or mark the text itself. */
const LAYOUT: ReadonlyMap<string, Word> = new Map<string, Word>([
  ['par', (state, _, builder) => endParagraph(state, builder)],
  ['sect', (state, _, builder) => endParagraph(state, builder)],
  ['page', (state, _, builder) => endParagraph(state, builder)],
  ['cell', (state, _, builder) => endCell(state, builder)],
  ['row', (state, _, builder) => endRow(state, builder)],
  ['nestcell', (state) => writeRtf(state, ' ')],
  ['nestrow', (state) => writeRtf(state, '\n')],
  ['intbl', inTable(true)],
  [
    'pard',
    (state, value, builder) => {
      inTable(false)(state, value, builder);
      state.style = -1;
    },
  ],
  ['ls', markListItem],
  [
    'outlinelevel',
    (state, value) => {
      const flow = state.flows.at(-1);
      if (flow && (value ?? 9) < 9) flow.paragraph.kind = 'heading';
    },
  ],
]);

/** Words that change what follows, wherever they stand. A word in neither table, nor a destination or a character, is formatting. */
const WORDS: ReadonlyMap<string, Word> = new Map<string, Word>([
  [
    's',
    (state, value) => {
      state.style = value ?? -1;
    },
  ],
  [
    'outlinelevel',
    (state, value) => {
      if (state.groups.at(-1)?.destination === 'styles' && (value ?? 9) < 9) state.headingStyles.add(state.style);
    },
  ],
  [
    'ansi',
    (state) => {
      state.codePage = 1252;
    },
  ],
  [
    'mac',
    (state) => {
      state.codePage = 10000;
    },
  ],
  [
    'pc',
    (state) => {
      state.codePage = 437;
    },
  ],
  [
    'pca',
    (state) => {
      state.codePage = 850;
    },
  ],
  [
    'ansicpg',
    (state, value) => {
      state.codePage = value ?? 1252;
    },
  ],
  [
    'deff',
    (state, value) => {
      state.defaultFont = value ?? -1;
    },
  ],
  [
    'f',
    group((innermost, value) => {
      innermost.font = value ?? -1;
    }),
  ],
  [
    'fcharset',
    (state, value) => {
      const font = state.groups.at(-1)?.font ?? -1;
      if (state.groups.at(-1)?.destination === 'fonts') state.fontPages.set(font, codePageOfCharset(value ?? 0));
    },
  ],
  [
    'cpg',
    (state, value) => {
      const font = state.groups.at(-1)?.font ?? -1;
      if (state.groups.at(-1)?.destination === 'fonts' && value !== null) state.fontPages.set(font, value);
    },
  ],
  [
    'plain',
    group((innermost, _, state) => {
      Object.assign(innermost, {
        font: state.defaultFont,
        isHidden: false,
        isDeleted: false,
        isStruck: false,
        shift: null,
      });
    }),
  ],
  [
    'v',
    group((innermost, value) => {
      innermost.isHidden = value !== 0;
    }),
  ],
  ['strike', struck],
  ['striked', struck],
  ['super', shifted('raised')],
  ['sub', shifted('lowered')],
  ['nosupersub', shifted(null)],
  // How far the text is moved off the line, in half points.
  ['up', group((innermost, value) => void Object.assign(innermost, { shift: (value ?? 6) > 0 ? 'raised' : null }))],
  ['dn', group((innermost, value) => void Object.assign(innermost, { shift: (value ?? 6) > 0 ? 'lowered' : null }))],
  [
    'trowd',
    (state) => {
      Object.assign(state, { definitions: [], isContinued: false });
    },
  ],
  [
    'clvmrg',
    (state) => {
      state.isContinued = true;
    },
  ],
  [
    'cellx',
    (state, value) => {
      if (state.definitions.length < 1_000)
        state.definitions.push({ edge: value ?? 0, isContinued: state.isContinued });
      state.isContinued = false;
    },
  ],
  [
    'deleted',
    group((innermost, value, state) => {
      innermost.isDeleted = value !== 0;
      state.counts.tracked += 1;
    }),
  ],
  [
    'revised',
    (state) => {
      state.counts.tracked += 1;
    },
  ],
  [
    'uc',
    group((innermost, value) => {
      innermost.uc = Math.max(0, Math.min(value ?? 1, 100));
    }),
  ],
  ['objautlink', (state) => void state.reaching.push('a linked object that updates itself')],
  ['objupdate', (state) => void state.reaching.push('an object that updates itself when the file is opened')],
  ['objlink', (state) => void state.reaching.push('a linked object')],
  ['pngblip', picture('png')],
  ['jpegblip', picture('jpg')],
  ['emfblip', picture('emf')],
  ['wmetafile', picture('wmf')],
  ['macpict', picture('pict')],
  ['dibitmap', picture('dib')],
]);

const FLOWS = { note: 'note', comment: 'comment', edge: 'edge', box: 'box' } as const;

/** Does what a control word asks for. Pending text is already written. */
export function doWord(state: RtfState, word: string, value: number | null, builder: TextBuilder): void {
  const innermost = state.groups.at(-1);
  const { isStarred } = state;
  state.isStarred = word === '*';
  if (!innermost || word === '*') return;
  const destination = DESTINATIONS.get(word);
  const isProperty = destination === 'info' && state.groups.at(-2)?.key === 'info';
  if (word === 'info') {
    // What stands in the information group is skipped but for the properties that are known.
    Object.assign(innermost, { destination: 'skip', key: 'info' });
  } else if (innermost.destination === 'skip' || destination === 'info') {
    if (isProperty) enter(state, innermost, { word, destination: 'info' });
  } else if (destination) {
    enter(state, innermost, { word, destination });
  } else if (Object.hasOwn(CHARACTERS, word)) {
    writePlain(state, CHARACTERS[word] ?? '');
  } else if (isStarred && !WORDS.has(word) && !LAYOUT.has(word)) {
    innermost.destination = 'skip';
  } else {
    WORDS.get(word)?.(state, value, builder);
    if (innermost.destination === 'text') LAYOUT.get(word)?.(state, value, builder);
  }
}

function enter(
  state: RtfState,
  innermost: Group,
  { word, destination }: { readonly word: string; readonly destination: Group['destination'] },
): void {
  if (destination === 'text') return;
  if (destination === 'list-text') markListItem(state);
  innermost.destination = destination;
  innermost.key = word;
  innermost.isOwner = true;
  state.text = '';
  if (destination in FLOWS) {
    openFlow(state, destination as keyof typeof FLOWS);
    innermost.destination = 'text';
    // The flow ends with this group.
    innermost.key = `flow ${state.flows.length}`;
  }
  if (destination === 'picture' || destination === 'object-data') state.gathered = newGathered();
}

/** Text where the group wants it: in the document, in a name of a font or style, in an instruction. */
export function writePlain(state: RtfState, text: string): void {
  const destination = state.groups.at(-1)?.destination;
  if (destination === 'text') writeRtf(state, text);
  else if (destination !== 'skip' && destination !== 'list-text' && state.text.length < 10_000) state.text += text;
}
