import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULT_LIMITS, type Recogniser, readEach } from '../documents/index.ts';
import type { Document, Lexicons } from '../model/index.ts';
import { extract } from '../pipeline.ts';
import { createRecogniser, loadLexicons } from '../providers/index.ts';
import { readRegularFile } from './file.ts';
import { createFrameReader, encodeFrame, type RecogniseRequest, type Request, type Response } from './protocol.ts';
import { startWatchdog } from './watchdog.ts';

/** The child process that untrusted bytes are parsed in. Requests come on stdin, answers go out on descriptor 3. */
const answers = new Socket({ fd: 3, readable: false, writable: true });
const requests = createFrameReader<Request>(1_000_000_000);

let pdfium: Uint8Array | null | undefined;
/** Read once, when the first file is; `null` where the package is not installed. */
function loadPdfium(): Uint8Array | null {
  if (pdfium === undefined) {
    try {
      pdfium = readFileSync(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')));
    } catch {
      pdfium = null;
    }
  }
  return pdfium;
}

const recogniserFor = ({ until, dataFolder }: RecogniseRequest): Recogniser =>
  createRecogniser({ ...(until === null ? {} : { until }), ...(dataFolder === null ? {} : { dataFolder }) });

let lexicons: Lexicons | undefined;
function extractionOf(document: Document) {
  lexicons ??= loadLexicons();
  return extract(document, lexicons);
}

/** Resolves once the bytes are handed over, so that answers never pile up in this process. */
function answer(response: Response): Promise<void> {
  return new Promise((resolve) => {
    answers.write(encodeFrame(response), () => resolve());
  });
}

async function readJob({
  path,
  name,
  encoding,
  extract: wanted,
  scratch,
  recognise,
}: Extract<Request, { kind: 'read' }>): Promise<void> {
  const content = await readRegularFile(path);
  if (content.kind === 'trouble') return answer({ kind: 'unreadable', code: content.code, detail: content.detail });
  const options = {
    name,
    limits: recognise ? { ...DEFAULT_LIMITS, maxRecognisedPages: recognise.maxPages } : DEFAULT_LIMITS,
    pdfium: loadPdfium(),
    recogniser: recognise ? recogniserFor(recognise) : null,
    ...(encoding ? { encoding } : {}),
  };
  /** The same bytes may turn up many times in one archive; they are written once. */
  const written = new Map<string, string>();
  await readEach(content.bytes, options, async ({ document, bytes, recognisable }, index) => {
    // Read again for its pictures alone: what is inside it is there already.
    if (recognise && index > 0) return;
    let bytesPath = bytes ? (written.get(document.id) ?? null) : null;
    if (bytes && !bytesPath) {
      await mkdir(scratch, { recursive: true, mode: 0o700 });
      bytesPath = join(scratch, String(index));
      await writeFile(bytesPath, bytes, { mode: 0o600 });
      written.set(document.id, bytesPath);
    }
    await answer({ kind: 'document', index, document, bytesPath, recognisable });
    if (wanted && document.status !== 'refused')
      await answer({ kind: 'extraction', index, extraction: extractionOf(document) });
  });
}

async function serve(request: Request): Promise<void> {
  try {
    if (request.kind === 'read') await readJob(request);
    else await answer({ kind: 'extraction', index: 0, extraction: extractionOf(request.document) });
  } catch (error) {
    await answer({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
  }
  await answer({ kind: 'done' });
}

startWatchdog();
// The parent's end of stdin closes when the parent ends, however it ends.
process.stdin.on('end', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));
answers.on('error', () => process.exit(0));
process.stdin.on('data', (chunk: Buffer) => {
  for (const request of requests.push(chunk)) void serve(request);
});
await answer({ kind: 'ready' });
