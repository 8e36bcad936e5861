import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CaseWords } from '../../dossier/index.ts';
import { ClewError } from '../../errors.ts';
import type { CaseView } from '../../model/index.ts';
import { counted, note, printJson, printLine } from '../output.ts';
import { namesOf, wordsOfCase } from '../reading.ts';
import { type CommonOptions, lexicons, now, withCase } from '../session.ts';
import { clewVersion } from '../version.ts';
import { writeOutput } from '../write-output.ts';

const SAMPLES = fileURLToPath(new URL('../../../samples/case', import.meta.url));
const SAMPLE_LIST = fileURLToPath(
  new URL('../../../samples/lists/norland-register.targets.simple.csv', import.meta.url),
);

/** Reads the bundled sample case from nothing to a dossier, with the same calls as every other command. */
export async function demo(options: CommonOptions & { readonly keep?: string }): Promise<void> {
  const folder = makeFolder(options.keep);
  const caseFolder = join(folder, 'sample.clew');
  const dossierPath = join(folder, 'dossier.html');
  // The sample list is kept beside the case, not among the lists of whoever runs the demo.
  const data = join(folder, 'lists');
  const { createCase } = await import('../../store/index.ts');
  const { addFiles, viewCase } = await import('../../cases/index.ts');
  const { addLists, chooseLists } = await import('../../snapshots/index.ts');
  const { recordHits } = await import('../../screening/index.ts');
  const { write } = await import('../../pipeline.ts');
  const { sha256 } = await import('../../text/index.ts');
  await createCase(caseFolder, 'Sample case (invented)');
  await withCase(caseFolder, { write: true }, async (store) => {
    const words = await lexicons();
    if (!options.json) note('Reading the bundled sample case; every name in it is invented.');
    const report = await addFiles(store, words, { paths: [SAMPLES], now });
    const kept = { data, list: null, asOf: null, now: now() };
    await addLists([{ path: SAMPLE_LIST }], words, kept);
    const view = await viewCase(caseFolder, store, words, { lists: chooseLists(words, [], data) });
    await store.recordScreening(view.screening, recordHits(view.hits, view.resolution.entities));
    const html = write(view, { writtenAt: now(), version: clewVersion() }, words);
    writeOutput(dossierPath, html);
    await store.recordExport('dossier', sha256(html));
    const found = summary(view, report.files, await wordsOfCase(view));
    if (options.json) {
      printJson({ case: caseFolder, dossier: dossierPath, lists: data, ...found.counts });
      return;
    }
    for (const line of found.lines) printLine(line);
    printLine();
    printLine(`Case:    ${caseFolder}`);
    printLine(`Dossier: ${dossierPath}`);
    note(`Look further: node bin/clew.js findings ${caseFolder}`);
    note(`Screen again: CLEW_DATA=${data} node bin/clew.js screen ${caseFolder}`);
  });
}

function makeFolder(keep: string | undefined): string {
  if (keep === undefined) return mkdtempSync(join(tmpdir(), 'clew-demo-'));
  if (existsSync(join(keep, 'sample.clew'))) {
    throw new ClewError('output-exists', `${keep} holds a sample case already.`, {
      hint: 'Choose another folder, or remove that one.',
    });
  }
  mkdirSync(keep, { recursive: true });
  return keep;
}

function summary(view: CaseView, files: number, words: CaseWords) {
  const { findings, contradictions, origins, echoGroups, coverIdentities, openQuestions, replies } = view.weighing;
  const names = namesOf(view);
  const claims = view.extractions.reduce((sum, extraction) => sum + extraction.claims.length, 0);
  const named = view.resolution.entities.filter((entity) => entity.named).length;
  const publishers = origins.filter(({ level }) => level === 'publisher').length;
  const counts = {
    files,
    documents: view.documents.length,
    claims,
    entities: named,
    publisherOrigins: publishers,
    findings: findings.length,
    contradictions: contradictions.length,
    coverIdentities: coverIdentities.length,
    openQuestions: openQuestions.length,
    replies: replies.length,
    hits: view.hits.length,
  };
  const lines = [
    `${counted(files, 'file')}, ${counted(view.documents.length, 'document')} with what was inside them`,
    `${counted(claims, 'claim')}, each with an exact quotation; ${counted(named, 'named entity', 'named entities')}`,
    `${counted(findings.length, 'finding')} from ${counted(publishers, 'publisher origin')}; ${counted(contradictions.length, 'contradiction')}, ` +
      `${counted(coverIdentities.length, 'cover identity', 'cover identities')}, ${counted(openQuestions.length, 'open question')}, ${counted(replies.length, 'reply', 'replies')}`,
    ...view.hits.map(
      (hit) =>
        `possible match, not reviewed: ${names.entity(hit.entity)} and ${hit.primary} (${hit.list} ${hit.entry}); ${hit.listing.detail}`,
    ),
    ...echoGroups.map(
      ({ documents }) =>
        `retellings of one origin: ${documents.map((id) => names.document(id)?.name ?? id).join(', ')}`,
    ),
    ...new Set(
      contradictions
        .slice(0, 5)
        .map(({ kind, detail }) => `contradiction, ${words.label('contradiction', kind)}: ${detail}`),
    ),
  ];
  return { counts, lines };
}
