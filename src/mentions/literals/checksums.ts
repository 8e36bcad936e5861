/** Remainder of a long decimal number, digit by digit. */
function modulo(digits: string, divisor: number): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % divisor;
  return rest;
}

/** Letters as two digits, A = 10 (ISO 7064 as IBAN and LEI use it). */
const lettersAsDigits = (text: string): string => text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));

const weigh = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);

/** ISO 13616: the first four characters moved to the end, letters as numbers, modulo 97 is 1. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  return modulo(lettersAsDigits(text.slice(4) + text.slice(0, 4)), 97) === 1;
}

/** ISO 17442: twenty characters, modulo 97 is 1. */
export function isLei(text: string): boolean {
  return /^[A-Z0-9]{18}[0-9]{2}$/.test(text) && modulo(lettersAsDigits(text), 97) === 1;
}

/** Taxpayer number of Russia: ten digits for companies, twelve for people (order of the Federal Tax Service MM-7-6/435@). */
export function isInn(text: string): boolean {
  const check = (weights: readonly number[]): boolean =>
    (weigh(text, weights) % 11) % 10 === Number(text[weights.length]);
  if (/^[0-9]{10}$/.test(text)) return check([2, 4, 10, 3, 5, 9, 4, 6, 8]);
  return (
    /^[0-9]{12}$/.test(text) && check([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) && check([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
  );
}

/** State register numbers of Russia: 13 digits (companies, modulo 11) or 15 (sole traders, modulo 13). */
export function isOgrn(text: string): boolean {
  if (!/^(?:[0-9]{13}|[0-9]{15})$/.test(text)) return false;
  return modulo(text.slice(0, -1), text.length - 2) % 10 === Number(text.at(-1));
}

/** IMO ship number: seven digits, weights 7 to 2, the last digit of the sum is the seventh (IMO resolution A.1117(30)). */
export function isImo(text: string): boolean {
  return /^[0-9]{7}$/.test(text) && weigh(text, [7, 6, 5, 4, 3, 2]) % 10 === Number(text[6]);
}

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Unified social credit identifier of China: 18 characters of a 31-letter alphabet (GB 32100-2015). */
export function isUscc(text: string): boolean {
  if (!/^[1-9A-Y][1-9][0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(text)) return false;
  let weight = 1;
  let sum = 0;
  for (const character of text.slice(0, 17)) {
    sum += weight * USCC_ALPHABET.indexOf(character);
    weight = (weight * 3) % 31;
  }
  return USCC_ALPHABET[(31 - (sum % 31)) % 31] === text[17];
}
