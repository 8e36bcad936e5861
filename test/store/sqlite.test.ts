import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCase, openCase } from '../../src/store/index.ts';
import { describeCaseStore } from './contract.ts';

describeCaseStore('SQLite', async (name) => {
  const scratch = mkdtempSync(join(tmpdir(), 'clew-store-'));
  const folder = join(scratch, 'case.clew');
  await createCase(folder, name);
  return {
    open: (options) => openCase(folder, options),
    discard: async () => rmSync(scratch, { recursive: true, force: true }),
  };
});
