// Adds documents to a case for ever, three a commit, and prints the id of each once it is durable.
// Usage: writer.mjs <case> <first number> <characters added to each text>
import { openCase } from '../../../dist/store/index.js';
import { sha256 } from '../../../dist/text/index.js';

const [, , folder, first, padding = '0'] = process.argv;

function commitOf(n) {
  const text = `Marvik Trading sent note ${n}. ${'So it says. '.repeat(n % 300)}`.padEnd(Number(padding), '.');
  const id = sha256(text);
  const metadata = { title: null, author: null, publisher: null, published: null, url: null, fields: {} };
  const document = {
    ...{ id, name: `${n}.txt`, mediaType: 'text/plain', size: text.length, text, textHash: id, language: 'en' },
    ...{
      encoding: 'utf-8',
      metadata,
      pages: [],
      blocks: [],
      parent: null,
      status: 'parsed',
      problems: [],
      reader: 'text/1',
    },
  };
  const occurrence = {
    id: `o_${n}`,
    document: id,
    path: `${n}.txt`,
    container: null,
    place: '',
    addedAt: '2031-05-04',
  };
  const extraction = { document: id, engine: 'e/1', passages: [], mentions: [], literals: [], claims: [], cues: [] };
  return { document, occurrences: [occurrence], extraction, bytes: Buffer.from(text) };
}

try {
  const store = await openCase(folder, { write: true });
  console.log('OPEN');
  for (let n = Number(first); ; n += 3) {
    const batch = [n, n + 1, n + 2].map(commitOf);
    await store.commit(batch);
    for (const { document } of batch) console.log(`ACK ${document.id}`);
  }
} catch (error) {
  console.log(`ERROR ${error.code} ${error.message}`);
  process.exitCode = 1;
}
