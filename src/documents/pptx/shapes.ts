import type { PassageKind } from '../../model/index.ts';
import type { OfficePackage } from '../office/package.ts';
import type { TextBuilder } from '../text-builder.ts';

interface Target {
  readonly builder: TextBuilder;
  readonly place: string;
  /** Kind of every paragraph, or `null` to tell by the shape. */
  readonly kind: PassageKind | null;
}

export interface ShapesResult {
  /** `null` when the part could not be read, `false` when it is cut off. */
  readonly isWhole: boolean | null;
  readonly isHidden: boolean;
}

/** Placeholders that repeat on every slide. */
const FURNITURE = /^(?:sldNum|dt|ftr|hdr|sldImg)$/;

/** Writes the paragraphs and table rows of a slide, notes page or diagram in the order of its shapes. */
export async function readShapes(
  office: OfficePackage,
  path: string,
  { builder, place, kind }: Target,
): Promise<ShapesResult> {
  const state = { isHidden: false, placeholder: '', inText: false, fallback: 0 };
  const rows: { readonly cells: string[]; cell: string[] }[] = [];
  let paragraph: string[] | null = null;

  const endParagraph = (): void => {
    const text = paragraph?.join('') ?? '';
    paragraph = null;
    if (text.trim() === '') return;
    const row = rows.at(-1);
    if (row) row.cell.push(text.trim());
    else builder.add(text, kind ?? kindOf(state.placeholder), place);
  };
  const isWhole = await office.scan(path, {
    open: (name, attribute) => {
      if (name === 'sld') state.isHidden = attribute('show') === '0' || attribute('show') === 'false';
      else if (name === 'Fallback') state.fallback += 1;
      else if (name === 'sp' || name === 'graphicFrame' || name === 'pic') state.placeholder = '';
      else if (name === 'ph') state.placeholder = attribute('type') ?? 'body';
      else if (name === 'tr') rows.push({ cells: [], cell: [] });
      else if (name === 'p') paragraph = [];
      else if (name === 'br') paragraph?.push('\n');
      else if (name === 't') state.inText = true;
      else if (name === 'cNvPr') addDescription(attribute('descr') ?? '');
    },
    close: (name) => {
      if (name === 'Fallback') state.fallback = Math.max(0, state.fallback - 1);
      else if (name === 't') state.inText = false;
      else if (name === 'p') endParagraph();
      else if (name === 'tc') {
        const row = rows.at(-1);
        row?.cells.push(row.cell.join('\n'));
        if (row) row.cell = [];
      } else if (name === 'tr') builder.add(rows.pop()?.cells.join('\t') ?? '', 'table-row', place);
    },
    text: (text) => {
      if (state.inText && state.fallback === 0) paragraph?.push(text);
    },
  });
  endParagraph();
  return { isWhole, isHidden: state.isHidden };

  /** What the writer says is on a picture; programs put file names there too. */
  function addDescription(description: string): void {
    if (state.fallback === 0 && rows.length === 0 && /\s/.test(description.trim()))
      builder.add(description, 'caption', place);
  }
}

function kindOf(placeholder: string): PassageKind {
  if (/^(?:title|ctrTitle|subTitle)$/.test(placeholder)) return 'heading';
  return FURNITURE.test(placeholder) ? 'boilerplate' : 'paragraph';
}
