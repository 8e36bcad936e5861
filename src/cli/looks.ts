import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, sha256 } from '../text/index.ts';
import { isStyled, type Told, tell, tellAlso } from './output.ts';

/** A look at a case: what makes it differ from other looks, and where it is kept. */
export interface Look {
  /** The case folder. */
  readonly folder: string;
  /** The command, and how it prints: the name of the file. */
  readonly name: string;
  /** Everything that the output depends on. */
  readonly rests: readonly unknown[];
}

/** A longer output is not kept, in UTF-16 code units. */
const MOST = 64_000_000;

/**
 * What was told when nothing was different, told again; or what `tellAnew` tells, kept in `<case>/cache/` for the next time.
 * What is kept carries its own hash, and anything else about it that is not as expected just means telling anew.
 */
export async function tellLook(look: Look, tellAnew: () => Promise<void>): Promise<void> {
  const key = hashOf([...look.rests, isStyled()]);
  const kept = readLook(look, key);
  if (kept) {
    for (const told of kept) tell(told);
    return;
  }
  const all: Told[] = [];
  let size = 0;
  const stop = tellAlso((told) => {
    size += told.text.length;
    if (size <= MOST) all.push(told);
  });
  try {
    await tellAnew();
  } finally {
    stop();
  }
  if (size <= MOST) keepLook(look, key, all);
}

const pathOf = ({ folder, name }: Look): string => join(folder, 'cache', `${name}.look`);

function readLook(look: Look, key: string): Told[] | null {
  try {
    const content = readFileSync(pathOf(look), 'utf8');
    const [head, out] = [content.slice(0, content.indexOf('\n')), content.slice(content.indexOf('\n') + 1)];
    const { err, ...kept } = JSON.parse(head) as { readonly key: string; readonly hash: string; readonly err: string };
    if (kept.key !== key || kept.hash !== sha256(`${err}\0${out}`)) return null;
    return [
      { to: 'stdout', text: out },
      { to: 'stderr', text: err },
    ];
  } catch {
    return null;
  }
}

function keepLook(look: Look, key: string, all: readonly Told[]): void {
  const [out, err] = (['stdout', 'stderr'] as const).map((stream) =>
    all.map(({ to, text }) => (to === stream ? text : '')).join(''),
  );
  const path = pathOf(look);
  const temporary = join(look.folder, 'cache', `.${look.name}.${process.pid}`);
  try {
    mkdirSync(join(look.folder, 'cache'), { recursive: true });
    writeFileSync(temporary, `${JSON.stringify({ key, hash: sha256(`${err}\0${out}`), err })}\n${out}`);
    renameSync(temporary, path);
  } catch {
    // Nothing is kept where nothing can be written.
    rmSync(temporary, { force: true });
  }
}
