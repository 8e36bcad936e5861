import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What the system lets an unprivileged process enforce on its readers. */
export interface Isolation {
  /** Readers run in a network namespace of their own that has no interface but a loopback that is down. */
  readonly network: boolean;
  /** The memory a reader takes outside its JavaScript heap is watched too. */
  readonly memory: boolean;
}

const UNSHARE = ['/usr/bin/unshare', '/bin/unshare'];
/** With privileges a plain network namespace keeps access to all files; without, it takes a user namespace as well. */
const VARIANTS = [['-n'], ['-rn']];

let probed: { readonly command: readonly string[]; readonly isolation: Isolation } | undefined;

function probe(): { readonly command: readonly string[]; readonly isolation: Isolation } {
  const memory = existsSync('/proc/self/statm');
  const unshare = UNSHARE.find((path) => existsSync(path));
  for (const flags of unshare ? VARIANTS : []) {
    const command = [unshare ?? '', ...flags, '--'];
    const { status } = spawnSync(command[0] ?? '', [...command.slice(1), process.execPath, '--version'], {
      stdio: 'ignore',
      timeout: 5_000,
    });
    if (status === 0) return { command, isolation: { network: true, memory } };
  }
  return { command: [], isolation: { network: false, memory } };
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
