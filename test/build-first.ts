import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

/** Written last by the build; the compiler leaves alone what has not changed. */
const STAMP = 'dist/.tsbuildinfo';

/** Tests start real processes from `dist/`; it is built first when a source is newer. Both projects ask; the second finds it built. */
export function setup(): void {
  const built = existsSync(STAMP) ? statSync(STAMP).mtimeMs : 0;
  const newest = Math.max(
    ...readdirSync('src', { recursive: true, encoding: 'utf8' }).map((name) => statSync(join('src', name)).mtimeMs),
  );
  if (newest <= built) return;
  execFileSync('npm', ['run', 'build'], { stdio: 'inherit' });
  utimesSync(STAMP, new Date(), new Date());
}
