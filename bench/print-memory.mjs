// Preloaded by a benchmark (`node --import`): prints the process's peak resident memory when it ends.
import { resourceUsage } from 'node:process';

process.on('exit', () => process.stderr.write(`peak memory ${Math.round(resourceUsage().maxRSS / 1024)} MB\n`));
