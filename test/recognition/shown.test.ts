import { describe, expect, test } from 'vitest';
import { writeDossier } from '../../src/dossier/index.ts';
import { EXPORTERS } from '../../src/exports/index.ts';
import type { CaseView } from '../../src/model/index.ts';
import { loadLexicons } from '../../src/providers/index.ts';
import { OPTIONS, VIEW } from '../dossier/fixture.ts';

/** The fixture as if every document were a scan of one page, read with a confidence of 0.83. */
const SCANNED: CaseView = {
  ...VIEW,
  documents: VIEW.documents.map((document) => ({
    ...document,
    pages: [
      {
        n: 1,
        span: { start: 0, end: document.text.length },
        recognition: { engine: 'tesseract/5', languages: ['eng'], confidence: 0.83 },
      },
    ],
  })),
};

const write = (format: string, view: CaseView): string =>
  EXPORTERS.find((exporter) => exporter.format === format)?.write(view, OPTIONS) ?? '';

describe('text that was read off a picture', () => {
  test('is marked in every footnote that quotes it', () => {
    const sentence = 'Read by text recognition, confidence 0.83: check the page image.';
    const page = writeDossier(SCANNED, OPTIONS, loadLexicons());
    expect(page.split(sentence).length).toBeGreaterThan(10);
    expect(writeDossier(VIEW, OPTIONS, loadLexicons())).not.toContain('text recognition');
  });

  test('is marked in the exports', () => {
    const shown = { engine: 'tesseract/5', confidence: 0.83, page: 1 };
    const claimsOf = (view: CaseView): unknown[] =>
      JSON.parse(write('json', view)).documents.flatMap(({ claims }: { claims: { recognition: unknown }[] }) =>
        claims.map(({ recognition }) => recognition),
      );
    const claims = claimsOf(SCANNED);
    expect(claims.length).toBeGreaterThan(10);
    for (const one of claims) expect(one).toEqual(shown);
    expect(claimsOf(VIEW).every((one) => one === null)).toBe(true);
    const [header, first] = write('csv', SCANNED).split('\r\n');
    const column = header?.split(',').indexOf('"recognition_confidence"') ?? -1;
    expect(column).toBeGreaterThan(0);
    expect(first).toContain('"0.83"');
  });
});
