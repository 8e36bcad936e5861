import type { DocumentMetadata } from '../../model/index.ts';
import type { OfficePackage } from './package.ts';

/**
 * What an Office file says of itself: its core properties, program and company, and what its writers added.
 * When it was saved is no date of publication: it stays a field of its own.
 */
export async function readProperties(office: OfficePackage): Promise<Partial<DocumentMetadata>> {
  const values = new Map<string, string>();
  const relations = await office.relations('');
  for (const [type, fallback] of [
    ['core-properties', 'docProps/core.xml'],
    ['extended-properties', 'docProps/app.xml'],
    ['custom-properties', 'docProps/custom.xml'],
  ] as const) {
    const path = relations.find((relation) => relation.type === type)?.target ?? fallback;
    await collect(office, path, values);
  }
  return {
    title: values.get('title') ?? null,
    author: values.get('creator') ?? null,
    fields: Object.fromEntries(values),
  };
}

/** Counts and lists of headings say nothing that the text does not. */
const SKIPPED =
  /^(?:lpstr|vector|variant|i4|titlesofparts|headingpairs|totaltime|pages|words|characters|lines|paragraphs)$/i;

async function collect(office: OfficePackage, path: string, values: Map<string, string>): Promise<void> {
  let current = '';
  let own = '';
  await office.scan(path, {
    open: (name, attribute) => {
      current = name.toLowerCase();
      if (name !== 'property') return;
      // What a writer calls like one of the standard properties does not replace it.
      own = (attribute('name') ?? '').toLowerCase();
      if (values.has(own)) own = `custom ${own}`;
    },
    close: (name) => {
      current = '';
      if (name === 'property') own = '';
    },
    text: (text) => {
      const key = own !== '' ? own : current;
      if (key === '' || text.trim() === '' || (own === '' && SKIPPED.test(key))) return;
      values.set(key, `${values.get(key) ?? ''}${text.trim()}`);
    },
  });
}
