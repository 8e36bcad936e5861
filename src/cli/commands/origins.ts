import type { CaseWords } from '../../dossier/index.ts';
import type { Origin } from '../../model/index.ts';
import { wordEdtf } from '../../text/index.ts';
import { bold, counted, dim, note, printJson, printLine, shown } from '../output.ts';
import { type Names, namesOf, wordsOfCase } from '../reading.ts';
import { type CommonOptions, withView } from '../session.ts';

const LEVELS = {
  publisher: 'Publisher origins (pieces of reporting)',
  upstream: 'Upstream origins (what the reporting rests on)',
} as const;

/** How many places that show a reason are quoted. */
const SHOWN_PLACES = 3;

export async function origins(folder: string, options: CommonOptions): Promise<void> {
  await withView(folder, async (view) => {
    const { origins, echoGroups } = view.weighing;
    if (options.json) {
      printJson({ origins, echoGroups });
      return;
    }
    const names = namesOf(view);
    const words = await wordsOfCase(view);
    for (const level of ['publisher', 'upstream'] as const) {
      printLine(bold(LEVELS[level]));
      const found = origins.filter((one) => one.level === level);
      if (found.length === 0) printLine('  none');
      for (const origin of found) tellOrigin(origin, names, words);
    }
    const echoes =
      echoGroups.length === 1
        ? '1 group of documents that retell one origin'
        : `${echoGroups.length} groups of documents, each retelling one origin`;
    note(`${counted(origins.length, 'origin')}; ${echoes}.`);
  });
}

function tellOrigin(origin: Origin, names: Names, words: CaseWords): void {
  const { label, kind, date, claims, documents, overruledBy } = origin;
  const day = date === null ? '' : wordEdtf(date);
  const told = label.includes(day) ? '' : `, ${day}`;
  printLine(`  ${shown(label)} (${words.label('origin', kind)}${told}): ${counted(claims.length, 'claim')}`);
  for (const id of documents) printLine(dim(`    ${shown(names.document(id)?.name ?? id)}`));
  for (const reason of reasonsOf(origin, names, words)) printLine(dim(`    because of ${reason}`));
  if (overruledBy !== null) printLine(dim(`    decided by a person (${overruledBy})`));
}

/** One reason for each signal, with its best score and where it shows: a signal between many documents is one reason. */
function reasonsOf({ reasons }: Origin, names: Names, words: CaseWords): string[] {
  const signals = [...new Set(reasons.map(({ signal }) => signal))];
  return signals.map((signal) => {
    const same = reasons.filter((reason) => reason.signal === signal);
    const score = Math.max(...same.map((reason) => reason.score));
    const places = same
      .flatMap(({ evidence }) => evidence)
      .map(({ document, start, end }) => {
        const read = names.document(document);
        return read ? `“${shown(read.text.slice(start, end), 60)}” in ${shown(read.name)}` : '';
      });
    const told = [...new Set(places)].filter((place) => place !== '');
    const more = told.length > SHOWN_PLACES ? `, and ${counted(told.length - SHOWN_PLACES, 'more place')}` : '';
    const shownPlaces = told.length === 0 ? '' : `: ${told.slice(0, SHOWN_PLACES).join(', ')}${more}`;
    return `${words.label('signal', signal)} (${score.toFixed(2)})${shownPlaces}`;
  });
}
