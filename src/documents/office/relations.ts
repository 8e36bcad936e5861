import type { XmlHandler } from '../xml.ts';

/** One reference from a part to another, or to something outside the file, which is never looked up. */
export interface Relation {
  readonly id: string;
  /** Last segment of the type, the same in the transitional and the strict form of the standard: `image`, `worksheet`. */
  readonly type: string;
  /** Path of a part from the root of the package; an address as written when `isExternal`. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** `word/document.xml` -> `word/_rels/document.xml.rels`. */
export function relationsPathOf(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

export async function findRelations(
  path: string,
  scan: (handler: XmlHandler) => Promise<boolean | null>,
): Promise<Relation[]> {
  const found: Relation[] = [];
  await scan({
    open: (name, attribute) => {
      if (name !== 'Relationship') return;
      const isExternal = attribute('TargetMode') === 'External';
      const target = attribute('Target') ?? '';
      found.push({
        id: attribute('Id') ?? '',
        type: (attribute('Type') ?? '').split('/').at(-1) ?? '',
        target: isExternal ? target : resolvePath(path, target),
        isExternal,
      });
    },
    close: () => {},
    text: () => {},
  });
  return found;
}

/** A target beside the part it stands in, as a path from the root; `..` cannot leave the package. */
function resolvePath(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const segments = from.split('/').slice(0, -1);
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}
