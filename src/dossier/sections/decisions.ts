import { type Anchor, type ClaimEdit, type Decision, type DecisionState, PREDICATES } from '../../model/index.ts';
import { compareText } from '../../text/index.ts';
import type { CaseIndex } from '../case-index.ts';
import type { Run, Section } from '../dossier.ts';
import { wordTime, wordValue } from '../quantity.ts';
import { cell, datum, quote, remark, say, text } from '../runs.ts';

function showAnchor(anchor: Anchor, index: CaseIndex): Run[] {
  const document = index.documents.get(anchor.document);
  const name = document?.name ?? `a document no longer held (${anchor.document.slice(0, 12)})`;
  return [
    text('“'),
    quote(anchor.surface, document?.language ?? 'und'),
    text('” in '),
    datum(name),
    text(` (${anchor.start}–${anchor.end})`),
  ];
}

function wordEdit(edit: ClaimEdit, index: CaseIndex): string {
  const { wording } = index;
  const parts = [
    edit.predicate === undefined ? '' : `predicate: ${wording.predicate(edit.predicate).label.toLowerCase()}`,
    edit.modality === undefined ? '' : `modality: ${wording.modality(edit.modality).tag}`,
    edit.polarity === undefined ? '' : `polarity: ${edit.polarity}`,
    edit.value === undefined ? '' : `value: ${edit.value === null ? 'none' : wordValue(edit.value, wording)}`,
    edit.time === undefined ? '' : `time: ${edit.time === null ? 'none' : wordTime(edit.time)}`,
    edit.subject === undefined ? '' : `subject: ${edit.subject.map((one) => one.surface).join(', ') || 'none'}`,
    edit.object === undefined ? '' : `object: ${edit.object.map((one) => one.surface).join(', ') || 'none'}`,
  ];
  return parts.filter((part) => part !== '').join('; ');
}

/** What was decided, in words; an undoing names what it undoes. */
function showContent({ content }: Decision, index: CaseIndex, nested = false): Run[] {
  switch (content.kind) {
    case 'accept-claim':
      return [
        text('Accepted the claim '),
        ...showAnchor(content.claim, index),
        ...predicateOf(content.claim.predicate, index),
      ];
    case 'reject-claim':
      return [
        text('Rejected the claim '),
        ...showAnchor(content.claim, index),
        ...predicateOf(content.claim.predicate, index),
      ];
    case 'edit-claim':
      return [
        text('Corrected the claim '),
        ...showAnchor(content.claim, index),
        text(' to '),
        datum(wordEdit(content.edit, index)),
      ];
    case 'same':
    case 'not-same':
      return [
        ...showAnchor(content.left, index),
        text(content.kind === 'same' ? ' is the same as ' : ' is not the same as '),
        ...showAnchor(content.right, index),
      ];
    case 'overrule-origin':
      return [
        text(content.claim === null ? 'Every claim of ' : 'The claim '),
        ...(content.claim === null
          ? [datum(index.documents.get(content.document)?.name ?? content.document.slice(0, 12))]
          : showAnchor(content.claim, index)),
        text(' belongs to the origin '),
        datum(content.origin),
      ];
    case 'note-reply':
      return [
        text('Noted of '),
        ...showAnchor(content.party, index),
        text(
          `: ${index.wording.label('outcome', content.outcome)}${content.date === null ? '' : ` (${content.date})`}`,
        ),
        ...(content.note === '' ? [] : [text('; '), datum(content.note)]),
      ];
    case 'confirm-hit':
    case 'reject-hit': {
      const [anchor] = content.entity;
      return [
        ...(anchor ? showAnchor(anchor, index) : []),
        text(content.kind === 'confirm-hit' ? ' is the list entry ' : ' is not the list entry '),
        datum(`${content.list} ${content.entry} (${content.name})`),
      ];
    }
    case 'undo': {
      const undone = index.view.decisions.find((state) => state.decision.id === content.decision)?.decision;
      if (!undone || nested) return [text('Undid an earlier decision')];
      return [text('Undid: '), ...showContent(undone, index, true)];
    }
    default:
      return content satisfies never;
  }
}

const predicateOf = (predicate: string, index: CaseIndex): Run[] => {
  const known = PREDICATES.find((one) => one === predicate);
  return [text(` (${known ? index.wording.predicate(known).label.toLowerCase() : predicate})`)];
};

function showDecision({ decision, state, detail }: DecisionState, index: CaseIndex) {
  const comment = decision.comment === '' ? [] : [remark('Comment: ', datum(decision.comment))];
  return [
    cell(remark(datum(decision.when))),
    cell(remark(datum(decision.who))),
    cell(remark(...showContent(decision, index)), ...comment),
    cell(
      remark({
        kind: 'tag',
        text: index.wording.label('decision', state),
        tone: state === 'applied' ? 'person' : 'caution',
      }),
      ...(detail === '' ? [] : [remark(datum(detail))]),
    ),
  ];
}

/** What people decided, in order of time; rejected claims stand here and nowhere else. */
export function writeDecisions(index: CaseIndex): Section {
  const decisions = [...index.view.decisions].sort(
    (a, b) => compareText(a.decision.when, b.decision.when) || compareText(a.decision.id, b.decision.id),
  );
  const base = { id: 'decisions', title: 'Decisions', about: 'case' } as const;
  if (decisions.length === 0) {
    return {
      ...base,
      blocks: [
        say('Nobody has decided anything on this case yet: every claim in it was proposed by rules and not reviewed.'),
      ],
    };
  }
  const columns = ['When', 'Who', 'Decision', 'State'];
  const rows = decisions.map((state) => showDecision(state, index));
  return {
    ...base,
    blocks: [{ kind: 'table', caption: 'What people decided; nothing here is ever overwritten', columns, rows }],
  };
}
