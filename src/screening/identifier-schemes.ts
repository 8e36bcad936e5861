import { plainNumber } from './index/identifiers.ts';
import { isImo, isInn, isLei, isOgrn, isUscc } from './lists/numbers.ts';

/** A scheme under which lists have numbers. */
interface Scheme {
  /** In plain words. */
  readonly what: string;
  /** What a number of it looks like, in plain words and as a test of its letters and digits. */
  readonly form?: { readonly words: string; readonly pattern: RegExp };
  readonly hasCheck?: (number: string) => boolean;
}

const form = (words: string, pattern: RegExp) => ({ form: { words, pattern } });

const SCHEMES: Readonly<Record<string, Scheme>> = {
  inn: { what: 'Russian tax number', ...form('10 or 12 digits', /^(?:\d{10}|\d{12})$/), hasCheck: isInn },
  ogrn: { what: 'Russian state register', ...form('13 or 15 digits', /^(?:\d{13}|\d{15})$/), hasCheck: isOgrn },
  okpo: { what: 'Russian statistics register', ...form('8 or 10 digits', /^(?:\d{8}|\d{10})$/) },
  kpp: { what: 'Russian tax registration', ...form('9 digits or letters', /^\d{4}[0-9A-Z]{2}\d{3}$/) },
  bik: { what: 'Russian bank code', ...form('9 digits', /^\d{9}$/) },
  edrpou: { what: 'Ukrainian register', ...form('8 digits', /^\d{8}$/) },
  lei: { what: 'legal entity identifier', ...form('20 letters and digits', /^[A-Z0-9]{20}$/), hasCheck: isLei },
  uscc: { what: 'Chinese credit code', ...form('18 letters and digits', /^[A-Z0-9]{18}$/), hasCheck: isUscc },
  imo: { what: 'ship', ...form('7 digits', /^\d{7}$/), hasCheck: isImo },
  'imo-company': { what: 'owner of ships', ...form('7 digits', /^\d{7}$/) },
  mmsi: { what: 'ship’s radio', ...form('9 digits', /^\d{9}$/) },
  duns: { what: 'Dun & Bradstreet', ...form('9 digits', /^\d{9}$/) },
  swift: { what: 'bank', ...form('8 or 11 letters and digits', /^[A-Z0-9]{8}(?:[A-Z0-9]{3})?$/) },
  tax: { what: 'tax number of any country' },
  vat: { what: 'value added tax' },
  registration: { what: 'company register of any country' },
  passport: { what: 'passport' },
  'national-id': { what: 'identity card' },
  'driving-licence': { what: 'driving licence' },
  'birth-certificate': { what: 'birth certificate' },
  'military-registration': { what: 'military registration' },
  'electoral-registry': { what: 'electoral roll' },
  licence: { what: 'licence' },
  iban: { what: 'bank account' },
  eori: { what: 'customs' },
  cage: { what: 'NATO supplier' },
  interpol: { what: 'Interpol notice' },
  'un-dataid': { what: 'entry of the UN list' },
  'call-sign': { what: 'ship’s or aircraft’s call sign' },
  'vessel-registration': { what: 'register of ships' },
  msn: { what: 'aircraft’s serial number' },
  'construction-number': { what: 'aircraft’s construction number' },
  'mode-s': { what: 'aircraft’s transponder' },
  'tail-number': { what: 'aircraft’s tail number' },
  email: { what: 'e-mail address' },
  phone: { what: 'telephone' },
  website: { what: 'website' },
  id: { what: 'any other number' },
};

/** Other words for a scheme, in documents, tables and on the command line. */
const SAME: Readonly<Record<string, string>> = {
  'tax-number': 'tax',
  'tax-id': 'tax',
  tin: 'tax',
  'vat-number': 'vat',
  'company-number': 'registration',
  'registration-number': 'registration',
  'reg-number': 'registration',
  bic: 'swift',
  'swift-bic': 'swift',
  psrn: 'ogrn',
  ogrnip: 'ogrn',
  usci: 'uscc',
  'credit-code': 'uscc',
  'imo-number': 'imo',
  'lei-code': 'lei',
  'passport-number': 'passport',
  'id-number': 'id',
  'id-card': 'national-id',
  'driving-license': 'driving-licence',
  license: 'licence',
  'e-mail': 'email',
  инн: 'inn',
  огрн: 'ogrn',
  огрнип: 'ogrn',
  окпо: 'okpo',
  кпп: 'kpp',
  бик: 'bik',
  едрпоу: 'edrpou',
  єдрпоу: 'edrpou',
};

/** The word that lists have for a scheme, whatever its case: `TAX_ID` is `tax`. A word that is no scheme comes back folded. */
export function schemeNamed(word: string): string {
  const plain = word
    .trim()
    .toLowerCase()
    .replaceAll(/[_\s]+/g, '-');
  return SAME[plain] ?? plain;
}

/** Whether lists have numbers under it; `crypto-` with the sign of a currency (`crypto-xbt`) is one too. */
export const isScheme = (scheme: string): boolean =>
  Object.hasOwn(SCHEMES, scheme) || /^crypto-[a-z0-9]+$/.test(scheme);

/** Every scheme that may be named, in the order in which they are told. */
export const IDENTIFIER_SCHEMES: readonly { readonly scheme: string; readonly what: string }[] = [
  ...Object.entries(SCHEMES).map(([scheme, { what }]) => ({ scheme, what })),
  { scheme: 'crypto-xbt', what: 'wallet; likewise crypto-eth and others' },
];

/** Why a number can hardly be right under its scheme, in plain words; `null` when nothing speaks against it. */
export function doubtNumber(scheme: string, value: string): string | null {
  const number = plainNumber(value);
  const { form, hasCheck } = (Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme] : undefined) ?? {};
  if (form && !form.pattern.test(number)) return `it should have ${form.words}`;
  if (hasCheck && !hasCheck(number)) return 'its check digit does not fit, so a digit may be wrong';
  return number.length < 5 ? 'it is too short to be looked for by itself' : null;
}
