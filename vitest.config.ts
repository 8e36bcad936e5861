import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

/** Whatever starts processes, opens a database or reads piles of files; all other tests look at pure parts in memory. */
const SLOW = [
  'src/{pool,snapshots}/**/*.test.ts',
  'test/{cli,package,recognition,shared,store}/**/*.test.ts',
  'test/dossier/browser.test.ts',
];
const ALL = ['src/**/*.test.ts', 'test/**/*.test.ts'];

export default defineConfig({
  test: {
    // No test sees the lists that the developer has installed.
    env: { CLEW_DATA: join(tmpdir(), 'clew-no-lists') },
    globalSetup: ['test/build-first.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Files share a process: word lists and modules are loaded once. A test leaves behind what it found.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // The limits catch what hangs; how fast something is, a test measures itself. A busy machine is ten times slower.
    projects: [
      {
        extends: true,
        test: { name: 'fast', include: ALL, exclude: SLOW, testTimeout: 120_000, hookTimeout: 120_000 },
      },
      { extends: true, test: { name: 'slow', include: SLOW, testTimeout: 600_000, hookTimeout: 600_000 } },
    ],
  },
});
