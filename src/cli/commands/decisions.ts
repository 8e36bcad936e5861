import type { CaseWords } from '../../dossier/index.ts';
import type { DecisionContent } from '../../model/index.ts';
import { counted, note, printJson, printLine, shown } from '../output.ts';
import { wordsOfCase } from '../reading.ts';
import { type CommonOptions, withView } from '../session.ts';

export async function decisions(
  folder: string,
  options: CommonOptions & { readonly orphaned?: boolean },
): Promise<void> {
  await withView(folder, async (view) => {
    const states = view.decisions.filter(({ state }) => !options.orphaned || state === 'orphaned');
    if (options.json) {
      printJson(states);
      return;
    }
    const words = await wordsOfCase(view);
    for (const { decision, state, detail } of states) {
      printLine(`${decision.id}  ${state}  ${decision.when}  ${shown(decision.who)}`);
      printLine(
        `    ${describeDecision(decision.content, words)}${decision.comment ? ` (${shown(decision.comment)})` : ''}`,
      );
      if (state !== 'applied' && detail) printLine(`    ${shown(detail)}`);
    }
    note(
      options.orphaned ? `${counted(states.length, 'orphaned decision')}.` : `${counted(states.length, 'decision')}.`,
    );
  });
}

/** A decision in one line, without who and when. */
export function describeDecision(content: DecisionContent, words: CaseWords): string {
  switch (content.kind) {
    case 'accept-claim':
      return `accepted: “${shown(content.claim.surface, 160)}”`;
    case 'reject-claim':
      return `rejected: “${shown(content.claim.surface, 160)}”`;
    case 'edit-claim':
      return `edited ${Object.keys(content.edit).join(', ')}: “${shown(content.claim.surface, 160)}”`;
    case 'same':
      return `“${shown(content.left.surface)}” and “${shown(content.right.surface)}” are the same`;
    case 'not-same':
      return `“${shown(content.left.surface)}” and “${shown(content.right.surface)}” are not the same`;
    case 'overrule-origin':
      return `${content.claim ? `“${shown(content.claim.surface, 160)}”` : `document ${content.document.slice(0, 12)}`} comes from ${shown(content.origin)}`;
    case 'note-reply':
      return `${shown(content.party.surface)}: ${words.label('outcome', content.outcome)}${content.note ? ` “${shown(content.note, 160)}”` : ''}`;
    case 'confirm-hit':
    case 'reject-hit':
      return `“${shown(content.entity[0]?.surface ?? '')}” is ${content.kind === 'confirm-hit' ? '' : 'not '}${shown(content.name)} (${shown(content.list)} ${shown(content.entry)})`;
    case 'undo':
      return `took back ${content.decision}`;
  }
}
