import type { Finding, Origin } from '../../model/index.ts';
import { compareText } from '../../text/index.ts';
import { anchorOf, type CaseIndex } from '../case-index.ts';
import type { Block, Cell, Section } from '../dossier.ts';
import { evidenceOf, requireClaim } from '../evidence.ts';
import { count, founded, link, plain, remark, say, text, wordsOf } from '../runs.ts';
import { wordStance } from '../wording.ts';
import { titleFinding } from './findings.ts';
import { standingFindings } from './summary.ts';

/** What a page holds and an eye can follow. */
const COLUMNS = 6;
const TABLES = 3;
const ROWS = 60;

function showCell(finding: Finding, origin: Origin, index: CaseIndex): Cell {
  const claims = index.standing(finding.claims).filter((id) => index.view.weighing.originOf[id] === origin.id);
  if (claims.length === 0) return plain('–');
  const tags = new Set(
    claims.map((id) => {
      return wordStance(requireClaim(id, index).claim, index.wording);
    }),
  );
  return [founded(claims.map(evidenceOf), [text([...tags].join('; '))])];
}

/** The findings that at least one of these origins tells. */
function showTable(findings: readonly Finding[], origins: readonly Origin[], index: CaseIndex): Block {
  const told = new Set(origins.map((origin) => origin.id));
  const rows = findings
    .filter((finding) => index.standing(finding.claims).some((id) => told.has(index.view.weighing.originOf[id] ?? '')))
    .map((finding): Cell[] => [
      [remark(link(wordsOf(titleFinding(finding, index)), anchorOf('finding', finding.id)))],
      ...origins.map((origin) => showCell(finding, origin, index)),
    ]);
  const columns = ['Finding', ...origins.map((origin) => origin.label)];
  const caption = 'Findings down, publisher origins across: how each tells it; a dash means that it does not';
  return { kind: 'table', caption, columns, rows };
}

/** Publisher origins across, findings down: who says what, and how. */
export function writeMatrix(index: CaseIndex): Section {
  const findings = standingFindings(index);
  const used = new Set(
    findings.flatMap((one) => index.standing(one.claims)).map((id) => index.view.weighing.originOf[id]),
  );
  const origins = index.view.weighing.origins
    .filter((origin) => origin.level === 'publisher' && used.has(origin.id))
    .sort((a, b) => compareText(a.label, b.label));
  const title = 'Who says what';
  const base = { id: 'matrix', title, about: 'world' } as const;
  if (findings.length === 0 || origins.length === 0) {
    return { ...base, blocks: [say('clew found no finding whose origins could be set against each other.')] };
  }
  if (origins.length > COLUMNS * TABLES || findings.length > ROWS) {
    const size = `${count(findings.length, 'finding')} by ${count(origins.length, 'publisher origin')}`;
    const words = `The table of ${size} is too large for a page; the CSV export of the case holds it line by line.`;
    return { ...base, blocks: [say(words)] };
  }
  const tables = Math.ceil(origins.length / COLUMNS);
  const width = Math.ceil(origins.length / tables);
  const blocks = Array.from({ length: tables }, (_, n) =>
    showTable(findings, origins.slice(n * width, (n + 1) * width), index),
  );
  return { ...base, blocks };
}
