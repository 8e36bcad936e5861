import type { ListEntry } from '../../model/index.ts';
import { foldText } from '../../names/index.ts';

/** The entries with each tie's other party found on the same list by its primary name, where exactly one entry has that name. */
export function resolveLinks(entries: readonly ListEntry[]): ListEntry[] {
  const byName = new Map<string, string | null>();
  for (const { id, names } of entries) {
    const name = foldText(names[0]?.text ?? '');
    byName.set(name, byName.has(name) ? null : id);
  }
  return entries.map((entry) => {
    if (entry.links.every((link) => link.entry !== null)) return entry;
    const links = entry.links.map((link) =>
      link.entry === null ? { ...link, entry: byName.get(foldText(link.name)) ?? null } : link,
    );
    return { ...entry, links };
  });
}
