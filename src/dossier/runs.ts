import { separatorsOf } from '../text/index.ts';
import type { Block, Cell, Line, Run } from './dossier.ts';

export const text = (value: string): Run => ({ kind: 'text', text: value });
export const datum = (value: string): Run => ({ kind: 'datum', text: value });
export const quote = (value: string, language: string): Run => ({ kind: 'quote', text: value, language });
export const link = (value: string, target: string): Run => ({ kind: 'link', text: value, target });

export const remark = (...runs: readonly (Run | string)[]): Line => ({ kind: 'remark', runs: runs.map(toRun) });
export const founded = (evidence: readonly string[], runs: readonly Run[]): Line => ({
  kind: 'founded',
  runs,
  evidence,
});
export const paragraph = (line: Line): Block => ({ kind: 'line', line });
export const heading = (value: string): Block => ({ kind: 'heading', runs: [text(value)] });
export const say = (...runs: readonly (Run | string)[]): Block => paragraph(remark(...runs));
export const cell = (...lines: readonly Line[]): Cell => lines;
export const plain = (value: string): Cell => [remark(value)];

const toRun = (run: Run | string): Run => (typeof run === 'string' ? text(run) : run);

/** The words of runs without their roles, for messages and headings. */
export const wordsOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/** `a`, `a and b`, `a, b and c`; `a, x; b; and c` where one of three or more items holds a comma itself. */
export function enumerate(items: readonly (readonly Run[])[], and = 'and'): Run[] {
  const { between, last } = separatorsOf(items.map(wordsOf), and);
  return items.flatMap((item, index) =>
    index === 0 ? item : [text(index === items.length - 1 ? last : between), ...item],
  );
}

/** `1 document`, `2 documents`; `plural` for words that do not take an s. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}

/** The sentence with a capital first letter and a full stop, unless it ends in a mark of its own. */
export function sentence(runs: readonly Run[]): Run[] {
  const capitalised = headline(runs);
  const last = capitalised.at(-1);
  return last === undefined || /[.!?:]$/.test(last.text) ? capitalised : [...capitalised, text('.')];
}

/** The runs with a capital first letter, as a headline has it: without a full stop of ours. */
export function headline(runs: readonly Run[]): Run[] {
  const [first, ...rest] = runs;
  if (!first) return [];
  return [first.kind === 'text' ? text(first.text.charAt(0).toUpperCase() + first.text.slice(1)) : first, ...rest];
}
