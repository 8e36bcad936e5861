import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, readDocument } from '../../src/documents/index.ts';
import type { Document } from '../../src/model/index.ts';
import { createRecogniser } from '../../src/providers/index.ts';
import { PDFIUM } from '../documents/read-bytes.ts';
import { drawText, encodePng, encodeTiff, pictureOnlyPdf, spoil, turnQuarter } from './page-images.ts';
import { accuracy, TEXTS, type Tongue } from './texts.ts';

const CHROMIUM = '/usr/bin/chromium';
const MINUTES = 180_000;

async function readScan(bytes: Uint8Array, name: string): Promise<Document> {
  const [root] = await readDocument(bytes, {
    name,
    limits: DEFAULT_LIMITS,
    pdfium: PDFIUM,
    recogniser: createRecogniser(),
  });
  if (!root) throw new Error('nothing was read');
  return root.document;
}

function hasFont(font: string): boolean {
  try {
    return execFileSync('fc-list', [font.replaceAll("'", '')], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}

/** Why this machine cannot run the test, or `null`. */
function lacking(tongue: Tongue): string | null {
  if (!existsSync(CHROMIUM)) return 'there is no chromium to draw pages with';
  if (!hasFont(TEXTS[tongue].font)) return `the font ${TEXTS[tongue].font} is not installed`;
  const missing = createRecogniser().missing.find(({ name }) => name === tongue);
  return missing ? `recognition data for ${tongue} is not installed` : null;
}

describe('text recognition', () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (existsSync(CHROMIUM))
      browser = await chromium.launch({
        executablePath: CHROMIUM,
        args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
      });
  });
  afterAll(() => browser?.close());

  const draw = async (tongue: Tongue) => {
    if (!browser) throw new Error('no browser');
    return drawText(browser, TEXTS[tongue].text, TEXTS[tongue].font);
  };
  const tongues = Object.keys(TEXTS) as Tongue[];
  for (const tongue of tongues) {
    const lack = lacking(tongue);
    if (lack) console.warn(`not checked: ${lack}`);
    const { floor, language } = TEXTS[tongue];

    it.skipIf(lack)(`reads at least ${floor} of a noisy, skewed page in ${tongue}`, { timeout: MINUTES }, async () => {
      const page = spoil(await draw(tongue), { degrees: 1.5, grain: 20, specks: 0.004 });
      const document = await readScan(encodePng(page), 'scan.png');
      expect(accuracy(tongue, document.text)).toBeGreaterThanOrEqual(floor);
      expect(document.language).toBe(language);
      expect(document).toMatchObject({ status: 'parsed', problems: [{ code: 'recognised-text', severity: 'note' }] });
      for (const { start, end, confidence } of document.pages[0]?.boxes ?? []) {
        expect(document.text.slice(start, end)).not.toMatch(/^\s|\s$|^$/);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    });
  }

  it.skipIf(lacking('English'))(
    'reads a page of much grain that lies on its side, and says where its words are',
    { timeout: MINUTES },
    async () => {
      const upright = await draw('English');
      const straight = await readScan(encodePng(upright), 'straight.png');
      const page = turnQuarter(spoil(upright, { degrees: -2, grain: 45, specks: 0.02 }));
      const document = await readScan(encodePng(page), 'side.png');
      expect(accuracy('English', document.text)).toBeGreaterThanOrEqual(0.95);
      const boxOf = ({ text, pages }: Document, word: string) =>
        pages[0]?.boxes?.find(({ start, end }) => text.slice(start, end) === word);
      // "engines" on the turned page lies where turning its upright box puts it, the skew of 2 degrees aside.
      const [there, here] = [boxOf(straight, 'engines'), boxOf(document, 'engines')];
      expect(here?.width).toBeLessThan(here?.height ?? 0);
      const radians = (-2 * Math.PI) / 180;
      const [dx, dy] = [
        there!.x + there!.width / 2 - upright.width / 2,
        there!.y + there!.height / 2 - upright.height / 2,
      ];
      const x = upright.width / 2 + dx * Math.cos(radians) - dy * Math.sin(radians);
      const y = upright.height / 2 + dx * Math.sin(radians) + dy * Math.cos(radians);
      expect(Math.abs(here!.x + here!.width / 2 - (upright.height - y))).toBeLessThan(8);
      expect(Math.abs(here!.y + here!.height / 2 - x)).toBeLessThan(8);
    },
  );

  it.skipIf(lacking('English'))(
    'reads the pages of a PDF that are pictures, in points of the page',
    { timeout: MINUTES },
    async () => {
      const page = await draw('English');
      const blank = { ...page, pixels: new Uint8Array(page.pixels.length).fill(250) };
      const document = await readScan(pictureOnlyPdf([blank, page]), 'scan.pdf');
      expect(accuracy('English', document.text)).toBeGreaterThanOrEqual(0.95);
      expect(document.status).toBe('parsed');
      expect(document.problems.map(({ code }) => code)).toEqual(['recognised-text', 'no-text']);
      expect(document.pages.map(({ recognition }) => recognition?.engine.startsWith('tesseract/'))).toEqual([
        undefined,
        true,
      ]);
      const [heading] = document.pages[1]?.boxes ?? [];
      expect(document.text.slice(heading?.start, heading?.end)).toBe('Harbour');
      // The margin is 70 of 827 pixels, the page 595 points wide.
      expect(heading?.x).toBeGreaterThan(48);
      expect(heading?.x).toBeLessThan(54);
      expect(document.blocks.every(({ place }) => place === 'page 2')).toBe(true);
    },
  );

  it.skipIf(lacking('English'))('reads every page of a TIFF', { timeout: MINUTES }, async () => {
    const page = await draw('English');
    const document = await readScan(encodeTiff([page, page]), 'fax.tif');
    expect(document.pages).toHaveLength(2);
    const [first, second] = document.pages.map(({ span }) => document.text.slice(span.start, span.end));
    expect(accuracy('English', first ?? '')).toBeGreaterThanOrEqual(0.95);
    expect(second).toBe(first);
  });
});
