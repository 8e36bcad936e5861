import { ClewError } from '../../errors.ts';
import type { Query } from '../../screening/index.ts';
import type { Asked, ScreenOptions } from '../screening.ts';
import { dayOption } from './lists.ts';

/** A case, one name, or a file of names: exactly one of them. */
export async function screen(folder: string | undefined, options: ScreenOptions): Promise<void> {
  const given = [folder, options.name, options.batch].filter((one) => one !== undefined);
  const isIdentifierOnly = given.length === 0 && (options.identifier ?? []).length > 0;
  if (given.length !== 1 && !isIdentifierOnly) {
    throw new ClewError('usage', 'clew screen takes a case, or --name, or --batch: one of them.', {
      hint: 'For example: clew screen --name "Samovar Logistik" --schema org',
    });
  }
  const asked: Asked = {
    asOf: dayOption(options.asOf),
    lists: options.list ?? [],
    threshold: options.all ? 0 : numberOption(options.threshold, '--threshold', 1),
    limit: numberOption(options.limit, '--limit', 1000) ?? (options.all ? 20 : 5),
  };
  if (folder !== undefined) return (await import('./screen-case.ts')).screenCase(folder, options, asked);
  if (options.batch !== undefined) return (await import('./screen-batch.ts')).batch(options.batch, options, asked);
  return (await import('./screen-name.ts')).screenName(await toQuery(options), options, asked);
}

async function toQuery(options: ScreenOptions): Promise<Query> {
  const { queryIdentifiers } = await import('../../screening/index.ts');
  const gender = options.gender?.toLowerCase() ?? null;
  if (gender !== null && gender !== 'male' && gender !== 'female') {
    throw new ClewError('usage', `${options.gender} is no gender that lists know.`, { hint: 'One of: male, female.' });
  }
  if (options.name?.trim() === '' && (options.identifier ?? []).length === 0) {
    throw new ClewError('usage', 'The name is empty, so nothing can be compared.', {
      hint: 'For example: clew screen --name "Samovar Logistik" --schema org',
    });
  }
  return {
    name: options.name ?? '',
    kind: schemaOption(options.schema),
    aliases: options.alias ?? [],
    identifiers: (options.identifier ?? [])
      .map(identifierOption)
      .flatMap(({ scheme, value }) => queryIdentifiers(scheme, value)),
    birthDate: options.birthDate ?? null,
    countries: (options.country ?? []).map((code) => code.toUpperCase()),
    gender,
  };
}

const SCHEMAS = { person: 'person', org: 'organization', vessel: 'vessel' } as const;

function schemaOption(word: string | undefined): Query['kind'] {
  if (word === undefined) return null;
  if (word === 'person' || word === 'org' || word === 'vessel') return SCHEMAS[word];
  throw new ClewError('usage', `${word} is no schema.`, { hint: 'One of: person, org, vessel.' });
}

function identifierOption(text: string): { readonly scheme: string; readonly value: string } {
  const match = /^([A-Za-z][A-Za-z-]*):(.+)$/.exec(text);
  if (match) return { scheme: (match[1] ?? '').toLowerCase(), value: (match[2] ?? '').trim() };
  throw new ClewError('usage', `${text} is no identifier.`, {
    hint: 'Write the scheme, a colon and the number, for example inn:7700000001, imo:9074729 or passport:AB123456.',
  });
}

function numberOption(text: string | undefined, name: string, most: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (text.trim() !== '' && number >= 0 && number <= most) return number;
  throw new ClewError('usage', `${name} takes a number from 0 to ${most}; ${text} is none.`, {
    hint: `For example ${name} ${most === 1 ? '0.7' : '10'}.`,
  });
}
