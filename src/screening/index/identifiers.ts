import { hashKey } from '../../names/index.ts';

/** What one number of a scheme looks like when a holder has just one of them. */
interface Scheme {
  /** A holder has one such number, so two different ones are two holders. */
  readonly isSingle: boolean;
}

const SCHEMES: Readonly<Record<string, Scheme>> = {
  inn: { isSingle: true },
  ogrn: { isSingle: true },
  imo: { isSingle: true },
  lei: { isSingle: true },
  uscc: { isSingle: true },
  edrpou: { isSingle: true },
};

/** Whether a holder has one number of the scheme, so that another number is another holder. */
export const isSingle = (scheme: string): boolean => SCHEMES[scheme]?.isSingle ?? false;

const IDENTIFIER = 7;

/** Letters and digits only, capitals: "IMO 9187629" and "9187629" are one number. */
export const plainNumber = (value: string): string =>
  value
    .toUpperCase()
    .replace(/^IMO\b/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Key of a number; short numbers stand for nobody. Returns `null` for them. */
export function identifierKey(scheme: string, value: string): number | null {
  const number = plainNumber(value);
  return number.length < 5 ? null : hashKey(IDENTIFIER, `${scheme} ${number}`);
}
