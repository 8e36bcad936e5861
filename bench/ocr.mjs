// node bench/ocr.mjs
// Draws a page in each language, spoils it as scanners do, reads it, and prints the share of characters read right,
// seconds of processor time a page, the engine's confidence, and at the end the largest memory.
// Needs the build, chromium, and the fonts that test/recognition/texts.ts names.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import ts from 'typescript';
import { DEFAULT_LIMITS, readDocument } from '../dist/documents/index.js';
import { createRecogniser } from '../dist/providers/index.js';

/** A helper of the tests, which are TypeScript. */
async function load(name) {
  const source = readFileSync(new URL(`../test/recognition/${name}.ts`, import.meta.url), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputText).toString('base64')}`);
}

const { drawText, encodePng, spoil } = await load('page-images');
const { TEXTS, accuracy } = await load('texts');
const SPOILS = {
  clean: {},
  scan: { degrees: 1.5, grain: 20, specks: 0.004 },
  'bad scan': { degrees: -2, grain: 55, specks: 0.03 },
};

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
});
console.log('language   page      right   cpu s  confidence');
for (const [tongue, { text, font }] of Object.entries(TEXTS)) {
  const page = await drawText(browser, text, font);
  for (const [name, spoils] of Object.entries(SPOILS)) {
    const bytes = encodePng(spoil(page, spoils));
    const recogniser = createRecogniser();
    const before = process.cpuUsage();
    const [read] = await readDocument(bytes, { name: 'page.png', limits: DEFAULT_LIMITS, pdfium: null, recogniser });
    const { user, system } = process.cpuUsage(before);
    const confidence = read.document.pages[0]?.recognition?.confidence ?? 0;
    console.log(
      `${tongue.padEnd(10)} ${name.padEnd(9)} ${accuracy(tongue, read.document.text).toFixed(4)} ${((user + system) / 1e6).toFixed(1).padStart(6)}  ${confidence.toFixed(2)}`,
    );
  }
}
await browser.close();
console.log(`largest resident memory ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`);
