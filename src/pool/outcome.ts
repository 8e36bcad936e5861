import type { Document, Extraction, Problem } from '../model/index.ts';
import type { Death } from './child.ts';
import type { Response } from './protocol.ts';
import { problemOf, refusedDocument } from './refusal.ts';

export interface OutcomeItem {
  readonly document: Document;
  readonly extraction: Extraction | null;
  /** File in the scratch folder that holds the bytes of a child document; `null` for the root. */
  readonly bytesPath: string | null;
  /** Pictures in it that text recognition has yet to look at. */
  readonly recognisable: number;
}

/** Gathers what a worker sends about one file, and makes sense of it should the worker die half-way. */
export function createGathering(path: string, name: string) {
  const documents = new Map<number, Omit<OutcomeItem, 'extraction'>>();
  const extractions = new Map<number, Extraction>();
  let trouble: Problem | null = null;

  const take = (response: Response): void => {
    if (response.kind === 'document') {
      const { document, bytesPath, recognisable = 0 } = response;
      documents.set(response.index, { document, bytesPath, recognisable });
    } else if (response.kind === 'extraction') extractions.set(response.index, response.extraction);
    else if (response.kind === 'failed')
      trouble = {
        code: 'internal-error',
        severity: 'fatal',
        detail: `clew failed on this file: ${response.detail.replace(/\.$/, '')}. Please report it.`,
        by: 'pool',
      };
  };
  const inOrder = (): OutcomeItem[] =>
    [...documents]
      .sort(([left], [right]) => left - right)
      .map(([index, item]) => ({ ...item, extraction: extractions.get(index) ?? null }));

  /** The items, root first. After a death: what had arrived, under a root that says what is missing. */
  const finish = async (death: Death | null): Promise<readonly OutcomeItem[]> => {
    const items = inOrder();
    const root = documents.get(0);
    if (!death && !trouble && root) return items;
    if (root) {
      // The root was read; what failed came after it.
      const problem =
        trouble ??
        problemOf(death ?? 'crashed', 'warning', 'its text was read, but nothing could be extracted from it.');
      return [withProblem(items[0], { ...problem, severity: 'warning' }), ...items.slice(1)].filter(
        (item) => item !== null,
      );
    }
    const lost =
      items.length > 0
        ? `${items.length} documents in it were read, others may be missing.`
        : 'nothing of it was read.';
    const problem = trouble ?? problemOf(death ?? 'crashed', 'fatal', lost);
    const refused = await refusedDocument(path, name, problem);
    const kept = keepConnected(items, refused.id);
    const status = kept.length > 0 ? ('partial' as const) : ('refused' as const);
    const severity = kept.length > 0 ? ('warning' as const) : problem.severity;
    return [
      {
        document: { ...refused, status, problems: [{ ...problem, severity }] },
        extraction: null,
        bytesPath: null,
        recognisable: 0,
      },
      ...kept,
    ];
  };
  return { take, finish };
}

export function withProblem(item: OutcomeItem | undefined, problem: Problem): OutcomeItem | null {
  if (!item) return null;
  const { document } = item;
  return {
    ...item,
    document: {
      ...document,
      status: document.status === 'refused' ? 'refused' : 'partial',
      problems: [...document.problems, problem],
    },
  };
}

/** Items whose containers are all there, up to the root. */
function keepConnected(items: readonly OutcomeItem[], root: string): OutcomeItem[] {
  const known = new Set([root]);
  return items.filter(({ document }) => {
    if (!document.parent || !known.has(document.parent.document)) return false;
    known.add(document.id);
    return true;
  });
}
