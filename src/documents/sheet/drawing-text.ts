import type { OfficePackage } from '../office/package.ts';

/** Paragraphs of the shapes and text boxes of a DrawingML part, one string a paragraph. */
export async function drawingText(office: OfficePackage, path: string): Promise<string[]> {
  const paragraphs: string[] = [];
  let parts: string[] = [];
  let inText = false;
  await office.scan(path, {
    open: (name) => {
      if (name === 'p') parts = [];
      else if (name === 't') inText = true;
      else if (name === 'br') parts.push('\n');
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name !== 'p') return;
      if (parts.join('').trim() !== '') paragraphs.push(parts.join(''));
      parts = [];
    },
    text: (text) => {
      if (inText) parts.push(text);
    },
  });
  return paragraphs;
}
