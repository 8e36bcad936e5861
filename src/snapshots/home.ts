import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where clew keeps what belongs to no case: `$CLEW_DATA`, else `clew` under the XDG data folder. */
export function dataFolder(): string {
  const { CLEW_DATA, XDG_DATA_HOME } = process.env;
  if (CLEW_DATA) return CLEW_DATA;
  return join(XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'clew');
}
