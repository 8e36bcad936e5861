/** What windows-1252 has at 0x80 to 0x9F; `\0` where it has nothing. */
const TABLE = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

/**
 * Node up to version 22 decodes windows-1252 as if it were ISO-8859-1, so that quotation marks and dashes come out as
 * C1 control characters. Puts the characters in their place; lengths and offsets stay.
 */
export function restoreWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => {
    const character = TABLE[control.charCodeAt(0) - 0x80] ?? '\0';
    return character === '\0' ? control : character;
  });
}
