import type { PassageKind } from '../../model/index.ts';
import type { XmlHandler } from '../xml.ts';

export interface Style {
  readonly kind: PassageKind | null;
  readonly isHidden: boolean;
  readonly isStruck: boolean;
  readonly shift: 'raised' | 'lowered' | null;
}

const PLAIN: Style = { kind: null, isHidden: false, isStruck: false, shift: null };

/** What `w:vertAlign` says. */
export const shiftOf = (value: string | undefined): Style['shift'] =>
  value === 'superscript' ? 'raised' : value === 'subscript' ? 'lowered' : null;

export type Styles = ReadonlyMap<string, Style>;

/** Built-in styles keep their English names in every language version of Word; only their ids are translated. */
const KINDS: readonly (readonly [name: RegExp, kind: PassageKind])[] = [
  [/^(?:heading \d|title|subtitle)$/i, 'heading'],
  [/^caption$/i, 'caption'],
  [/^(?:intense )?quote$|^block text$/i, 'quotation'],
  [/^list (?:bullet|number)/i, 'list-item'],
];

/** Kind and visibility of each style by its id. */
export async function readStyles(scan: (handler: XmlHandler) => Promise<boolean | null>): Promise<Styles> {
  const styles = new Map<string, Style>();
  let id = '';
  let style = PLAIN;
  await scan({
    open: (name, attribute) => {
      if (name === 'style') {
        id = attribute('styleId') ?? '';
        style = PLAIN;
      } else if (name === 'name') {
        const label = attribute('val') ?? '';
        style = { ...style, kind: KINDS.find(([pattern]) => pattern.test(label))?.[1] ?? style.kind };
      } else if (name === 'outlineLvl' && Number(attribute('val')) < 9) {
        style = { ...style, kind: 'heading' };
      } else if (name === 'vanish') {
        style = { ...style, isHidden: isOn(attribute('val')) };
      } else if (name === 'strike' || name === 'dstrike') {
        style = { ...style, isStruck: isOn(attribute('val')) };
      } else if (name === 'vertAlign') {
        style = { ...style, shift: shiftOf(attribute('val')) };
      }
    },
    close: (name) => {
      if (name === 'style' && id !== '') styles.set(id, style);
    },
    text: () => {},
  });
  return styles;
}

/** A toggle without a value is on. */
export const isOn = (value: string | undefined): boolean => value === undefined || !/^(?:0|false|off)$/i.test(value);
