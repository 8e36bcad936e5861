import type { Problem } from '../model/index.ts';

export interface Decoded {
  readonly text: string;
  /** Label of the encoding by the WHATWG Encoding Standard, e.g. `utf-8`, `windows-1251`. */
  readonly encoding: string;
  readonly problems: readonly Problem[];
}
