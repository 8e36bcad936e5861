import type { CaseWords } from '../../dossier/index.ts';
import type { Contradiction, Finding } from '../../model/index.ts';
import { bold, counted, dim, note, printJson, printLine, shown } from '../output.ts';
import { type Names, namesOf, wordsOfCase } from '../reading.ts';
import { type CommonOptions, lookAtView } from '../session.ts';

export async function findings(folder: string, options: CommonOptions): Promise<void> {
  await lookAtView(folder, { name: 'findings', options }, async (view) => {
    const { findings, contradictions } = view.weighing;
    if (options.json) {
      printJson({ findings, contradictions });
      return;
    }
    const names = namesOf(view);
    const words = await wordsOfCase(view);
    const strongestFirst = [...findings].sort(
      (a, b) =>
        b.support.publisherOrigins - a.support.publisherOrigins ||
        b.support.documents - a.support.documents ||
        (a.id < b.id ? -1 : 1),
    );
    for (const finding of strongestFirst) tellFinding(finding, names, words);
    if (contradictions.length > 0) printLine(bold('Contradictions'));
    for (const contradiction of contradictions) tellContradiction(contradiction, names, words);
    note(`${counted(findings.length, 'finding')}, ${counted(contradictions.length, 'contradiction')}.`);
  });
}

function tellFinding(finding: Finding, names: Names, words: CaseWords): void {
  const { support, credibility, claims, drift } = finding;
  printLine(bold(shown(words.finding(finding))));
  printLine(
    `  ${counted(support.documents, 'document')}, ${counted(support.publisherOrigins, 'publisher origin')}, ` +
      `${counted(support.upstreamOrigins, 'upstream origin')}${words.grade(credibility)}`,
  );
  for (const id of claims) {
    const claim = names.claim(id);
    if (claim) printLine(`  ${id.slice(0, 10)}  ${shown(words.claim(claim))}`);
    printLine(dim(`              ${quoted(id, names)}`));
  }
  for (const { kind, field, detail } of drift) {
    const changed = `${words.label('field', field)} ${words.label('drift', kind)}`;
    printLine(`  copies differ, ${changed}: ${shown(detail)}`);
  }
}

function tellContradiction(
  { kind, severity, within, detail, sides }: Contradiction,
  names: Names,
  words: CaseWords,
): void {
  const [what, how, where] = [
    words.label('contradiction', kind),
    words.label('severity', severity),
    words.label('within', within),
  ];
  printLine(`  ${what}: ${shown(detail)} (${how}; ${where})`);
  for (const [n, side] of sides.entries()) {
    if (n > 0) printLine(dim('    against'));
    for (const id of side) printLine(dim(`    ${quoted(id, names)}`));
  }
}

const quoted = (id: string, names: Names): string =>
  `“${shown(names.claim(id)?.quotation ?? id, 160)}” in ${shown(names.documentOf(id)?.name ?? 'no document')}`;
