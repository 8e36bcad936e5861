import { escapeCss } from './escape.ts';

const SCREEN = `:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #1d1f23; --soft: #565b64; --rule: #d9d6cd; --wash: #f4f1e9; --accent: #1f4e6b; --mark: #fbefb4; --mark-ink: #1d1f23; --caution: #8a3410; --person: #22603a;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", "Noto Serif", "DejaVu Serif", Georgia, "Noto Serif CJK SC", serif;
  --sans: system-ui, "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans", Arial, "Noto Sans CJK SC", sans-serif;
  --mono: ui-monospace, "SF Mono", Consolas, "Noto Sans Mono", "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #16181c; --ink: #e7e5df; --soft: #a9adb5; --rule: #3a3e46; --wash: #1f2228; --accent: #8fc3e3; --mark: #4d4415; --mark-ink: #f6efcf; --caution: #f0a583; --person: #8fd0a6; }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 46rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 var(--serif); overflow-wrap: anywhere; }
a { color: var(--accent); text-decoration-thickness: .06em; text-underline-offset: .15em; }
a.name { color: inherit; text-decoration-color: var(--rule); }
a.name:hover { color: var(--accent); text-decoration-color: currentColor; }
a:focus-visible, .scroll:focus-visible { outline: .15rem solid var(--accent); outline-offset: .15rem; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; padding: .25rem .75rem; background: var(--paper); z-index: 1; }
h1, h2, h3, h4, h5 { font-family: var(--sans); line-height: 1.25; text-wrap: balance; margin: 0; }
h1 { font-size: 2.1rem; letter-spacing: -.01em; }
h2 { font-size: 1.35rem; margin: 3.5rem 0 1rem; padding-top: .75rem; border-top: .15rem solid var(--ink); }
h2 .n { color: var(--soft); font-weight: 400; margin-right: .35em; font-variant-numeric: tabular-nums; }
h3 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
h4, h5 { font-size: .95rem; margin: 1rem 0 .5rem; }
p { margin: .5rem 0; }
p.remark, dd p.remark, li p.remark { color: var(--soft); font-family: var(--sans); font-size: .84rem; line-height: 1.5; }
#method > p.remark { font: inherit; color: inherit; }
.eyebrow { font: 600 .8rem/1 var(--sans); letter-spacing: .12em; text-transform: uppercase; color: var(--soft); margin: 0 0 .75rem; }
.standfirst { font-size: 1.1rem; border-left: .2rem solid var(--accent); padding-left: 1rem; margin: 1.5rem 0; }
code, time { font-family: var(--mono); font-size: .85em; }
nav { margin: 2rem 0; font: .9rem/1.6 var(--sans); }
nav h2 { font-size: .8rem; letter-spacing: .12em; text-transform: uppercase; color: var(--soft); border: 0; margin: 0 0 .5rem; padding: 0; }
nav ol { margin: 0; padding-left: 1.6rem; columns: 16rem; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
.facts { margin: .75rem 0; font: .875rem/1.5 var(--sans); }
.facts > div { display: grid; grid-template-columns: 8.5rem 1fr; gap: 1rem; padding: .3rem 0; border-top: .0625rem solid var(--rule); }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; min-width: 0; }
.facts dd p, td p, th p { margin: 0 0 .35rem; }
.facts dd p, td p.remark, td p.founded, th p.remark, th p.founded { font: inherit; color: inherit; }
.card { margin: 1.75rem 0; }
.card > h3 { margin-top: 0; }
.items { list-style: none; margin: 0; padding: 0; }
.items > li { padding: .7rem 0; border-top: .0625rem solid var(--rule); }
.items p { margin: .2rem 0; }
.claim { margin: 1rem 0; padding-left: 1rem; border-left: .2rem solid var(--rule); }
.claim p { margin: 0 0 .3rem; }
blockquote { margin: 0; padding: .45rem .75rem; background: var(--wash); white-space: pre-line; }
.tags { white-space: normal; }
.tag { display: inline-block; font: .72rem/1.45 var(--sans); padding: 0 .4em; border: .0625rem solid currentColor; border-radius: .25rem; color: var(--soft); vertical-align: .08em; white-space: nowrap; }
.tag.caution { color: var(--caution); }
.tag.person { color: var(--person); }
.tag.machine { border-style: dashed; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 1.25rem; }
.side { min-width: 0; border-top: .15rem solid var(--caution); }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font: .84rem/1.5 var(--sans); }
caption { text-align: left; color: var(--soft); padding-bottom: .5rem; }
th, td { text-align: start; vertical-align: top; padding: .45rem .9rem .45rem 0; border-top: .0625rem solid var(--rule); min-width: 5rem; overflow-wrap: break-word; }
td:last-child { overflow-wrap: anywhere; }
thead th { border-top: 0; border-bottom: .1rem solid var(--ink); color: var(--soft); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 600; min-width: 9rem; }
.refs { font: .7em/1 var(--sans); margin-left: .15em; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.refs a { text-decoration: none; padding: 0 .08em; }
.refs a:hover { text-decoration: underline; }
.refs a:target { outline: .15rem solid var(--accent); }
.notes { padding-left: 2.75rem; font-size: .92rem; }
.notes li { padding: .55rem 0; border-top: .0625rem solid var(--rule); }
.notes li::marker { font: .85em var(--sans); color: var(--soft); font-variant-numeric: tabular-nums; }
.notes li:target { background: var(--wash); outline: .4rem solid var(--wash); }
.notes p { margin: 0; }
.exact { white-space: pre-wrap; line-height: 1.45; }
.around { color: var(--soft); }
mark { background: var(--mark); color: var(--mark-ink); }
.source { font: .78rem/1.5 var(--sans); color: var(--soft); padding-top: .2rem; }
.back a { text-decoration: none; padding: 0 .2em; }
.u { font: .75em var(--mono); color: var(--caution); border: .0625rem dotted currentColor; unicode-bidi: isolate; direction: ltr; }
.d { white-space: nowrap; }
.cut { font: .8em var(--sans); color: var(--caution); }
footer { margin-top: 4rem; border-top: .0625rem solid var(--rule); font: .8rem/1.5 var(--sans); color: var(--soft); }
@media (min-width: 76rem) {
  body { max-width: 66rem; display: grid; grid-template-columns: 15rem minmax(0, 46rem); column-gap: 4rem; }
  header, main, footer { grid-column: 2; }
  nav { grid-column: 1; grid-row: 1 / span 3; position: sticky; top: 2rem; align-self: start; margin: 0; }
  nav ol { columns: auto; }
}
`;

