/** Check digits tell which scheme a bare number belongs to. */

const digitsOf = (value: string): number[] => [...value].map(Number);
const weighed = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0);

/** Russian tax number of a company (10 digits) or a person (12). */
export function isInn(value: string): boolean {
  if (!/^\d{10}$|^\d{12}$/.test(value)) return false;
  const digits = digitsOf(value);
  const check = (weights: readonly number[]) => (weighed(digits, weights) % 11) % 10;
  if (digits.length === 10) return check([2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[9];
  return (
    check([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[10] && check([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[11]
  );
}

/** Russian state registration number of a company (13 digits) or an entrepreneur (15). */
export function isOgrn(value: string): boolean {
  if (!/^\d{13}$|^\d{15}$/.test(value)) return false;
  const body = BigInt(value.slice(0, -1));
  const modulus = value.length === 13 ? 11n : 13n;
  return Number((body % modulus) % 10n) === Number(value.at(-1));
}

/** Legal entity identifier, ISO 17442 (check by ISO 7064 mod 97-10). */
export function isLei(value: string): boolean {
  if (!/^[0-9A-Z]{18}\d{2}$/.test(value)) return false;
  const digits = [...value].map((sign) => Number.parseInt(sign, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}

const USCC_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Chinese unified social credit code, GB 32100-2015. */
export function isUscc(value: string): boolean {
  if (value.length !== 18) return false;
  const digits = [...value].map((sign) => USCC_SIGNS.indexOf(sign));
  if (digits.some((digit) => digit < 0)) return false;
  return (31 - (weighed(digits, USCC_WEIGHTS) % 31)) % 31 === digits[17];
}

/** Number of a ship: seven digits, the last a check. */
export function isImo(value: string): boolean {
  if (!/^\d{7}$/.test(value)) return false;
  const digits = digitsOf(value);
  return weighed(digits, [7, 6, 5, 4, 3, 2]) % 10 === digits[6];
}

/** The scheme a bare number can only belong to, by its form and check digits; `id` when that cannot be told. */
export function schemeByForm(value: string): { readonly scheme: string; readonly value: string } {
  const tidy = value.trim().toUpperCase();
  const imo = /^IMO[\s:-]*(\d{7})$/.exec(tidy)?.[1];
  if (imo !== undefined) return { scheme: 'imo', value: imo };
  if (isLei(tidy)) return { scheme: 'lei', value: tidy };
  if (isUscc(tidy)) return { scheme: 'uscc', value: tidy };
  if (isInn(tidy)) return { scheme: 'inn', value: tidy };
  if (isOgrn(tidy)) return { scheme: 'ogrn', value: tidy };
  return { scheme: 'id', value: value.trim() };
}
