// npm run quality             runs the commands that docs/quality.md names and prints their output onto the page
// npm run quality -- --check  compares instead, and fails where a figure on the page is not today's
// A block of figures begins below `<!-- figures: <command> -->`. Blocks marked `dated: <command>` take minutes or depend on the machine:
// they are printed with --all, carry their day, and are never checked. Without the shared cases there is nothing to compare with.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BLOCK = /<!-- (figures|dated): ([^\n]*?)(?: \(printed (\d{4}-\d\d-\d\d)\))? -->\n```\n([\s\S]*?)```/g;
/** Fewer blocks than this on the page: the marks were lost, and a check would pass on nothing. */
const LEAST_CHECKED = 2;

/** Every block of figures on a page, in order. */
export const blocksOf = (page) =>
  [...page.matchAll(BLOCK)].map(([whole, kind, command, day, printed]) => ({ whole, kind, command, day, printed }));

/** The page with each block that `print` answers for printed anew; `null` leaves a block as it is. */
export function printed(page, print, today) {
  return page.replace(BLOCK, (whole, kind, command) => {
    const output = print({ kind, command });
    if (output === null) return whole;
    const day = kind === 'dated' ? ` (printed ${today})` : '';
    return `<!-- ${kind}: ${command}${day} -->\n\`\`\`\n${output.trim()}\n\`\`\``;
  });
}

/** Commands whose figures on the page are not what is printed now. */
export const differing = (page, print) =>
  blocksOf(page)
    .filter(({ kind }) => kind === 'figures')
    .filter(({ command, printed: before }) => before.trim() !== print({ kind: 'figures', command }).trim())
    .map(({ command }) => command);

function main(root, options) {
  const file = join(root, 'docs/quality.md');
  const page = readFileSync(file, 'utf8');
  if (!existsSync(join(process.env.CLEW_SHARED ?? join(root, '../shared'), 'gold'))) {
    console.log(
      'skipped: the figures of docs/quality.md were not compared, the shared cases are not here; set CLEW_SHARED',
    );
    return 0;
  }
  const run = (command) =>
    execFileSync(process.execPath, command.split(' ').slice(1), { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (options.includes('--check')) {
    const checked = blocksOf(page).filter(({ kind }) => kind === 'figures').length;
    const wrong = differing(page, ({ command }) => run(command));
    for (const command of wrong) console.error(`docs/quality.md is not what is printed today: ${command}`);
    console.log(
      `${checked} blocks of figures compared, ${wrong.length} differ${wrong.length > 0 ? '; npm run quality' : ''}`,
    );
    return wrong.length > 0 || checked < LEAST_CHECKED ? 1 : 0;
  }
  const isWanted = ({ kind }) => kind === 'figures' || options.includes('--all');
  const print = (block) => (isWanted(block) ? run(block.command) : null);
  writeFileSync(file, printed(page, print, new Date().toISOString().slice(0, 10)));
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = main(fileURLToPath(new URL('..', import.meta.url)), process.argv.slice(2));
