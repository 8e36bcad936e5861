import { ClewError } from '../../errors.ts';
import type { Query, QueryProblem } from '../../screening/index.ts';
import { note } from '../output.ts';
import type { Asked, ScreenOptions } from '../screening.ts';
import { lexicons } from '../session.ts';
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
  const { query, problems } = await toQuery(options);
  for (const { detail } of problems) note(detail);
  return (await import('./screen-name.ts')).screenName(query, options, asked);
}

interface ToScreen {
  readonly query: Query;
  readonly problems: readonly QueryProblem[];
}

async function toQuery(options: ScreenOptions): Promise<ToScreen> {
  const { identifierProblems, queryIdentifiers } = await import('../../screening/index.ts');
  const numbers = await Promise.all((options.identifier ?? []).map(identifierOption));
  const query = {
    name: nameOption(options.name, numbers.length > 0),
    kind: schemaOption(options.schema),
    aliases: options.alias ?? [],
    identifiers: numbers.flatMap(({ scheme, value }) => queryIdentifiers(scheme, value)),
    birthDate: await birthOption(options.birthDate),
    countries: await countryOptions(options.country ?? []),
    gender: genderOption(options.gender),
  };
  return { query, problems: numbers.flatMap(({ scheme, value }) => identifierProblems(scheme, value)) };
}

function nameOption(name: string | undefined, hasNumber: boolean): string {
  if (name === undefined || /[\p{L}\p{N}]/u.test(name) || (name.trim() === '' && hasNumber)) return name ?? '';
  const what = name.trim() === '' ? 'is empty' : 'has no letter and no digit';
  throw new ClewError('usage', `The name ${what}, so nothing can be compared.`, {
    hint: 'For example: clew screen --name "Samovar Logistik" --schema org',
  });
}

const SCHEMAS = { person: 'person', org: 'organization', vessel: 'vessel' } as const;

function schemaOption(word: string | undefined): Query['kind'] {
  const plain = word?.toLowerCase();
  if (plain === undefined) return null;
  if (plain === 'person' || plain === 'org' || plain === 'vessel') return SCHEMAS[plain];
  throw new ClewError('usage', `${word} is no schema.`, { hint: 'One of: person, org, vessel.' });
}

async function identifierOption(text: string): Promise<{ readonly scheme: string; readonly value: string }> {
  const { IDENTIFIER_SCHEMES, isScheme, schemeNamed } = await import('../../screening/index.ts');
  const [, word = '', value = ''] = /^(\p{L}[\p{L}\p{N} _-]*):\s*(\S.*)$/u.exec(text.trim()) ?? [];
  if (word === '') {
    throw new ClewError('usage', `${text} is no identifier.`, {
      hint: 'Write the scheme, a colon and the number, for example inn:7700000009, imo:9074729 or passport:AB123456.',
    });
  }
  const scheme = schemeNamed(word);
  if (isScheme(scheme)) return { scheme, value: value.trim() };
  throw new ClewError('usage', `${word} is no scheme of identifiers that lists have.`, {
    hint: `Write <scheme>:<number> with one of: ${IDENTIFIER_SCHEMES.map((one) => one.scheme).join(', ')}. "id" is any other number.`,
  });
}

async function birthOption(text: string | undefined): Promise<string | null> {
  if (text === undefined) return null;
  const { DATE_FORMS, queryDate } = await import('../../screening/index.ts');
  const { edtf, doubt } = queryDate(text);
  if (doubt === null) return edtf;
  throw new ClewError('usage', edtf === null ? `${text} is no date.` : `${text} can be read as two dates.`, {
    hint: `Dates are written like ${DATE_FORMS}.`,
  });
}

async function countryOptions(texts: readonly string[]): Promise<string[]> {
  if (texts.length === 0) return [];
  const { listCountries } = await import('../../screening/index.ts');
  const countryOf = listCountries(await lexicons());
  return texts.map((text) => {
    const code = countryOf(text);
    if (code !== null) return code;
    throw new ClewError('usage', `${text} is no country that clew knows.`, {
      hint: 'Give a name or an ISO 3166 code of two letters, for example RU or Russia.',
    });
  });
}

function genderOption(text: string | undefined): 'male' | 'female' | null {
  const word = text?.toLowerCase();
  if (word === undefined) return null;
  if (word === 'male' || word === 'female') return word;
  throw new ClewError('usage', `${text} is no gender that lists know.`, { hint: 'One of: male, female.' });
}

function numberOption(text: string | undefined, name: string, most: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (text.trim() !== '' && number >= 0 && number <= most) return number;
  throw new ClewError('usage', `${name} takes a number from 0 to ${most}; ${text} is none.`, {
    hint: `For example ${name} ${most === 1 ? '0.7' : '10'}.`,
  });
}
