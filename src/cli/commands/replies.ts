import type { CaseWords } from '../../dossier/index.ts';
import { SELF } from '../../model/index.ts';
import { compareText } from '../../text/index.ts';
import { counted, note, printJson, printLine, shown, table } from '../output.ts';
import { type Names, namesOf, wordsOfCase } from '../reading.ts';
import { type CommonOptions, withView } from '../session.ts';

export async function replies(folder: string, options: CommonOptions): Promise<void> {
  await withView(folder, async (view) => {
    const { replies } = view.weighing;
    if (options.json) {
      printJson(replies);
      return;
    }
    const names = namesOf(view);
    const words = await wordsOfCase(view);
    const byParty = [...replies].sort((a, b) => compareText(names.entity(a.party), names.entity(b.party)));
    const rows = byParty.map((reply) => [
      names.entity(reply.party),
      words.outcome(reply),
      nameAsker(reply.askedBy, reply.claims, names),
      reply.note
        ? `noted by a person: ${shown(reply.note, 160)}`
        : reply.claims.map((id) => `“${shown(quotationOf(id, names, words), 160)}”`).join(' '),
    ]);
    if (rows.length > 0)
      for (const line of table([['party', 'outcome', 'asked by', 'in these words'], ...rows])) printLine(line);
    note(`${counted(replies.length, 'reply', 'replies')}.`);
  });
}

function quotationOf(id: string, names: Names, words: CaseWords): string {
  const [claim, document] = [names.claim(id), names.documentOf(id)];
  return claim && document ? words.quotation(claim, document) : id;
}

/** Who asked; a text that says so of itself is named. */
function nameAsker(askedBy: string | null, [first]: readonly string[], names: Names): string {
  if (askedBy === null) return 'not stated';
  return askedBy === SELF ? shown(names.documentOf(first ?? '')?.name ?? 'not stated') : names.entity(askedBy);
}
