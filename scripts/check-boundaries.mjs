// Runs dependency-cruiser over src/ and fails when it saw fewer modules than there are files:
// a rule checker that sees nothing passes everything.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const files = readdirSync('src', { recursive: true }).filter((name) => String(name).endsWith('.ts')).length;
let report;
try {
  report = execFileSync('npx', ['depcruise', 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
} catch (error) {
  report = error.stdout;
}
const { modules, summary } = JSON.parse(report);
const seen = modules.filter((module) => module.source.startsWith('src/')).length;
for (const { rule, from, to } of summary.violations) console.error(`${rule.severity} ${rule.name}: ${from} -> ${to}`);
console.log(
  `${seen} of ${files} modules seen, ${modules.reduce((n, m) => n + m.dependencies.length, 0)} dependencies, ${summary.error} errors`,
);
if (summary.error > 0 || seen < files || files < 40) process.exit(1);
