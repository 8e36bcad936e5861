import type { Problem } from '../../model/index.ts';
import { problemsBy, type Reader } from '../reader.ts';
import { closeFlow, endParagraph, endRow } from '../rtf/flow.ts';
import { rtfHandler } from '../rtf/handler.ts';
import { createRtfState, type RtfState } from '../rtf/state.ts';
import { scanRtf } from '../rtf/tokens.ts';
import { struckProblem, writeStruck } from '../struck.ts';
import { createTextBuilder } from '../text-builder.ts';

const problem = problemsBy('documents/rtf');

/**
 * Rich text: paragraphs, rows and lists in order; footnotes, comments, deleted text and page headers follow.
 * Pictures and embedded files become documents of their own. Fields and linked objects are kept as data, never followed.
 */
export const rtf: Reader = {
  name: 'rtf',
  mediaTypes: ['application/rtf'],
  extensions: ['.rtf'],
  read: async ({ bytes, budget }) => {
    const builder = createTextBuilder();
    const state = createRtfState();
    const handler = rtfHandler(state, { builder, budget });
    scanRtf(bytes, handler);
    handler.finish();
    const isWhole = state.groups.length === 1 && state.tooDeep === 0;
    while (state.flows.length > 1) closeFlow(state, builder);
    endParagraph(state, builder);
    endRow(state, builder);
    for (const { text, kind, place } of state.asides) builder.add(text, kind, place);
    if (state.deleted.length > 0) builder.add(state.deleted.join(''), 'deletion', 'deleted text');
    writeStruck(builder, state.struck);
    const info = (key: string): string | null => state.info.get(key) ?? null;
    const children = state.children;
    return {
      ...builder.finish(),
      metadata: { title: info('title'), author: info('author'), fields: Object.fromEntries(state.info) },
      problems: [...state.problems, ...judge(state, isWhole), ...struckProblem(state.struck, 'documents/rtf')],
      ...(children.length > 0
        ? {
            children: async function* () {
              yield* children;
            },
          }
        : {}),
    };
  },
};

function judge(state: RtfState, isWhole: boolean): Problem[] {
  const { reaching, counts } = state;
  const outside = `The document holds ${reaching.slice(0, 5).join('; ')}${reaching.length > 5 ? ` and ${reaching.length - 5} more` : ''}. Kept as data; nothing was followed or run.`;
  const changes = 'The document carries tracked changes: insertions stand in the text, deletions follow at the end.';
  return [
    ...(isWhole
      ? []
      : [
          problem(
            'malformed',
            'warning',
            'The document is cut off: groups are open at its end. What precedes the cut was read.',
          ),
        ]),
    ...(state.closedTooOften
      ? [problem('malformed', 'note', 'The document closes more groups than it opens; what follows was read as well.')]
      : []),
    ...(reaching.length > 0 ? [problem('active-content', 'note', outside)] : []),
    ...(counts.tracked > 0 ? [problem('tracked-changes', 'note', changes)] : []),
  ];
}
