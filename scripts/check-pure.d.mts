/** Every forbidden use in one source text, as `line: name`. */
export function machineUses(text: string, name?: string): string[];
/** Source files of the pure parts, without their tests. */
export function pureFiles(root: string): string[];
