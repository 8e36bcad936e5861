import { counted, note, printJson, printLine, shown, table } from '../output.ts';
import { namesOf } from '../reading.ts';
import { type CommonOptions, withView } from '../session.ts';

export async function replies(folder: string, options: CommonOptions): Promise<void> {
  await withView(folder, (view) => {
    const { replies } = view.weighing;
    if (options.json) {
      printJson(replies);
      return;
    }
    const names = namesOf(view);
    const rows = replies.map(({ party, askedBy, outcome, claims, note: noted }) => [
      names.entity(party),
      outcome,
      askedBy ? names.entity(askedBy) : 'not stated',
      noted
        ? `noted: ${shown(noted, 160)}`
        : claims.map((id) => `“${shown(names.claim(id)?.quotation ?? id, 120)}”`).join(' '),
    ]);
    if (rows.length > 0)
      for (const line of table([['party', 'outcome', 'asked by', 'in whose words'], ...rows])) printLine(line);
    note(`${counted(replies.length, 'reply', 'replies')}.`);
  });
}
