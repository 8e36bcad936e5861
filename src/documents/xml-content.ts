import type { Problem } from '../model/index.ts';
import { problemsBy } from './reader.ts';
import type { TextBuilder } from './text-builder.ts';
import { allAttributes, scanXml } from './xml.ts';

const problem = problemsBy('documents/xml');

/** Attributes that are grammar, not content. */
const GRAMMAR = /^(?:xmlns(?::|$)|xsi:|xml:(?:space|base)$)/;

/** Segments of a path that are shown; deeper elements show the last ones. */
const SHOWN = 12;

interface Open {
  readonly name: string;
  /** The element has text of its own, so that what is nested in it belongs to that text. */
  hasText: boolean;
}

interface State {
  readonly open: Open[];
  readonly wrong: string[];
  /** Index in `open` of the element whose text is gathered, -1 for none. */
  holder: number;
  parts: string[];
  nested: number;
  elements: number;
}

/** Writes the content of XML into the builder; returns what is to be said about it. Throws `XmlRefused`. */
export function readXmlText(xml: string, builder: TextBuilder): Problem[] {
  const state: State = {
    ...{ open: [], wrong: [], holder: -1, parts: [], nested: 0, elements: 0 },
  };
  const flush = (): void => {
    const text = state.parts.join('').replace(/[ \t\r\n]*\n[ \t\r\n]*/g, '\n');
    state.parts = [];
    if (text.trim() !== '') builder.add(text, 'paragraph', pathOf(state.open));
  };
  const addText = (text: string): void => {
    const element = state.open.at(-1);
    if (text.trim() === '') {
      // White space between words counts, between elements it does not.
      if (state.parts.length > 0) state.parts.push(text);
      return;
    }
    if (element && state.holder < 0) {
      element.hasText = true;
      state.holder = state.open.length - 1;
    }
    if (looksLikeMarkup(text)) state.nested += 1;
    state.parts.push(text);
  };
  const isWhole = scanXml(xml, {
    open: (name, _, tag) => {
      if (state.holder < 0) flush();
      state.elements += 1;
      state.open.push({ name, hasText: false });
      // In a drawing attributes are shapes and colours.
      const values = tag.includes('=') && state.open[0]?.name !== 'svg' ? attributeText(tag) : '';
      if (values === '') return;
      if (state.holder < 0) builder.add(values, 'paragraph', pathOf(state.open));
      else state.parts.push(` [${values}] `);
    },
    close: (name) => {
      if (state.holder === state.open.length - 1) {
        flush();
        state.holder = -1;
      }
      closeElement(state, name);
    },
    text: addText,
  });
  flush();
  return judge(state, isWhole);
}

/** The element is closed; one that was left open inside it is too, and that is noted. */
function closeElement(state: State, name: string): void {
  const { open, wrong } = state;
  if (open.at(-1)?.name === name) return void open.pop();
  if (wrong.length < 5) wrong.push(name);
  const at = open
    .slice(-100)
    .map((one) => one.name)
    .lastIndexOf(name);
  if (at < 0) return;
  open.length = Math.max(0, open.length - 100) + at;
  if (state.holder >= open.length) state.holder = -1;
}

const pathOf = (open: readonly Open[]): string => {
  const shown = open.slice(-SHOWN).map(({ name }) => name.slice(0, 100));
  return `element ${open.length > SHOWN ? '…/' : ''}${shown.join('/')}`;
};

/** `name="value"` pairs of a tag; `''` when there are none but grammar. */
function attributeText(tag: string): string {
  return allAttributes(tag)
    .filter(({ name, value }) => !GRAMMAR.test(name) && value.trim() !== '')
    .map(({ name, value }) => `${name}="${value}"`)
    .join(' ');
}

/** A whole element as text: another document was put into this one, as feeds do with pages. Nothing of it is lost. */
const looksLikeMarkup = (text: string): boolean =>
  /^\s*<(?:\?xml\s|([A-Za-z][\w.:-]{0,100})[\s>][\s\S]*<\/\1\s*>\s*$)/.test(text);

function judge({ wrong, nested, elements }: State, isWhole: boolean): Problem[] {
  const faults = [
    ...(isWhole ? [] : ['it is cut off, or elements are never closed']),
    ...(elements === 0 ? ['it has no element'] : []),
    ...(wrong.length > 0 ? [`tags close that are not open (${wrong.join(', ')})`] : []),
  ];
  const embedded = `${nested} ${nested === 1 ? 'element holds' : 'elements hold'} another document as text, markup included; it was kept as it stands but not read as a document. Save it as a file of its own and add that.`;
  return [
    ...(faults.length > 0
      ? [
          problem(
            'malformed',
            'warning',
            `The file is no well-formed XML: ${faults.join('; ')}. What could be told apart was read.`,
          ),
        ]
      : []),
    ...(nested > 0 ? [problem('malformed', 'note', embedded)] : []),
  ];
}
