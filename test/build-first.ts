import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const changed = (path: string): number => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Tests start real processes from `dist/`; it is built first when a source is newer than the last thing that the build writes. */
export function setup(): void {
  const newest = Math.max(
    ...readdirSync('src', { recursive: true, encoding: 'utf8' }).map((name) => changed(join('src', name))),
    changed('scripts/stage-hashes.mjs'),
  );
  if (newest > changed('dist/stages.json')) execFileSync('npm', ['run', 'build'], { stdio: 'inherit' });
}
