import type { Problem } from '../model/index.ts';
import { problemsBy } from './reader.ts';
import type { TextBuilder } from './text-builder.ts';

/** Words that the document crosses out but still shows, and where they stood. */
export interface Struck {
  readonly text: string;
  readonly place: string;
}

/** Writes them after the text, each a block of its own: kept, quotable, and told by nobody. */
export function writeStruck(builder: TextBuilder, struck: readonly Struck[]): void {
  for (const { text, place } of struck) builder.add(text, 'deletion', place);
}

/** The note about them; none when nothing is struck out. */
export function struckProblem(struck: readonly Struck[], by: string): Problem[] {
  if (struck.length === 0) return [];
  const words = struck.length === 1 ? '1 stretch is struck out' : `${struck.length} stretches are struck out`;
  const detail = `${words} by its writer: kept after the text, not taken for what the document says.`;
  return [problemsBy(by)('struck-text', 'note', detail)];
}
