import type { Lexicons, ListEntry } from '../../model/index.ts';

/** What topics say of an entry; `null` when none of them is a risk. */
export type RiskOf = (topics: readonly string[]) => Pick<ListEntry, 'isSanctioned' | 'topics'> | null;

/**
 * Reads risk topics of FollowTheMoney (`data/screening/topics.tsv`): a measure such as debarment is told with its own name, a risk
 * that no authority decided on is no listing, and topics that merely describe ("gov.soe") are no risk. A topic that the table does not
 * have is one, in its own words, when it comes alone.
 */
export function riskTopics(lexicons: Lexicons): RiskOf {
  const rows = lexicons.lists['screening/topics'] ?? [];
  const known = new Map(rows.map(([topic = '', words = '', kind = '']) => [topic, { words, kind }]));
  return (topics) => {
    const risks = topics.filter((topic) => known.has(topic));
    const told = risks.length > 0 ? risks : topics.filter((topic) => !DESCRIBES.test(topic));
    if (told.length === 0) return null;
    const kinds = new Set(told.map((topic) => known.get(topic)?.kind));
    if (kinds.has('sanction')) return { isSanctioned: true, topics: [] };
    const words = told.map((topic) => `${known.get(topic)?.words ?? 'named'} (${topic})`);
    return { isSanctioned: kinds.has('measure'), topics: words };
  };
}

/** Families of topics that say what somebody is, not what is held against them. */
const DESCRIBES = /^(?:gov|fin|pol|rel|mil|role|corp)(?:\.|$)/;
