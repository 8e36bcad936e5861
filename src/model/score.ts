/** A score is never a bare number: each reason names what was compared and how much it gave. */
export interface Reason {
  readonly feature: string;
  readonly score: number;
  readonly left: string;
  readonly right: string;
}

export interface Scored {
  readonly score: number;
  readonly reasons: readonly Reason[];
}
