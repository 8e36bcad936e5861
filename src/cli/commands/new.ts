import { basename } from 'node:path';
import { note, printJson } from '../output.ts';
import type { CommonOptions } from '../session.ts';

export async function newCase(folder: string, options: CommonOptions & { readonly name?: string }): Promise<void> {
  const { createCase } = await import('../../store/index.ts');
  const head = await createCase(folder, options.name ?? basename(folder).replace(/\.clew$/, ''));
  if (options.json) printJson(head);
  else note(`Made the case ${head.name} in ${folder}. Next: clew add ${folder} <files or folders>`);
}
