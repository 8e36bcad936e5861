import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Tests start real processes from `dist/`; it is built first when a source is newer. */
export function setup(): void {
  const built = existsSync('dist/cli/main.js') ? statSync('dist/cli/main.js').mtimeMs : 0;
  const newest = Math.max(
    ...readdirSync('src', { recursive: true, encoding: 'utf8' }).map((name) => statSync(join('src', name)).mtimeMs),
  );
  if (newest > built) execFileSync('npm', ['run', 'build'], { stdio: 'inherit' });
}
