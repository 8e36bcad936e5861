import type { DocumentMetadata } from '../../model/index.ts';
import { scanXml } from '../xml.ts';

/** What a Word file says of itself. When it was saved is no date of publication: it stays a field of its own. */
export function readCoreProperties(xml: string): Partial<DocumentMetadata> {
  const values = new Map<string, string>();
  let current = '';
  scanXml(xml, {
    open: (name) => {
      current = name;
    },
    close: () => {
      current = '';
    },
    text: (text) => {
      if (current !== '' && text.trim() !== '') values.set(current, `${values.get(current) ?? ''}${text.trim()}`);
    },
  });
  return {
    title: values.get('title') ?? null,
    author: values.get('creator') ?? null,
    fields: Object.fromEntries(
      [...values].filter(([name]) => name !== 'coreProperties').map(([name, value]) => [name.toLowerCase(), value]),
    ),
  };
}
