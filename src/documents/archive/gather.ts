import type { Budget } from '../budget.ts';
import { joinBytes } from '../join-bytes.ts';

/** What came out of a stream: all of it, what came before it broke, or nothing because a limit was met. */
export type Gathered =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  | { readonly kind: 'damaged'; readonly bytes: Uint8Array; readonly detail: string }
  | { readonly kind: 'over-budget' };

/** The root's allowance is met; thrown through the reader of a stream to whoever opened it. */
export class OverBudget extends Error {}

/** Passes a stream on, each part counted while it flows: a size that an archive claims is no promise. Throws `OverBudget`. */
export async function* counted(parts: AsyncIterable<Uint8Array>, budget: Budget): AsyncGenerator<Uint8Array> {
  for await (const part of parts) {
    if (!budget.takeUnpacked(part.length)) throw new OverBudget('the limit on unpacked bytes is met');
    yield part;
  }
}

/** All bytes of a stream, at most `limit` of them. Never throws. */
export async function gather(parts: AsyncIterable<Uint8Array>, limit: number): Promise<Gathered> {
  const kept: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of parts) {
      length += part.length;
      if (length > limit) return { kind: 'over-budget' };
      kept.push(part);
    }
  } catch (error) {
    if (error instanceof OverBudget) return { kind: 'over-budget' };
    const detail = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
    return { kind: 'damaged', bytes: joinBytes(kept), detail };
  }
  return { kind: 'whole', bytes: joinBytes(kept) };
}

/** A counter for one unpacking whose result lies in memory as a whole: `false` once entry or root have had their bytes. */
export function takeWithin(budget: Budget): (bytes: number) => boolean {
  let held = 0;
  return (bytes) => {
    held += bytes;
    return held <= budget.limits.maxEntryBytes && budget.takeUnpacked(bytes);
  };
}
