import type { Literal } from '../../model/index.ts';
import type { Scan } from './scan.ts';

/** What a whole document tells of its date and habits, for "last week", 03/04/2023 and ¥. */
export interface Frame {
  /** EDTF date of the document (year, month or day), or `null` when neither metadata nor text state it. */
  readonly published: string | null;
  /** How the document writes 03/04/2023, where its other dates settle that. */
  readonly slashOrder: 'day-first' | 'month-first' | null;
  /** Calendars the document speaks of, so that a short or far-off year may be one of theirs. */
  readonly calendars: { readonly minguo: boolean; readonly buddhist: boolean; readonly jalali: boolean };
  /** It writes days as 2023-10-26, so that 2010-12 is December. */
  readonly writesIso: boolean;
  /**
   * The code of a currency form that several countries share (¥, "riyals", 元), by the country the document speaks of;
   * `null` where that stays open. Any other form keeps the code it has in the word list.
   */
  readonly currencyOf: (form: string, code: string) => string | null;
}

/** A literal as a recogniser proposes it: pieces `[from, to)` of a scan. */
export interface Candidate extends Pick<Literal, 'kind' | 'norm' | 'value' | 'time'> {
  readonly from: number;
  readonly to: number;
}

/** One kind of literal: what begins at a piece, or `null`. */
export interface Recogniser {
  readonly rule: string;
  readonly find: (scan: Scan, at: number, frame: Frame) => Candidate | null;
}
