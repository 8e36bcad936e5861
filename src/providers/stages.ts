import { readFileSync } from 'node:fs';
import { ClewError } from '../errors.ts';
import type { StageHashes } from '../model/index.ts';

/** Beside the compiled code; `src/providers` and `dist/providers` find the same file. */
const STAGES = new URL('../../dist/stages.json', import.meta.url);

let loaded: StageHashes | undefined;

/** The content hash of each stage as the build wrote it, read once a process. Throws `ClewError` `not-built` when it did not. */
export function loadStages(): StageHashes {
  try {
    loaded ??= JSON.parse(readFileSync(STAGES, 'utf8')) as StageHashes;
    return loaded;
  } catch (cause) {
    throw new ClewError('not-built', 'clew is not built.', { hint: 'Run: npm run build', cause });
  }
}
