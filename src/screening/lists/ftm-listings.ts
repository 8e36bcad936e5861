import type { Lexicons, ListEntry, ListedTerm } from '../../model/index.ts';
import { datasetIds, sanctionsLists } from './datasets.ts';
import { dayOf, listDate } from './dates.ts';
import type { FtmLine } from './ftm-line.ts';
import { unique } from './item.ts';
import { endedWords, listedTerms } from './terms.ts';
import { type RiskOf, riskTopics } from './topics.ts';

/** What one list has on a party. */
export type FtmListing = Pick<
  ListEntry,
  'list' | 'programmes' | 'terms' | 'isSanctioned' | 'topics' | 'firstSeen' | 'lastSeen'
> & { readonly remarks?: string };

/**
 * The lists a party stands on, each with what its own dataset's sanctions say; `[]` for a party whom none sanctioned and no topic calls a
 * risk. Topics are merged over datasets: they tell why a party stands there, not since when. A sanction that no topic upholds any more
 * has ended, or the file does not say. With `list` all datasets are that one list.
 */
export function ftmListings(
  lexicons: Lexicons,
): (party: FtmLine, sanctions: readonly FtmLine[], list: string | null) => FtmListing[] {
  const idOf = datasetIds(lexicons);
  const riskOf = riskTopics(lexicons);
  const hasEnded = endedWords(lexicons);
  const isOfSanctions = sanctionsLists(lexicons);
  return (party, sanctions, list) => {
    const sources = unique(
      (sanctions.length > 0 ? sanctions.flatMap(({ datasets }) => datasets) : party.datasets).map(idOf),
    );
    if (sanctions.length === 0 && !party.target) return [];
    const lists = list === null ? sources : [list];
    const isMerged = list === null && party.datasets.length > 1;
    const risk = riskOf(party.get('topics'));
    return (lists.length === 0 ? ['opensanctions'] : lists).map((one): FtmListing => {
      const own = list === null ? sanctions.filter(({ datasets }) => datasets.map(idOf).includes(one)) : sanctions;
      const terms = listedTerms(own.map((sanction) => termOf(sanction, hasEnded)));
      return {
        list: one,
        programmes: programmesOf(own),
        terms,
        ...(own.length > 0 ? underSanctions(party, terms, risk) : byTopics(risk, !isMerged || isOfSanctions(one))),
        firstSeen: isMerged ? null : dayOf(party.firstSeen),
        lastSeen: isMerged ? null : dayOf(party.lastSeen),
        ...remarksOf(party, own),
      };
    });
  };
}

type Risk = ReturnType<RiskOf>;
type Standing = Pick<ListEntry, 'isSanctioned' | 'topics'>;

/** With sanctions of the list's own: upheld by a topic, or by a file that has none; or all over; else the file does not say. */
function underSanctions(party: FtmLine, terms: readonly ListedTerm[], risk: Risk): Standing {
  if (risk?.isSanctioned) return risk;
  const isOver = terms.length > 0 && terms.every(({ until, isOver }) => isOver || until !== null);
  const isUpheld = party.target && party.get('topics').length === 0;
  return { isSanctioned: isOver || isUpheld ? true : null, topics: [] };
}

/** By topics alone; of several lists only one that holds nothing but sanctions can be meant. */
function byTopics(risk: Risk, isMeant: boolean): Standing {
  if (risk === null || (risk.isSanctioned && !isMeant)) return { isSanctioned: null, topics: [] };
  return risk;
}

/** The programme, else its id, else who imposed it. */
const programmesOf = (sanctions: readonly FtmLine[]): readonly string[] =>
  unique(
    sanctions.flatMap((one) => {
      const told = ['program', 'programId', 'authority'].map(one.get).find((values) => values.length > 0);
      return told ?? [];
    }),
  );

function termOf(sanction: FtmLine, hasEnded: (status: string) => boolean): ListedTerm {
  const [from] = unique([...sanction.get('listingDate'), ...sanction.get('startDate')].map(listDate)).toSorted();
  const until = unique(sanction.get('endDate').map(listDate)).toSorted().at(-1);
  return { from: from ?? null, until: until ?? null, isOver: sanction.get('status').some(hasEnded) };
}

function remarksOf(party: FtmLine, own: readonly FtmLine[]): { readonly remarks?: string } {
  const words = unique([...party.get('notes'), ...own.flatMap((one) => [...one.get('reason'), ...one.get('summary')])]);
  return words.length === 0 ? {} : { remarks: words.join('; ') };
}
