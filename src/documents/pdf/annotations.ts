import type { PassageKind } from '../../model/index.ts';
import { floatsOf, type Pdfium, withMemory } from './engine.ts';
import { type Form, readField } from './form.ts';
import type { Area } from './frame.ts';
import type { PageFrame } from './page-frame.ts';
import { readNarrow, readWide } from './strings.ts';

/** A note, field or text box laid over a page. */
export interface PageNote {
  readonly text: string;
  readonly kind: PassageKind;
  /** What it is, in words: `note by V. Novik`, `form field`. */
  readonly what: string;
  readonly area: Area | null;
  /** Kept from those who look at the page. */
  readonly isHidden: boolean;
}

export interface Annotations {
  readonly notes: readonly PageNote[];
  /** Where the links of the page lead to. */
  readonly links: readonly string[];
  /** Numbers of the annotations that carry a file. */
  readonly files: readonly number[];
}

const MAX_ANNOTATIONS = 3_000;
const LINK = 2;
const POPUP = 16;
const FILE = 17;
const WIDGET = 20;
/** Flags: invisible, hidden, not to be seen on screen. */
const KEPT_FROM_VIEW = 1 | 2 | 32;

const NAMES: Readonly<Record<number, string>> = {
  1: 'note',
  3: 'text box',
  9: 'highlight',
  10: 'underline',
  11: 'underline',
  12: 'strike-out',
  13: 'stamp',
  14: 'insertion mark',
  17: 'note of an attached file',
  28: 'redaction',
};

interface Page {
  readonly document: number;
  readonly page: number;
  readonly frame: PageFrame;
  readonly form: Form | null;
}

/** What is laid over a page: notes and marks with what they say, form fields with their values, links, attached files. */
export function readAnnotations(engine: Pdfium, { document, page, frame, form }: Page): Annotations {
  const notes: PageNote[] = [];
  const links = new Set<string>();
  const files: number[] = [];
  const count = Math.min(engine.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS);
  for (let i = 0; i < count; i++) {
    const annotation = engine.FPDFPage_GetAnnot(page, i);
    if (annotation === 0) continue;
    try {
      const subtype = engine.FPDFAnnot_GetSubtype(annotation);
      if (subtype === FILE) files.push(i);
      if (subtype === LINK) addLink(engine, { document, annotation }, links);
      const note =
        subtype === LINK || subtype === POPUP ? null : readNote(engine, annotation, { subtype, frame, form });
      if (note) notes.push(note);
    } finally {
      engine.FPDFPage_CloseAnnot(annotation);
    }
  }
  return { notes, links: [...links], files };
}

function readNote(
  engine: Pdfium,
  annotation: number,
  { subtype, frame, form }: { readonly subtype: number; readonly frame: PageFrame; readonly form: Form | null },
): PageNote | null {
  const value = (key: string): string =>
    readWide(engine, (pointer, size) => engine.FPDFAnnot_GetStringValue(annotation, key, pointer, size));
  const isField = subtype === WIDGET;
  const text = isField ? (form ? readField(engine, form, annotation) : null) : value('Contents');
  if (!text) return null;
  const author = isField ? '' : value('T').replace(/\s+/g, ' ').slice(0, 200);
  const name = isField ? 'form field' : (NAMES[subtype] ?? 'annotation');
  return {
    text,
    kind: isField ? 'table-row' : 'comment',
    what: author === '' ? name : `${name} by ${author}`,
    area: areaOf(engine, annotation, frame),
    isHidden: (engine.FPDFAnnot_GetFlags(annotation) & KEPT_FROM_VIEW) !== 0,
  };
}

function areaOf(engine: Pdfium, annotation: number, frame: PageFrame): Area | null {
  return withMemory(engine, 16, (pointer) => {
    if (!engine.FPDFAnnot_GetRect(annotation, pointer)) return null;
    const at = pointer >> 2;
    const [left = 0, top = 0, right = 0, bottom = 0] = floatsOf(engine).subarray(at, at + 4);
    return frame.place(Math.min(left, right), Math.max(top, bottom), Math.max(left, right), Math.min(top, bottom));
  });
}

function addLink(
  engine: Pdfium,
  { document, annotation }: { readonly document: number; readonly annotation: number },
  links: Set<string>,
): void {
  const link = engine.FPDFAnnot_GetLink(annotation);
  const action = link === 0 ? 0 : engine.FPDFLink_GetAction(link);
  if (action === 0) return;
  const uri = readNarrow(engine, (pointer, size) => engine.FPDFAction_GetURIPath(document, action, pointer, size));
  if (uri !== '' && uri.length <= 2_000) links.add(uri);
}
