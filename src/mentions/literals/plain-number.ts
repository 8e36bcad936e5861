/** A plain number: digits or words, with its scale. */
export interface PlainNumber {
  readonly to: number;
  readonly number: string;
  /** What "million" and the like have multiplied it by, else `1`. */
  readonly factor: string;
  readonly vague: boolean;
  readonly scaled: boolean;
  readonly isDigits: boolean;
}

export interface NumberOptions {
  /** Beside a currency, "m" is million and "12,500" is never a fraction. */
  readonly money?: boolean;
  /** The number closes a range ("10-12"); otherwise digits behind digits and a hyphen belong to a longer code. */
  readonly isUpper?: boolean;
  /** A sign or code of currency stands before it, perhaps glued to it ("USD4.7bn"). */
  readonly isBehindCurrency?: boolean;
  /** Goes on with a number said in several terms ("3 million 200 thousand", 3億5000万): the word glued before it is a scale. */
  readonly isFurther?: boolean;
}
