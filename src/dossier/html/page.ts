import type { Dossier } from '../dossier.ts';
import { writeBlock } from './blocks.ts';
import { escapeAttribute, escapeClipped, escapeText } from './escape.ts';
import { newReferences, writeNotes } from './notes.ts';
import { styleOf } from './style.ts';

/** Nothing may run or load, whatever a document's text holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The dossier as one HTML file that needs nothing else. Equal dossiers give equal bytes. */
export function toHtml(dossier: Dossier): string {
  const { title, sections, notes, journal } = dossier;
  const references = newReferences(notes);
  const contents = [...sections.map(({ id, title }) => ({ id, title })), { id: 'notes', title: 'Footnotes' }];
  const body = sections.map(
    (section, n) =>
      `<section id="${escapeAttribute(section.id)}" aria-labelledby="${section.id}-title">\n` +
      `<h2 id="${section.id}-title"><span class="n">${n + 1}</span> ${escapeText(section.title)}</h2>\n` +
      `${section.blocks.map((block) => writeBlock(block, 3, references.refer)).join('')}</section>\n`,
  );
  const head = journal.head.slice(0, 12);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>Dossier: ${escapeAttribute(title.slice(0, 200))}</title>
<style>
${styleOf({ title: title.slice(0, 80), foot: `journal ${journal.count}, ${head}` })}</style>
</head>
<body>
<a class="skip" href="#summary">Skip to the summary</a>
<header>
<p class="eyebrow">Dossier</p>
<h1 dir="auto">${escapeClipped(title, 300)}</h1>
<dl class="facts">
<div><dt>Written</dt><dd><time>${escapeText(dossier.writtenAt)}</time>, by clew ${escapeText(dossier.version)}</dd></div>
<div><dt>Journal</dt><dd>${journal.count} ${journal.count === 1 ? 'entry' : 'entries'}, head <code>${escapeText(journal.head)}</code></dd></div>
</dl>
<p class="standfirst">What follows is what documents say, not what is so. Every sentence about the world carries a footnote with the exact words; claims marked “not reviewed” were proposed by rules and nobody has checked them.</p>
</header>
<nav aria-labelledby="contents-title">
<h2 id="contents-title">Contents</h2>
<ol>
${contents.map(({ id, title }) => `<li><a href="#${escapeAttribute(id)}">${escapeText(title)}</a></li>\n`).join('')}</ol>
</nav>
<main>
${body.join('')}<section id="notes" aria-labelledby="notes-title">
<h2 id="notes-title"><span class="n">${sections.length + 1}</span> Footnotes</h2>
${writeNotes(notes, references)}</section>
</main>
<footer>
<p>Written by clew ${escapeText(dossier.version)} at ${escapeText(dossier.writtenAt)} from journal entry ${journal.count}, head <code>${escapeText(journal.head)}</code>.</p>
</footer>
</body>
</html>
`;
}
