import type { Budget } from '../budget.ts';
import type { Child } from '../reader.ts';
import { attribute, isElement, type Node, walk } from './tree.ts';

/** Smaller pictures are icons and spacers. */
const SMALLEST = 4_096;
const MOST = 50;

/** Pictures that a page carries in itself (`data:image/png;base64,...`), as files. Returns [] when there is none. */
export function findDataImages(root: Node): string[] {
  const found: string[] = [];
  walk(root, {
    enter: (node) => {
      if (isElement(node) && node.tagName === 'img' && found.length < MOST) {
        const source = attribute(node, 'src');
        if (source.length > SMALLEST && /^data:image\/[a-z+.-]{1,20};base64,/i.test(source)) found.push(source);
      }
      return 'childNodes' in node;
    },
    leave: () => {},
  });
  return found;
}

/** The pictures one by one, as long as the root's budget lasts. */
export async function* unpackDataImages(sources: readonly string[], budget: Budget): AsyncGenerator<Child> {
  for (const [i, source] of sources.entries()) {
    const comma = source.indexOf(',');
    const type = /^data:image\/([a-z+.-]+)/i.exec(source)?.[1]?.toLowerCase() ?? 'png';
    const bytes = decodeBase64(source.slice(comma + 1));
    if (!bytes) continue;
    if (!budget.takeUnpacked(bytes.length)) return;
    const name = `picture-${i + 1}.${type.replace('jpeg', 'jpg').replace('svg+xml', 'svg')}`;
    yield { name, place: `picture ${i + 1} (in the page)`, bytes };
  }
}

function decodeBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text.replace(/\s+/g, '')), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
