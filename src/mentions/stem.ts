/** Without the case endings of Slavic and Estonian names, so that "Ивановым" finds "Иванов". */
export function stemOf(word: string): string {
  if (word.length < 5) return word;
  if (/^\p{Script=Cyrillic}/u.test(word))
    return word.replace(
      /(?:ого|его|ому|ему|ыми|ими|ами|ями|ой|ей|ою|ею|ом|ем|ым|им|ам|ям|ах|ях|ую|юю|ая|яя|ий|ый|ій|ы|и|і|а|я|у|ю|е|є|о|ь|й)$/u,
      '',
    );
  return word;
}
