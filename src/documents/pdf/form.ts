import type { Pdfium } from './engine.ts';
import { readWide } from './strings.ts';

/** An opened form, through which the values of fields are asked for. */
export interface Form {
  readonly handle: number;
  readonly close: () => void;
}

/** Opens the form of a document; `null` when it has none. No script of the file is ever run: the engine has no interpreter. */
export function openForm(engine: Pdfium, document: number): Form | null {
  if (engine.FPDF_GetFormType(document) === 0) return null;
  const info = engine.PDFiumExt_OpenFormFillInfo();
  const handle = info === 0 ? 0 : engine.PDFiumExt_InitFormFillEnvironment(document, info);
  if (handle === 0) {
    if (info !== 0) engine.PDFiumExt_CloseFormFillInfo(info);
    return null;
  }
  return {
    handle,
    close: () => {
      engine.PDFiumExt_ExitFormFillEnvironment(handle);
      engine.PDFiumExt_CloseFormFillInfo(info);
    },
  };
}

const PUSH_BUTTON = 1;
const CHECKBOX = 2;
const RADIO_BUTTON = 3;
const SIGNATURE = 7;

/** `Name<tab>value` of a form field, `null` for buttons, signatures and fields that say nothing. */
export function readField(engine: Pdfium, { handle }: Form, annotation: number): string | null {
  const type = engine.FPDFAnnot_GetFormFieldType(handle, annotation);
  if (type <= 0 || type === PUSH_BUTTON || type === SIGNATURE) return null;
  const ask = (
    name: 'FPDFAnnot_GetFormFieldName' | 'FPDFAnnot_GetFormFieldAlternateName' | 'FPDFAnnot_GetFormFieldValue',
  ) => readWide(engine, (pointer, size) => engine[name](handle, annotation, pointer, size));
  // The alternate name is what a person filling in the form is shown.
  const label = oneLine(ask('FPDFAnnot_GetFormFieldAlternateName') || ask('FPDFAnnot_GetFormFieldName')) || 'field';
  if (type === CHECKBOX || type === RADIO_BUTTON) {
    // The state that is drawn; its name other than "Off" is what the maker of the form called the choice.
    const drawn = readWide(engine, (pointer, size) => engine.FPDFAnnot_GetStringValue(annotation, 'AS', pointer, size));
    const state = oneLine(drawn) || oneLine(ask('FPDFAnnot_GetFormFieldValue'));
    const isOn = state !== '' && state !== 'Off';
    if (type === RADIO_BUTTON && !isOn) return null;
    const choice = isOn && !/^(?:yes|on|\d+)$/i.test(state) ? ` (${state})` : '';
    return `${label}\t${isOn ? 'checked' : 'not checked'}${choice}`;
  }
  const value = ask('FPDFAnnot_GetFormFieldValue');
  return value === '' ? null : `${label}\t${oneLine(value)}`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
