import type { CaseIndex } from './case-index.ts';
import type { Block, Cell, Dossier, Line, Section } from './dossier.ts';
import { newVerifier, unfounded, writeFootnote } from './evidence.ts';
import { wordsOf } from './runs.ts';

/** Every sentence under a block, in reading order. */
export function linesOf(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'line':
    case 'claim':
      return [block.line];
    case 'heading':
      return [];
    case 'list':
      return block.items.flat();
    case 'card':
      return block.blocks.flatMap(linesOf);
    case 'sides':
      return block.sides.flatMap((side) => side.blocks.flatMap(linesOf));
    case 'facts':
      return block.facts.flatMap((fact): Cell => fact.cell);
    case 'table':
      return block.rows.flat(2);
    default:
      return block satisfies never;
  }
}

/** Throws `ClewError` `dossier-unfounded`, naming the sentence, when something said of the world has no footnote. */
function requireFoundation(line: Line, section: Section): void {
  const words = wordsOf(line.runs).slice(0, 200);
  if (line.kind === 'founded') {
    if (line.evidence.length === 0) throw unfounded(`In "${section.title}" a sentence has no footnote: "${words}"`);
    return;
  }
  const speaksOfTheWorld = line.runs.some((run) => run.kind === 'name' || run.kind === 'quote');
  if (section.about === 'world' && speaksOfTheWorld) {
    throw unfounded(`In "${section.title}" a remark speaks of the world without a footnote: "${words}"`);
  }
}

/** Footnotes numbered in order of first citation, grouped by the section that cites them first. */
export function numberFootnotes(sections: readonly Section[], index: CaseIndex): Dossier['notes'] {
  const seen = new Set<string>();
  const verifier = newVerifier();
  return sections.flatMap((section) => {
    const lines = section.blocks.flatMap(linesOf);
    const notes = lines.flatMap((line) => {
      requireFoundation(line, section);
      if (line.kind === 'remark') return [];
      return line.evidence.flatMap((key) => {
        if (seen.has(key)) return [];
        seen.add(key);
        return [writeFootnote(seen.size, key, index, verifier)];
      });
    });
    return notes.length === 0 ? [] : [{ section: section.id, title: section.title, notes }];
  });
}
