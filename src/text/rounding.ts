/** Two decimals; 0 for what is no number. A hundredth of a point is finer than any printer, and more digits only make records longer. */
export const hundredths = (value: number): number => (Number.isFinite(value) ? Math.round(value * 100) / 100 : 0);
