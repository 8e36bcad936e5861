/** Office formats that are one XML file, by their root element. */
const ROOTS: readonly (readonly [root: RegExp, mediaType: string])[] = [
  [/^Workbook[\s\S]*urn:schemas-microsoft-com:office:spreadsheet/, 'application/x-spreadsheetml-2003'],
  [/^[\w-]+:Workbook[\s\S]*urn:schemas-microsoft-com:office:spreadsheet/, 'application/x-spreadsheetml-2003'],
  [/^\w+:wordDocument\b/, 'application/x-wordprocessingml-2003'],
  [/^pkg:package\b[\s\S]*word/, 'application/x-wordprocessingml-2003'],
  [/^office:document\s[\s\S]*opendocument\.text/, 'application/vnd.oasis.opendocument.text-flat-xml'],
  [/^office:document\s[\s\S]*opendocument\.spreadsheet/, 'application/vnd.oasis.opendocument.spreadsheet-flat-xml'],
  [/^office:document\s[\s\S]*opendocument\.presentation/, 'application/vnd.oasis.opendocument.presentation-flat-xml'],
  [/^office:document\s[\s\S]*opendocument\.graphics/, 'application/vnd.oasis.opendocument.graphics-flat-xml'],
];

const PROLOG = /^\ufeff?\s*(?:<\?[^>]{0,2000}\?>\s*|<!--(?:(?!-->)[\s\S]){0,20000}-->\s*)*/;

/** Media type of an XML file by its root element, or `null` for what is no XML. */
export function findXmlType(text: string, extension: string): string | null {
  const isDeclared = /^\ufeff?\s*<\?xml\s/.test(text);
  const root = text.slice(PROLOG.exec(text)?.[0].length ?? 0).slice(0, 4_000);
  const found = root.startsWith('<') ? ROOTS.find(([pattern]) => pattern.test(root.slice(1)))?.[1] : undefined;
  if (found) return found;
  return isDeclared || ['.xml', '.svg', '.xsd', '.xsl', '.rdf', '.gml', '.kml'].includes(extension) ? 'text/xml' : null;
}
