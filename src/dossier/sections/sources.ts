import type { Document, EchoGroup, Occurrence, Origin } from '../../model/index.ts';
import { compareText } from '../../text/index.ts';
import { anchorOf, type CaseIndex } from '../case-index.ts';
import type { Block, Cell, Section } from '../dossier.ts';
import { groupDigits, wordLanguage } from '../quantity.ts';
import { cell, count, datum, enumerate, plain, remark, say, text } from '../runs.ts';

/** The folder that all added paths share: it says where somebody keeps files, not where a document came from. */
function commonFolder(paths: readonly string[]): string {
  const [first = '', ...others] = paths.map((path) => path.split('/').slice(0, -1));
  const shared = [...first];
  for (const other of others) while (shared.some((part, n) => other[n] !== part)) shared.pop();
  return shared.map((part) => `${part}/`).join('');
}

function showOccurrences(occurrences: readonly Occurrence[], folder: string): Cell {
  if (occurrences.length === 0) return plain('not recorded');
  return occurrences.map((one) =>
    remark(
      datum(one.path.slice(folder.length)),
      ...(one.container === null
        ? []
        : [text(', in it '), datum(one.place === '' ? 'a part without a name' : one.place)]),
      text(`, added ${one.addedAt}`),
    ),
  );
}

/** What hangs on each document, gathered once. */
interface Gathered {
  readonly occurrences: ReadonlyMap<string, readonly Occurrence[]>;
  readonly origins: ReadonlyMap<string, readonly Origin[]>;
  readonly echoes: ReadonlyMap<string, readonly EchoGroup[]>;
  readonly claims: ReadonlyMap<string, number>;
  readonly folder: string;
}

function gather<T>(items: readonly T[], documentsOf: (item: T) => readonly string[]): Map<string, T[]> {
  const gathered = new Map<string, T[]>();
  for (const item of items) {
    for (const document of documentsOf(item)) {
      const list = gathered.get(document);
      if (list) list.push(item);
      else gathered.set(document, [item]);
    }
  }
  return gathered;
}

function gatherByDocument({ view, claims }: CaseIndex): Gathered {
  const tally = new Map<string, number>();
  for (const { document } of claims.values()) tally.set(document.id, (tally.get(document.id) ?? 0) + 1);
  return {
    occurrences: gather(
      [...view.occurrences].sort((a, b) => compareText(a.path, b.path) || compareText(a.place, b.place)),
      (one) => [one.document],
    ),
    origins: gather(view.weighing.origins, (origin) => origin.documents),
    echoes: gather(view.weighing.echoGroups, (group) => group.documents),
    claims: tally,
    folder: commonFolder([...view.occurrences, ...view.leftOut].map((one) => one.path)),
  };
}

function showOrigins(document: Document, { origins, echoes: groups }: Gathered, index: CaseIndex): Cell {
  const lines = (origins.get(document.id) ?? []).map((origin) =>
    remark(
      datum(origin.label),
      text(` (${origin.level} origin, ${index.wording.label('origin', origin.kind)}`),
      ...(origin.reasons.length === 0
        ? []
        : [
            text(
              `; by ${[...new Set(origin.reasons.map((reason) => index.wording.label('signal', reason.signal)))].join(', ')}`,
            ),
          ]),
      text(origin.overruledBy === null ? ')' : '; decided by a person)'),
    ),
  );
  const echoes = (groups.get(document.id) ?? []).map((group) => {
    const others = group.documents
      .filter((id) => id !== document.id)
      .map((id) => [datum(index.documents.get(id)?.name ?? id)]);
    return remark('Retells one origin together with ', ...enumerate(others), '.');
  });
  return lines.length + echoes.length === 0 ? plain('none found') : [...lines, ...echoes];
}

function showDocument(document: Document, gathered: Gathered, index: CaseIndex): Block {
  const { metadata } = document;
  const said = [
    ['Title', metadata.title],
    ['Author', metadata.author],
    ['Publisher', metadata.publisher],
    ['Published', metadata.published],
    ['Address', metadata.url],
  ].flatMap(([term, value]) => (term && value ? [{ term, cell: cell(remark(datum(value))) }] : []));
  const status = index.wording.label('status', document.status);
  const problems = document.problems.map((problem) =>
    remark(
      { kind: 'tag', text: problem.severity, tone: problem.severity === 'note' ? 'plain' : 'caution' },
      ' ',
      datum(problem.detail),
    ),
  );
  const claims = gathered.claims.get(document.id) ?? 0;
  return {
    kind: 'card',
    id: anchorOf('source', document.id),
    title: [datum(document.name)],
    blocks: [
      {
        kind: 'facts',
        facts: [
          { term: 'sha256', cell: cell(remark(datum(document.id))) },
          {
            term: 'Kind',
            cell: plain(
              `${document.mediaType}, ${groupDigits(String(document.size))} bytes, language ${wordLanguage(document.language)}`,
            ),
          },
          {
            term: 'Status',
            cell: [remark(`${status} (reader ${document.reader}); ${count(claims, 'claim')}`), ...problems],
          },
          ...said,
          { term: 'Came from', cell: showOccurrences(gathered.occurrences.get(document.id) ?? [], gathered.folder) },
          { term: 'Origin', cell: showOrigins(document, gathered, index) },
        ],
      },
    ],
  };
}

/** What could not become a document, and why. */
function showLeftOut(folder: string, { view }: CaseIndex): Block {
  const rows = [...view.leftOut]
    .sort((a, b) => compareText(a.path, b.path) || compareText(a.reason, b.reason))
    .map(({ path, reason }) => [cell(remark(datum(path.slice(folder.length)))), cell(remark(datum(reason)))]);
  return { kind: 'table', caption: 'Left out: these could not be added', columns: ['Path', 'Why'], rows };
}

/** Every document, the partly read and the refused included. */
export function writeSources(index: CaseIndex): Section {
  const gathered = gatherByDocument(index);
  const sorted = [...index.view.documents].sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  const blocks = sorted.map((document) => showDocument(document, gathered, index));
  if (index.view.leftOut.length > 0) blocks.push(showLeftOut(gathered.folder, index));
  return {
    id: 'sources',
    title: 'Sources',
    about: 'case',
    blocks: blocks.length > 0 ? blocks : [say('The case holds no documents.')],
  };
}
