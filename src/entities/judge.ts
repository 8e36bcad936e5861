import type { Judgement, Reason } from '../model/index.ts';
import { findMixedWords } from '../text/index.ts';
import type { Clusters } from './clusters.ts';
import type { Item } from './item.ts';

export interface Ruling {
  readonly rule: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/**
 * Joins and forbids, and keeps a judgement for each pair of different names so treated: once a case for a pair of names and a
 * rule (a doubt once a pair), on the first two mentions it was reached for. Persons' judgements come first and stand.
 */
export class Judge {
  readonly judgements: Judgement[] = [];
  readonly #clusters: Clusters;
  readonly #seen = new Set<string>();

  constructor(clusters: Clusters) {
    this.#clusters = clusters;
  }

  /** Joins two mentions; a name with letters of another script in it is only proposed: it may be made to pass for the other. */
  same(left: Item, right: Item, ruling: Ruling): boolean {
    if (left.key !== right.key && (isMixed(left) || isMixed(right))) {
      this.unsure(left, right, {
        ...ruling,
        rule: 'mixed-script',
        reasons: [mixedScript(left, right), ...ruling.reasons],
      });
      return false;
    }
    const joined = this.#clusters.join(left.at, right.at);
    if (joined && left.key !== right.key) this.#note(left, right, 'same', ruling);
    return joined;
  }

  notSame(left: Item, right: Item, ruling: Ruling): void {
    if (this.#clusters.forbid(left.at, right.at)) this.#note(left, right, 'not-same', ruling);
  }

  unsure(left: Item, right: Item, ruling: Ruling): void {
    if (!this.#clusters.isSame(left.at, right.at) && !this.#clusters.isForbidden(left.at, right.at)) {
      this.#note(left, right, 'unsure', ruling);
    }
  }

  #note(left: Item, right: Item, verdict: Judgement['verdict'], { rule, score, reasons }: Ruling): void {
    const isTurned = left.at > right.at;
    const [first, second] = isTurned ? [right, left] : [left, right];
    const key = `${verdict}\t${verdict === 'unsure' ? '' : rule}\t${first.key}\t${second.key}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.judgements.push({
      left: first.mention.id,
      right: second.mention.id,
      verdict,
      by: { kind: 'rule', name: `entities/${rule}` },
      score,
      reasons: isTurned ? reasons.map((reason) => ({ ...reason, left: reason.right, right: reason.left })) : reasons,
    });
  }
}

const isMixed = ({ mention, sense }: Item): boolean =>
  sense !== 'description' && findMixedWords(mention.text).length > 0;

const mixedScript = (left: Item, right: Item): Reason => ({
  feature: 'mixed-script',
  score: 0,
  left: left.mention.text,
  right: right.mention.text,
});
