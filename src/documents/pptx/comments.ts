import type { OfficePackage } from '../office/package.ts';

/** Comments of one slide, each with its author in front, old and threaded alike. */
export async function readComments(office: OfficePackage, path: string): Promise<string[]> {
  const authors = await readAuthors(office);
  const comments: string[] = [];
  let open: { readonly by: string; readonly parts: string[] } | null = null;
  let inText = false;
  const end = (): void => {
    const text = open?.parts.join('').trim() ?? '';
    if (open && text !== '') comments.push(open.by === '' ? text : `${open.by}: ${text}`);
    open = null;
  };
  await office.scan(path, {
    open: (name, attribute) => {
      if (name === 'cm' || name === 'reply') {
        end();
        open = { by: authors.get(attribute('authorId') ?? '') ?? '', parts: [] };
      } else if (name === 'text' || name === 't') inText = true;
    },
    close: (name) => {
      if (name === 'text' || name === 't') inText = false;
      else if (name === 'cm' || name === 'reply') end();
    },
    text: (text) => {
      if (inText) open?.parts.push(text);
    },
  });
  return comments;
}

async function readAuthors(office: OfficePackage): Promise<ReadonlyMap<string, string>> {
  const authors = new Map<string, string>();
  for (const path of office.paths.filter((one) => /^\/?ppt\/(?:commentAuthors|authors)\.xml$/i.test(one))) {
    await office.scan(path, {
      open: (name, attribute) => {
        if (name === 'cmAuthor' || name === 'author') authors.set(attribute('id') ?? '', attribute('name') ?? '');
      },
      close: () => {},
      text: () => {},
    });
  }
  return authors;
}
