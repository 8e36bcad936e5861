import type { Dossier, Footnote } from '../dossier.ts';
import { type Refer, writeRuns } from './blocks.ts';
import { escapeClipped, escapeText, languageAttribute } from './escape.ts';

const EXACT_LIMIT = 4000;

/** References and the way back: every reference has an id of its own, and each footnote links to all of its references. */
export interface References {
  readonly refer: Refer;
  readonly countOf: (n: number) => number;
}

export function newReferences(notes: Dossier['notes']): References {
  const numbers = new Map(notes.flatMap((group) => group.notes.map((note) => [note.key, note.n])));
  const counts = new Map<number, number>();
  const refer: Refer = (evidence) => {
    const links = evidence.flatMap((key) => {
      const n = numbers.get(key);
      if (n === undefined) return [];
      const k = (counts.get(n) ?? 0) + 1;
      counts.set(n, k);
      return [`<a href="#n${n}" id="r${n}-${k}" aria-label="footnote ${n}">${n}</a>`];
    });
    return links.length === 0 ? '' : `<sup class="refs">${links.join(' ')}</sup>`;
  };
  return { refer, countOf: (n) => counts.get(n) ?? 0 };
}

function writeBacklinks(n: number, count: number): string {
  return Array.from({ length: count }, (_, at) => {
    const label = count === 1 ? '↩' : `↩${at + 1}`;
    return `<a href="#r${n}-${at + 1}" aria-label="back to reference ${at + 1} of footnote ${n}">${label}</a>`;
  }).join(' ');
}

function writeNote(note: Footnote, count: number): string {
  const { n, before, exact, after, language, source } = note;
  return (
    `<li id="n${n}" value="${n}">\n<p class="exact" dir="auto"${languageAttribute(language)}>` +
    `<span class="around">${escapeText(before)}</span><mark>${escapeClipped(exact, EXACT_LIMIT)}</mark><span class="around">${escapeText(after)}</span></p>\n` +
    `<p class="source">${writeRuns(source)} <span class="back">${writeBacklinks(n, count)}</span></p>\n</li>\n`
  );
}

/** All footnotes, in groups by the section that cites them first. */
export function writeNotes(notes: Dossier['notes'], references: References): string {
  if (notes.length === 0) return '<p>No sentence of this dossier speaks of the world, so it has no footnotes.</p>\n';
  return notes
    .map(
      (group) =>
        `<h3>First cited in “${escapeText(group.title)}”</h3>\n<ol class="notes">\n` +
        `${group.notes.map((note) => writeNote(note, references.countOf(note.n))).join('')}</ol>\n`,
    )
    .join('');
}
