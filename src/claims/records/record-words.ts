import type { Lexicons } from '../../model/index.ts';
import type { AmountWords, Side } from './cell-amount.ts';

/** What words of records mean: sides of an account, currencies, papers, and payments undone. */
export interface RecordWords extends AmountWords {
  /** The record calls itself a bill. */
  readonly isInvoice: (text: string) => boolean;
  /** It gives money back or takes a bill back: a credit note. */
  readonly isCreditNote: (text: string) => boolean;
  /** The payment was reversed, refused or is only planned. */
  readonly isUndone: (text: string) => boolean;
  /** A heading counts in thousands or more ("Amount, USD thousands"). */
  readonly isScaled: (label: string) => boolean;
}

const LETTERS = /[\p{L}\p{M}]+/gu;

/** Whether a text holds one of the phrases as words of its own; Chinese has no spaces between words. */
function holder(phrases: readonly string[]): (text: string) => boolean {
  const spaced = phrases.filter((phrase) => !/\p{Script=Han}/u.test(phrase)).map((phrase) => ` ${phrase} `);
  const han = phrases.filter((phrase) => /\p{Script=Han}/u.test(phrase));
  return (text) => {
    const lower = text.toLowerCase();
    const words = ` ${(lower.match(LETTERS) ?? []).join(' ')} `;
    return spaced.some((phrase) => words.includes(phrase)) || han.some((phrase) => lower.includes(phrase));
  };
}

/** Money of Taiwan or Hong Kong: there 元 is no yuan. */
const OTHER_YUAN = /新台币|新臺幣|新台幣|臺幣|台币|港元|港币|港幣/u;

const compiled = new WeakMap<Lexicons, RecordWords>();

/** The word lists of records, compiled once per lexicons; `text` is the document's, which settles what 元 is. */
export function readRecordWords(lexicons: Lexicons, text: string): RecordWords {
  const words = compiled.get(lexicons) ?? compileWords(lexicons);
  compiled.set(lexicons, words);
  if (!OTHER_YUAN.test(text)) return words;
  return { ...words, currencyOf: (word) => (/^元[.\s]*$/u.test(word) ? null : words.currencyOf(word)) };
}

function compileWords(lexicons: Lexicons): RecordWords {
  const rows = lexicons.lists['claims/record-words'] ?? [];
  const meaning = (wanted: string): string[] =>
    rows.flatMap(([, form = '', kind = '']) => (kind === wanted ? [form] : []));
  const sides = new Map<string, Side>([
    ...meaning('debit').map((form) => [form, 'debit'] as const),
    ...meaning('credit').map((form) => [form, 'credit'] as const),
  ]);
  const shared = new Set((lexicons.lists['literals/shared-currencies'] ?? []).map(([form = '']) => form));
  const codes = new Map<string, string>();
  for (const [, form = '', code = '', role] of lexicons.lists['literals/currencies'] ?? []) {
    const key = form.toLowerCase().replace(/\s+/gu, '');
    if (role === 'scaled-name' || (shared.has(key) && key !== '元')) continue;
    codes.set(key, codes.has(key) && codes.get(key) !== code ? '' : code);
  }
  return {
    currencyOf: (word) =>
      codes.get(word.toLowerCase().replace(/[\s.]+$/u, '')) || codes.get(word.toLowerCase()) || null,
    sideOf: (word) => sides.get(word.toLowerCase().replace(/[.\s]+$/u, '')) ?? null,
    isInvoice: holder(meaning('invoice')),
    isCreditNote: holder(meaning('credit-note')),
    isUndone: holder(meaning('undone')),
    isScaled: scaledLabel(lexicons),
  };
}

function scaledLabel(lexicons: Lexicons): (label: string) => boolean {
  const forms = ['numbers', 'scales'].flatMap((list) =>
    (lexicons.lists[`literals/${list}`] ?? []).flatMap(([, form = '', factor = '', role]) =>
      list === 'scales' || role === 'scale' || role === 'money-scale' || role === 'vague'
        ? [factor === '10' || factor === '100' ? '' : form.toLowerCase().replace(/\.$/u, '')]
        : [],
    ),
  );
  const words = new Set(forms.filter((form) => form !== '' && !/\p{Script=Han}/u.test(form)));
  return (label) =>
    /['’]?000\b|[万萬亿億千]/u.test(label) ||
    (label.toLowerCase().match(LETTERS) ?? []).some(
      (word) => words.has(word) || /^(?:[tkm](?:eur|usd|gbp|chf|cny|rub))$/u.test(word),
    );
}
