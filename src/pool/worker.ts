import { constants, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULT_LIMITS, type Recogniser, readEach } from '../documents/index.ts';
import type { Document, Lexicons } from '../model/index.ts';
import { extract } from '../pipeline.ts';
import { createRecogniser, loadLexicons, loadStages } from '../providers/index.ts';
import { MAX_FILE_BYTES } from './file.ts';
import {
  createFrameReader,
  encodeFrame,
  type Framed,
  type RecogniseRequest,
  type Request,
  type Response,
} from './protocol.ts';
import { startWatchdog } from './watchdog.ts';

/** The child process that untrusted bytes are parsed in. Requests and the bytes to read come on stdin, answers go out on descriptor 3. */
const answers = new Socket({ fd: 3, readable: false, writable: true });
const requests = createFrameReader<Request>({ maxBytes: 1_000_000_000, maxBodyBytes: MAX_FILE_BYTES });

const modules = new Map<string, Uint8Array | null>();
/** A WebAssembly module out of a package, read once, when the first file is; `null` where the package is not installed. */
function loadModule(specifier: string): Uint8Array | null {
  const known = modules.get(specifier);
  if (known !== undefined) return known;
  let bytes: Uint8Array | null = null;
  try {
    bytes = readFileSync(fileURLToPath(import.meta.resolve(specifier)));
  } catch {
    // Reading says by name what it cannot do without it.
  }
  modules.set(specifier, bytes);
  return bytes;
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

type ReadRequest = Extract<Request, { kind: 'read' }>;

async function readJob(request: ReadRequest, content: Uint8Array): Promise<void> {
  const { name, encoding, extract: wanted, scratch, recognise, dropBytes = false } = request;
  const options = {
    stage: loadStages().read,
    name,
    limits: recognise ? { ...DEFAULT_LIMITS, maxRecognisedPages: recognise.maxPages } : DEFAULT_LIMITS,
    pdfium: loadModule('@embedpdf/pdfium/pdfium.wasm'),
    sevenZip: loadModule('7z-wasm/7zz.wasm'),
    recogniser: recognise ? recogniserFor(recognise) : null,
    ...(encoding ? { encoding } : {}),
  };
  /** The same bytes may turn up many times in one archive; they are written once. */
  const written = new Map<string, string>();
  await readEach(content, options, async ({ document, bytes, recognisable }, index) => {
    // Read again for its pictures alone: what is inside it is there already.
    if (recognise && index > 0) return;
    let bytesPath = bytes ? (written.get(document.id) ?? null) : null;
    if (bytes && !bytesPath && !(dropBytes && recognisable === 0)) {
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

async function serve({ message: request, body }: Framed<Request>): Promise<void> {
  try {
    if (request.kind === 'read') await readJob(request, body ?? new Uint8Array(0));
    else await answer({ kind: 'extraction', index: 0, extraction: extractionOf(request.document) });
  } catch (error) {
    await answer({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
  }
  await answer({ kind: 'done' });
}

/**
 * The 7-Zip module asks Node's inner bindings for the flags of files that it never opens; the permission model refuses to
 * give bindings to anyone. It gets the flags, which are public, and nothing else does.
 */
function giveFlagsOnly(): void {
  const binding = (name: string) => {
    if (name === 'constants') return { fs: constants };
    throw new Error(`the binding ${name} is not given to readers`);
  };
  Object.defineProperty(process, 'binding', { value: binding, configurable: true });
}

giveFlagsOnly();
startWatchdog();
// The parent's end of stdin closes when the parent ends, however it ends.
process.stdin.on('end', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));
answers.on('error', () => process.exit(0));
process.stdin.on('data', (chunk: Buffer) => {
  for (const framed of requests.push(chunk)) void serve(framed);
});
await answer({ kind: 'ready' });
