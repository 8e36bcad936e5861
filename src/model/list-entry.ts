export const LISTED_KINDS = ['person', 'organization', 'vessel', 'aircraft', 'unknown'] as const;
/** What a list says an entry is; `organization` covers companies, public bodies and groups. */
export type ListedKind = (typeof LISTED_KINDS)[number];

export const LISTED_NAME_KINDS = ['primary', 'alias', 'weak-alias', 'former', 'original-script'] as const;
export type ListedNameKind = (typeof LISTED_NAME_KINDS)[number];

/** One name as the list writes it, surname first and in capitals where the list does so. */
export interface ListedName {
  readonly text: string;
  readonly kind: ListedNameKind;
}

/** A number that stands for one holder: `scheme` as in `Entity.identifiers` (`inn`, `ogrn`, `imo`, `lei`, `uscc`, `passport` ...). */
export interface ListedIdentifier {
  readonly scheme: string;
  readonly value: string;
  /** ISO 3166 alpha-2 code of the issuer, or `null` when the list does not say. */
  readonly country: string | null;
}

/** A tie to another party that the list states ("Linked To: ..."). The other party is not listed by it. */
export interface ListedLink {
  readonly relation: 'linked-to' | 'owned-by' | 'owns' | 'family' | 'acts-for' | 'other';
  /** The other party's name as written. */
  readonly name: string;
  /** The other party's entry number on the same list, where the list gives it. */
  readonly entry: string | null;
}

/** A stretch of time for which the list itself says that the entry stands on it, from its first to its last day. Dates are EDTF. */
export interface ListedTerm {
  /** `null`: the list does not say. */
  readonly from: string | null;
  /** `null`: not ended, or the list does not say when. */
  readonly until: string | null;
  /** The list says that it has ended, be it without a day. */
  readonly isOver: boolean;
}

/** One entry of one sanctions list, as one snapshot has it. Dates are EDTF; unknown is `null`; nothing is guessed. */
export interface ListEntry {
  /** Id of the list, e.g. `ofac-sdn`. */
  readonly list: string;
  /** The list's own entry number, as text. */
  readonly id: string;
  readonly kind: ListedKind;
  /** The primary name first. */
  readonly names: readonly ListedName[];
  readonly identifiers: readonly ListedIdentifier[];
  /** Birth of a person, founding of an organization, building of a vessel or aircraft. */
  readonly birthDates: readonly string[];
  readonly birthPlaces: readonly string[];
  readonly gender: 'male' | 'female' | null;
  /** ISO 3166 alpha-2 codes of nationality, registration or flag. */
  readonly countries: readonly string[];
  readonly addresses: readonly string[];
  /** Programmes or legal bases as the list writes them. */
  readonly programmes: readonly string[];
  readonly links: readonly ListedLink[];
  /** When the list itself says the entry was listed, in order of time; `[]`: it does not say. */
  readonly terms: readonly ListedTerm[];
  /** Whether it stands there as sanctioned. `false`: for the reasons in `topics`; `null`: the list does not say. */
  readonly isSanctioned: boolean | null;
  /** What the list calls it where that is not "sanctioned", in plain words: "politically exposed person (role.pep)". */
  readonly topics: readonly string[];
  /** First and last day on which the source says it saw the entry. In files that are no history these are days of crawling, not of listing. */
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** What the list remarks, unparsed. */
  readonly remarks: string | null;
}
