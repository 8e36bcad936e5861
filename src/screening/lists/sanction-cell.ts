import type { Lexicons, ListEntry, ListedTerm } from '../../model/index.ts';
import { sanctionsLists } from './datasets.ts';
import { unique } from './item.ts';
import { endedWords, listedTerms } from './terms.ts';

/** What a row says of the sanctions of one of its lists. */
export type CellSanctions = Pick<ListEntry, 'list' | 'programmes' | 'terms' | 'isSanctioned'>;

/** Values of the columns `sanctions` and `program_ids`. */
interface Cells {
  readonly sanctions: readonly string[];
  readonly programmeIds: readonly string[];
}

/**
 * Reads the column `sanctions` of OpenSanctions' simplified table, where each value runs "programme - reason - status - start - end", as
 * far as it has them, and says nothing of whose it is. On a row of several lists it is given to the one that is known to be a sanctions
 * list; where it may be of several, each gets the words with that doubt, and none the dates. A row
 * without a sanction, on a list that is not known to hold nothing else, says nothing of why it stands there.
 */
export function sanctionCells(lexicons: Lexicons): (cells: Cells, lists: readonly string[]) => CellSanctions[] {
  const isOfSanctions = sanctionsLists(lexicons);
  const hasEnded = endedWords(lexicons);
  return ({ sanctions, programmeIds }, lists) => {
    const texts = unique([...sanctions, ...programmeIds]);
    const own = lists.length === 0 ? ['opensanctions'] : lists;
    const sanctioning = own.some(isOfSanctions) ? own.filter(isOfSanctions) : own;
    const [only] = sanctioning.length === 1 ? sanctioning : [];
    return own.map((list): CellSanctions => {
      if (!sanctioning.includes(list)) return { list, programmes: [], terms: [], isSanctioned: null };
      const isSanctioned = texts.length > 0 || isOfSanctions(list) ? true : null;
      if (only === undefined) {
        const doubt = `(named for its lists together: ${sanctioning.join(', ')})`;
        return { list, programmes: texts.map((text) => `${text} ${doubt}`), terms: [], isSanctioned };
      }
      return {
        list,
        programmes: texts,
        terms: listedTerms(sanctions.map((text) => termIn(text, hasEnded))),
        isSanctioned,
      };
    });
  };
}

const DAY = /^\d{4}-\d{2}(?:-\d{2})?(?=T|$)/;

/** The dates at the end of "programme - reason - status - start - end". One alone is the start: a sanction that has ended tells both. */
function termIn(text: string, hasEnded: (status: string) => boolean): ListedTerm {
  const parts = text.split(' - ').map((part) => part.trim());
  const dates: string[] = [];
  for (let at = parts.length - 1; at > 0 && dates.length < 2; at--) {
    const day = DAY.exec(parts[at] ?? '')?.[0];
    if (day === undefined) break;
    dates.unshift(day);
  }
  const [from = null, until = null] = dates;
  return { from, until, isOver: parts.slice(1).some(hasEnded) };
}
