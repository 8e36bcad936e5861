import type { XmlAttributes } from '../xml.ts';
import type { OdfSource } from './source.ts';

/** What styles say that matters to a reader, each a set of style names. */
export interface OdfStyles {
  /** Text that is not shown. */
  readonly hidden: ReadonlySet<string>;
  /** Text that is struck out, and text above or below the line. */
  readonly struck: ReadonlySet<string>;
  readonly raised: ReadonlySet<string>;
  readonly lowered: ReadonlySet<string>;
  /** Headings and titles by their style alone. */
  readonly headings: ReadonlySet<string>;
  /** Sheets and slides that are not shown. */
  readonly invisible: ReadonlySet<string>;
}

/** Reads the styles of both parts; an automatic style inherits what its named parent says of headings. */
export async function readOdfStyles(source: OdfSource): Promise<OdfStyles> {
  const styles = {
    hidden: new Set<string>(),
    struck: new Set<string>(),
    raised: new Set<string>(),
    lowered: new Set<string>(),
    headings: new Set<string>(['Title', 'Subtitle']),
    invisible: new Set<string>(),
  };
  for (const part of ['styles', 'content'] as const) {
    let name = '';
    await source.scan(part, {
      open: (element, attribute) => {
        if (element === 'style') {
          name = attribute('name') ?? '';
          const parent = attribute('parent-style-name') ?? '';
          if (/^Heading(?:_20_\d+)?$/.test(name) || styles.headings.has(parent) || /^Heading(?:_20_\d+)?$/.test(parent))
            styles.headings.add(name);
          for (const kind of ['hidden', 'struck', 'raised', 'lowered'] as const)
            if (styles[kind].has(parent)) styles[kind].add(name);
        } else if (element === 'text-properties') {
          if (attribute('display') === 'none') styles.hidden.add(name);
          if (isStruck(attribute)) styles.struck.add(name);
          const shift = shiftOf(attribute('text-position') ?? '');
          if (shift) styles[shift].add(name);
        } else if (element === 'table-properties') {
          if (attribute('display') === 'false') styles.invisible.add(name);
        } else if (element === 'drawing-page-properties') {
          if (attribute('visibility') === 'hidden') styles.invisible.add(name);
        }
      },
      close: () => {},
      text: () => {},
    });
  }
  return styles;
}

/** A line through the text; older files say `text-crossing-out`. */
const isStruck = (attribute: XmlAttributes): boolean =>
  [attribute('text-line-through-style'), attribute('text-line-through-type'), attribute('text-crossing-out')].some(
    (value) => value !== undefined && value !== 'none' && value !== '',
  );

/** `super 58%`, `-33% 58%`: how far the text is moved off the line, in words or in parts of its height. */
function shiftOf(position: string): 'raised' | 'lowered' | null {
  if (/^(?:super|[1-9]\d{0,2}(?:\.\d{1,5})?%)/.test(position)) return 'raised';
  return /^(?:sub|-[1-9])/.test(position) ? 'lowered' : null;
}