const PRINT = `@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --wash: #f5f5f2; --accent: #000; --mark: #f3eecf; --mark-ink: #000; --caution: #6d2707; --person: #1c4a2d; }
  html { font-size: 9.5pt; }
  body { display: block; max-width: none; padding: 0; font-size: 1rem; line-height: 1.4; }
  .skip, .back { display: none; }
  a, a.name { color: inherit; text-decoration: none; }
  h1 { font-size: 22pt; }
  h2 { font-size: 14pt; margin-top: 9mm; }
  h3 { font-size: 11pt; }
  h1, h2, h3, h4, h5, caption { break-after: avoid; }
  nav { break-after: page; }
  nav ol { columns: 1; }
  #notes { break-before: page; }
  .claim, .items > li, tr, .notes li, .facts > div, blockquote { break-inside: avoid; }
  thead { display: table-header-group; break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  p, li { orphans: 3; widows: 3; }
  .scroll { overflow: visible; }
  th, td { overflow-wrap: anywhere; }
  .facts, table { font-size: 8.5pt; }
  .notes { font-size: 8.5pt; padding-left: 12mm; }
  .source { font-size: 7.5pt; }
  .notes li::before { content: ""; float: right; width: 3mm; height: 3mm; margin: 1mm 0 1mm 3mm; border: .25mm solid #444; }
  mark, blockquote { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;

/** The whole style sheet. What stands at the head and foot of printed pages comes from the case and is escaped. */
export function styleOf({ title, foot }: { readonly title: string; readonly foot: string }): string {
  const box = 'font: 7.5pt system-ui, sans-serif; color: #444;';
  return `${SCREEN}@page { size: A4; margin: 22mm 18mm 20mm;
  @top-left { content: "Dossier: ${escapeCss(title)}"; ${box} }
  @bottom-left { content: "clew, ${escapeCss(foot)}"; ${box} }
  @bottom-right { content: counter(page) " / " counter(pages); ${box} }
}
@page :first { @top-left { content: none; } }
${PRINT}`;
}
