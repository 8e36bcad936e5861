import type { Decision } from '../model/index.ts';

/**
 * Ids of the decisions that are taken back. Read from the last to the first: an undoing that was itself undone takes nothing back, so
 * that undoing an undoing redoes. An undoing that stands before what it names takes nothing back either.
 */
export function findUndone(decisions: readonly Decision[]): ReadonlySet<string> {
  const earlier = new Set<string>();
  const valid = decisions.map(({ id, content }) => {
    const known = content.kind === 'undo' && earlier.has(content.decision);
    earlier.add(id);
    return known;
  });
  const undone = new Set<string>();
  decisions.toReversed().forEach(({ id, content }, at) => {
    if (content.kind === 'undo' && valid[decisions.length - 1 - at] && !undone.has(id)) undone.add(content.decision);
  });
  return undone;
}
