/** A FollowTheMoney entity as a line of `entities.ftm.json` holds it. */
export interface FtmLine {
  readonly id: string;
  readonly schema: string;
  readonly caption: string;
  readonly datasets: readonly string[];
  readonly target: boolean;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly lastChange: string;
  /** Values of a property; `[]` when it has none. */
  readonly get: (property: string) => readonly string[];
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
const string = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The entity on a line; `null` when the line holds none. Nested entities stand for their ids. */
export function readFtmLine(text: string): FtmLine | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (value === null || typeof value !== 'object') return null;
  const line = value as Record<string, unknown>;
  const { id, schema, properties } = line;
  if (typeof id !== 'string' || typeof schema !== 'string' || properties === null || typeof properties !== 'object') {
    return null;
  }
  const held = new Map(Object.entries(properties));
  return {
    id,
    schema,
    caption: string(line.caption),
    datasets: strings(line.datasets),
    target: line.target === true,
    firstSeen: string(line.first_seen),
    lastSeen: string(line.last_seen),
    lastChange: string(line.last_change),
    get: (property) => strings(held.get(property)),
  };
}
