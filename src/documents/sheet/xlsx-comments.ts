import type { OfficePackage } from '../office/package.ts';
import type { Relation } from '../office/relations.ts';
import { unescapeOoxml } from './xlsx-parts.ts';

export interface CellComment {
  readonly address: string;
  readonly by: string;
  readonly text: string;
}

/** Notes and threaded comments of one sheet. A thread is repeated as a note for old programs; that copy is left out. */
export async function readComments(office: OfficePackage, relations: readonly Relation[]): Promise<CellComment[]> {
  const targets = (type: string): string[] => relations.filter((one) => one.type === type).map(({ target }) => target);
  const threads: CellComment[] = [];
  const threadPaths = targets('threadedComment');
  const persons = threadPaths.length > 0 ? await readPersons(office) : new Map<string, string>();
  for (const path of threadPaths) await collectThreads(office, path, { persons, into: threads });
  const notes: CellComment[] = [];
  for (const path of targets('comments')) await collectNotes(office, path, notes);
  const threaded = new Set(threads.map(({ address }) => address));
  return [...notes.filter(({ address }) => !threaded.has(address)), ...threads];
}

async function collectNotes(office: OfficePackage, path: string, into: CellComment[]): Promise<void> {
  const authors: string[] = [];
  let current = '';
  let author: string[] | null = null;
  let note: { readonly address: string; readonly by: number; readonly parts: string[] } | null = null;
  await office.scan(path, {
    open: (name, attribute) => {
      current = name;
      if (name === 'author') author = [];
      if (name === 'comment')
        note = { address: attribute('ref') ?? '?', by: Number(attribute('authorId') ?? -1), parts: [] };
    },
    close: (name) => {
      current = '';
      if (name === 'author' && author) authors.push(author.join(''));
      if (name !== 'comment' || !note) return;
      into.push({ address: note.address, by: authors[note.by] ?? '', text: unescapeOoxml(note.parts.join('')) });
      note = null;
    },
    text: (text) => {
      if (current === 'author') author?.push(text);
      else if (current === 't') note?.parts.push(text);
    },
  });
}

async function readPersons(office: OfficePackage): Promise<ReadonlyMap<string, string>> {
  const persons = new Map<string, string>();
  for (const path of office.paths.filter((one) => /(?:^|\/)persons\/[^/]+\.xml$/i.test(one))) {
    await office.scan(path, {
      open: (name, attribute) => {
        if (name === 'person') persons.set(attribute('id') ?? '', attribute('displayName') ?? '');
      },
      close: () => {},
      text: () => {},
    });
  }
  return persons;
}

interface Threads {
  readonly persons: ReadonlyMap<string, string>;
  readonly into: CellComment[];
}

async function collectThreads(office: OfficePackage, path: string, { persons, into }: Threads): Promise<void> {
  let comment: { readonly address: string; readonly by: string; readonly parts: string[] } | null = null;
  let inText = false;
  await office.scan(path, {
    open: (name, attribute) => {
      if (name === 'threadedComment')
        comment = { address: attribute('ref') ?? '?', by: persons.get(attribute('personId') ?? '') ?? '', parts: [] };
      inText = name === 'text';
    },
    close: (name) => {
      inText = false;
      if (name !== 'threadedComment' || !comment) return;
      into.push({ address: comment.address, by: comment.by, text: comment.parts.join('') });
      comment = null;
    },
    text: (text) => {
      if (inText) comment?.parts.push(text);
    },
  });
}
