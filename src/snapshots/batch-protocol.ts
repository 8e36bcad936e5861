import type { InstalledLists, Query, QueryAnswer, QueryOptions } from '../screening/index.ts';

/** What a worker of a batch starts with; the index is shared, not copied. */
export interface BatchStart {
  readonly index: SharedArrayBuffer;
  readonly about: Pick<InstalledLists, 'histories' | 'snapshots'>;
  readonly options: QueryOptions;
}

export interface BatchRequest {
  readonly n: number;
  readonly queries: readonly Query[];
}

export interface BatchResponse {
  readonly n: number;
  readonly answers: readonly QueryAnswer[];
}
