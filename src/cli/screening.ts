import type { SnapshotRef } from '../model/index.ts';
import { wordAge } from '../text/index.ts';
import { type CommonOptions, lexicons, now } from './session.ts';

export interface ScreenOptions extends CommonOptions {
  readonly name?: string;
  readonly batch?: string;
  readonly schema?: string;
  readonly alias?: readonly string[];
  readonly identifier?: readonly string[];
  readonly birthDate?: string;
  readonly country?: readonly string[];
  readonly gender?: string;
  readonly asOf?: string;
  readonly list?: readonly string[];
  readonly threshold?: string;
  readonly all?: boolean;
  readonly limit?: string;
  readonly changed?: boolean;
}

/** What every way of screening takes, checked. */
export interface Asked {
  readonly asOf: string | null;
  readonly lists: readonly string[];
  /** `undefined`: the alert threshold. */
  readonly threshold: number | undefined;
  readonly limit: number;
}

/** The index of the lists asked for. Throws `list-missing` when there is none. */
export async function loadAsked({ lists }: Asked) {
  const { loadIndex, requireLists } = await import('../snapshots/index.ts');
  const words = await lexicons();
  return loadIndex(requireLists(words, lists), words);
}

/** What has to be said of the lists that are old by now. */
export const oldLists = (snapshots: readonly Pick<SnapshotRef, 'list' | 'date'>[]): string[] =>
  snapshots.flatMap((snapshot) => wordAge(snapshot, now()) ?? []);
