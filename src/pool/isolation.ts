import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the system lets an unprivileged process enforce on its readers. */
export interface Isolation {
  /** Readers run in a network namespace of their own that has no interface but a loopback that is down. */
  readonly network: boolean;
  /** The memory a reader takes outside its JavaScript heap is watched too. */
  readonly memory: boolean;
  /** Node's permission model holds readers to clew's own files and the scratch folder, and off other programs. */
  readonly files: boolean;
}

const UNSHARE = ['/usr/bin/unshare', '/bin/unshare'];
/** With privileges a plain network namespace keeps access to all files; without, it takes a user namespace as well. */
const VARIANTS = [['-n'], ['-rn']];
/** The permission model's switch, newest name first. */
const PERMISSION = ['--permission', '--experimental-permission'].find((flag) =>
  process.allowedNodeEnvironmentFlags.has(flag),
);

let probed: { readonly command: readonly string[]; readonly isolation: Isolation } | undefined;

function probe(): { readonly command: readonly string[]; readonly isolation: Isolation } {
  const enforced = { memory: existsSync('/proc/self/statm'), files: PERMISSION !== undefined };
  const unshare = UNSHARE.find((path) => existsSync(path));
  for (const flags of unshare ? VARIANTS : []) {
    const command = [unshare ?? '', ...flags, '--'];
    const { status } = spawnSync(command[0] ?? '', [...command.slice(1), process.execPath, '--version'], {
      stdio: 'ignore',
      timeout: 5_000,
    });
    if (status === 0) return { command, isolation: { network: true, ...enforced } };
  }
  return { command: [], isolation: { network: false, ...enforced } };
}

/** The command that takes a reader off the network, as leading arguments; empty where the system offers none. Tried once. */
export function isolatingCommand(): readonly string[] {
  probed ??= probe();
  return probed.command;
}

/** What is enforced on this machine, for messages and documentation. */
export function poolIsolation(): Isolation {
  probed ??= probe();
  return probed.isolation;
}

/** Folders that a reader's own program lies in: the package, and the outermost `node_modules` when it is installed in one. */
function programFolders(): readonly string[] {
  const root = realpathSync(fileURLToPath(new URL('../..', import.meta.url)));
  const parts = root.split(/(?<=[\\/]node_modules)[\\/]/);
  return parts.length > 1 && parts[0] ? [root, parts[0]] : [root];
}

/**
 * Flags that take from a reader every file but its own program's (to read) and `scratch` (to write), other programs,
 * native addons, and the making of code from strings: what it is to read is handed to it as bytes.
 * `readable` are further files or folders, such as those of recognition data.
 */
export function permissionFlags(worker: string, scratch: string, readable: readonly string[] = []): readonly string[] {
  if (PERMISSION === undefined) return ['--disallow-code-generation-from-strings'];
  const folders = [...new Set([...programFolders(), dirname(realpathSync(worker)), scratch, ...readable])];
  return [
    PERMISSION,
    ...folders.map((folder) => `--allow-fs-read=${join(folder, '/')}`),
    `--allow-fs-write=${join(scratch, '/')}`,
    '--allow-worker',
    '--disallow-code-generation-from-strings',
  ];
}
