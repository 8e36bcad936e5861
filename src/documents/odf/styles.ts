import type { OdfSource } from './source.ts';

/** What styles say that matters to a reader, each a set of style names. */
export interface OdfStyles {
  /** Text that is not shown. */
  readonly hidden: ReadonlySet<string>;
  /** Headings and titles by their style alone. */
  readonly headings: ReadonlySet<string>;
  /** Sheets and slides that are not shown. */
  readonly invisible: ReadonlySet<string>;
}

/** Reads the styles of both parts; an automatic style inherits what its named parent says of headings. */
export async function readOdfStyles(source: OdfSource): Promise<OdfStyles> {
  const styles = {
    hidden: new Set<string>(),
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
          if (styles.hidden.has(parent)) styles.hidden.add(name);
        } else if (element === 'text-properties') {
          if (attribute('display') === 'none') styles.hidden.add(name);
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
