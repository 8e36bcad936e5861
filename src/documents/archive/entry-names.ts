import type { Problem } from '../../model/index.ts';
import type { Budget } from '../budget.ts';
import { problemsBy, type Report } from '../reader.ts';

/**
 * Places of entries in one archive: two of one name are both kept, `a.txt` and `a.txt (2)`, and said to be so once.
 * Names are never used as paths; whatever they hold, they only tell a person where to look.
 */
export function createEntryNames(report: Report, by: string): (name: string) => string {
  const problem = problemsBy(by);
  const seen = new Map<string, number>();
  return (name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    if (times === 2)
      report(problem('duplicate-entry-name', 'note', `Several entries are named "${name}"; all are kept.`));
    return times > 1 ? `${name} (${times})` : name;
  };
}

/** The problem of unpacking that stops because the root file has had its allowance. */
export function overBudget(place: string, budget: Budget, by: string): Problem {
  const total = Math.min(budget.unpackedAllowance, budget.limits.maxEntryBytes);
  const detail = `Unpacking stopped at "${place}": it would unpack to more than ${total} bytes (limit on size and on the ratio of unpacked to packed bytes). Unpack it by hand and add what matters.`;
  return problemsBy(by)('archive-entry-refused', 'warning', detail);
}

/** Entries refused one by one; beyond this many of a code they are only counted. */
const NAMED = 20;

/** Collects problems of single entries, so that an archive of a million links does not give a million problems. */
export function createRefusals(report: Report): {
  readonly add: (problem: Problem) => void;
  readonly finish: () => void;
} {
  const times = new Map<string, { readonly last: Problem; readonly count: number }>();
  return {
    add: (found) => {
      const count = (times.get(found.code)?.count ?? 0) + 1;
      times.set(found.code, { last: found, count });
      if (count <= NAMED) report(found);
    },
    finish: () => {
      for (const { last, count } of times.values()) {
        if (count > NAMED)
          report({ ...last, detail: `${count - NAMED} more entries were not read for reasons like these.` });
      }
    },
  };
}
