import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDossier } from '../../src/dossier/index.ts';
import type { CaseView } from '../../src/model/index.ts';
import { loadLexicons } from '../../src/providers/index.ts';
import { sha256 } from '../../src/text/index.ts';
import { claimId, documentId, OPTIONS, VIEW } from './fixture.ts';

const CHROMIUM = '/usr/bin/chromium';
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What a document may try: to run, to load, to break out of an attribute, a title, a style sheet, to turn the text round. */
const HOSTILE = [
  '<script>window.ran = 1</script>',
  '</style></title></main><script>window.ran = 1</script>',
  '<img src="http://127.0.0.1:9/x.png" onerror="window.ran = 1">',
  '<svg onload="window.ran = 1"><link rel=stylesheet href="http://127.0.0.1:9/x.css">',
  '"><iframe src="http://127.0.0.1:9/"></iframe>',
  "' onmouseover='window.ran = 1",
  '<a href="javascript:window.ran=1">javascript:window.ran=1</a> http://127.0.0.1:9/link',
  '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">',
  '<form action="http://127.0.0.1:9/"><button>send</button></form>',
  '--><!--<![CDATA[ {{constructor}} </textarea> url(http://127.0.0.1:9/) @import',
  '\u202etxt.exe\u2066\u200b\u0000\u001b[31m \ud800',
  'x'.repeat(1_000_000),
].join(' ');

/** The fixture with hostile text wherever text can stand. */
function hostileView(): CaseView {
  const id = documentId('note');
  const view = structuredClone(VIEW);
  return {
    ...view,
    head: { ...view.head, name: HOSTILE.slice(0, 5000) },
    documents: view.documents.map((document) =>
      document.id === id
        ? {
            ...document,
            name: HOSTILE,
            text: HOSTILE,
            textHash: sha256(HOSTILE),
            language: '"><script>',
            metadata: { ...document.metadata, publisher: HOSTILE, title: HOSTILE, url: 'javascript:window.ran=1' },
          }
        : document,
    ),
    extractions: view.extractions.map((extraction) =>
      extraction.document === id
        ? {
            ...extraction,
            passages: [],
            mentions: extraction.mentions.map((mention) => ({
              ...mention,
              start: 0,
              end: 40,
              text: HOSTILE.slice(0, 40),
            })),
            claims: extraction.claims.map((claim) => ({ ...claim, start: 0, end: HOSTILE.length, quotation: HOSTILE })),
          }
        : extraction,
    ),
    resolution: {
      ...view.resolution,
      entities: view.resolution.entities.map((entity) => ({
        ...entity,
        canonical: HOSTILE,
        names: [{ text: HOSTILE, script: '"><b>', count: 1 }],
      })),
    },
    weighing: {
      ...view.weighing,
      origins: view.weighing.origins.map((origin) => ({ ...origin, label: HOSTILE })),
      contradictions: view.weighing.contradictions.map((one) => ({ ...one, detail: HOSTILE })),
      openQuestions: [{ id: '"><script>', question: HOSTILE, claims: [claimId('who-paid')] }],
    },
  };
}

const found = existsSync(CHROMIUM);
if (!found) console.warn(`skipped: the dossier was not opened in a browser, there is no ${CHROMIUM}`);

describe.skipIf(!found)('a dossier in a real browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clew-dossier-'));
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(view: CaseView, colorScheme: 'light' | 'dark' = 'light') {
    const file = join(folder, `${sha256(view.head.name).slice(0, 8)}.html`);
    writeFileSync(file, writeDossier(view, OPTIONS, loadLexicons()));
    const page = await browser.newPage({ colorScheme, viewport: { width: 420, height: 900 } });
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    await page.goto(pathToFileURL(file).href);
    return { page, requests, complaints, url: pathToFileURL(file).href };
  }

  test('with hostile documents nothing runs, nothing is asked for, nothing breaks out', async () => {
    const { page, requests, complaints, url } = await open(hostileView());
    for (const link of await page.locator('a.name').all()) {
      await link.dispatchEvent('mouseover');
      break;
    }
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(requests).toEqual([url]);
    expect(complaints).toEqual([]);
    expect(await page.evaluate('document.querySelectorAll("main").length')).toBe(1);
    expect(
      await page.evaluate(
        'document.querySelectorAll("main script, main img, main iframe, main form, main svg, main link, main meta").length',
      ),
    ).toBe(0);
    expect(
      await page.evaluate('[...document.links].filter((a) => !a.getAttribute("href").startsWith("#")).length'),
    ).toBe(0);
    expect(await page.title()).toMatch(/^Dossier: <script>/);
    await page.close();
  }, 120_000);

  test('prints on paper', async () => {
    const { page } = await open(VIEW);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(5);
    await page.close();
  }, 120_000);

  test('fits a narrow screen', async () => {
    const { page } = await open(VIEW);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(420);
    await page.close();
  }, 120_000);

  test.each(['light', 'dark'] as const)(
    'has enough contrast in %s',
    async (scheme) => {
      const { page } = await open(VIEW, scheme);
      const failing = await page.evaluate(CONTRAST);
      expect(failing).toEqual([]);
      await page.close();
    },
    120_000,
  );
});

/** Text with a contrast under 4.5 : 1 (WCAG 2 AA) against the nearest opaque background. */
const CONTRAST = `(() => {
  const parse = (value) => value.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => [r, g, b].map((c) => { const s = c / 255; return s <= 0.03928 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4; }).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => { for (let e = element; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c[3] === undefined || c[3] === 1) return c; } return [255, 255, 255]; };
  const failing = new Set();
  for (const element of document.body.querySelectorAll('*')) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    const [a, b] = [luminance(parse(getComputedStyle(element).color)), luminance(behind(element))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) failing.add(element.tagName + '.' + element.className);
  }
  return [...failing];
})()`;
