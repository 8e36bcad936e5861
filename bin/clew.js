#!/usr/bin/env node
import { existsSync } from 'node:fs';

const program = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(program)) await import(program.href);
else {
  // An install that was broken off leaves the checkout without what the build writes.
  process.stderr.write('clew: not built: npm run build\n');
  process.exitCode = 1;
}
