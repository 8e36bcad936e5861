// The rules by which bench/screening-heldout.mjs alters a listed name: spellings of Russian and Arabic names, slips, spacing, forms, look-alikes.
// Each takes a name and a source of chance (`pick(n)` gives 0..n-1) and returns the altered name, or null when the rule does not apply.

const pairs = (text) => text.split(' ').map((pair) => pair.split('='));

// Latin as OFAC spells Russian names -> Cyrillic, longest first.
const TO_CYRILLIC = pairs(
  'shch=щ kh=х zh=ж ch=ч sh=ш ts=ц yu=ю iu=ю ya=я ye=е yo=ё a=а b=б v=в g=г d=д e=е z=з i=и k=к l=л m=м n=н o=о p=п r=р s=с t=т u=у f=ф h=х c=ц j=й w=в x=кс',
);
const VOWEL = /[аеёиоуыэюя]$/;

function cyrillicWord(word) {
  let rest = word.toLowerCase().replace(/['’`]/g, '');
  let out = '';
  const isFirst = () => out === '';
  while (rest !== '') {
    const ending = /^(?:iy|ii|yy|y)$/.exec(rest);
    if (ending && !isFirst())
      return out + (VOWEL.test(out) ? 'й' : /[гкхжшчщ]$/.test(out) || rest !== 'yy' ? 'ий' : 'ый');
    if (/^ia$/.test(rest)) return `${out}ия`;
    if (/^y(?=evich|evna)/.test(rest)) {
      out += VOWEL.test(out) ? '' : 'ь';
      rest = rest.slice(1);
      continue;
    }
    if (rest[0] === 'y' && !/^y[aeou]/.test(rest)) {
      out += VOWEL.test(out) ? 'й' : 'ы';
      rest = rest.slice(1);
      continue;
    }
    if (rest[0] === 'e' && isFirst()) {
      out = /^(?:ed|em|er|el)/.test(rest) ? 'э' : 'е';
      rest = rest.slice(1);
      continue;
    }
    if (/^c(?![hei])/.test(rest)) {
      out += 'к';
      rest = rest.slice(1);
      continue;
    }
    const found = TO_CYRILLIC.find(([latin]) => rest.startsWith(latin));
    if (!found) return null;
    out += found[1];
    rest = rest.slice(found[0].length);
  }
  return out;
}

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/** The name in Cyrillic letters, word by word. */
export function toCyrillic(name) {
  const words = name.split(' ').map((word) => word.split('-').map(cyrillicWord));
  return words.flat().includes(null) ? null : words.map((word) => word.map(capital).join('-')).join(' ');
}

const BASE =
  'а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya';
const TABLES = {
  bgn: BASE,
  icao: `${BASE} й=i ъ=ie ю=iu я=ia`,
  passport97: `${BASE} й=y ь=`,
  gost: `${BASE} ё=yo й=j ц=c щ=shh ъ= ы=y ь= э=e х=x`,
  iso9: `${BASE} ё=ë ж=ž й=j х=h ц=c ч=č ш=š щ=ŝ ъ= ь= э=è ю=û я=â`,
  scholarly: `${BASE} ё=ë ж=ž й=j х=x ц=c ч=č ш=š щ=šč э=è ю=ju я=ja`,
  german: `${BASE} в=w ё=jo ж=sch з=s й=i х=ch ц=z ч=tsch ш=sch щ=schtsch ю=ju я=ja`,
  french: `${BASE} ж=j й=i у=ou ц=ts ч=tch ш=ch щ=chtch ю=iou я=ia`,
};
const COMPILED = Object.fromEntries(Object.entries(TABLES).map(([name, table]) => [name, new Map(pairs(table))]));
export const ROMANISATIONS = Object.keys(TABLES);

/** Cyrillic in the letters of one table; "ий" ends in y where clerks write so. */
export function fromCyrillic(cyrillic, system) {
  const table = COMPILED[system];
  const plain = cyrillic
    .toLowerCase()
    .replace(/(?<=[аеёиоуыэюяьъ])е|(?<=^|[ -])е/g, system === 'bgn' || system === 'passport97' ? 'йе' : 'е')
    .replace(/(?:ий|ый)(?= |$)/g, (ending) => (system === 'passport97' || system === 'french' ? 'ы' : ending));
  const latin = [...plain].map((letter) => table.get(letter) ?? letter).join('');
  const spelled = system === 'french' ? latin.replace(/in(?= |$)/g, 'ine') : latin;
  return spelled
    .split(' ')
    .map((word) => word.split('-').map(capital).join('-'))
    .join(' ');
}

const ARABIC = [
  [/\bmuhammad\b/i, 'Mohammed', 'Mohamed', 'Mohammad', 'Mohamad'],
  [/\bahmad\b/i, 'Ahmed'],
  [/\b(?:husayn|husain)\b/i, 'Hussein', 'Hussain', 'Hossein'],
  [/\bhasan\b/i, 'Hassan'],
  [/\byusuf\b/i, 'Youssef', 'Yousef'],
  [/\byasin\b/i, 'Yassin', 'Yaseen'],
  [/\bumar\b/i, 'Omar'],
  [/\buthman\b/i, 'Othman', 'Osman'],
  [/\bsa'?id\b/i, 'Saeed', 'Saied'],
  [/\babd al-(?=\w)/i, 'Abdul ', 'Abdel ', 'Abdul-', 'Abd el-'],
  [/\bal-(?=\w)/i, 'al ', 'el-', 'El ', 'Al'],
  [/\bibn\b/i, 'bin', 'ben'],
  [/q/, 'k', 'gh'],
  [/ou/, 'u', 'oo'],
  [/u(?=[a-z])/, 'ou', 'o', 'oo'],
  [/ay(?=[^a-z]|[b-df-hj-np-tv-z])/, 'ai', 'ei', 'ey'],
  [/aw/, 'au', 'ow'],
  [/iyy?a/, 'ia', 'eya'],
  [/(?<=[a-z])i(?=[bdfhklmnrstz]\b)/, 'ee', 'e'],
  [/(?<=[b-df-hj-np-tv-z])i\b/, 'y', 'ee'],
  [/dh/, 'd', 'z'],
  [/j/, 'dj', 'g'],
  [/sh/, 'ch'],
  [/(?<=[a-z])ah\b/, 'a', 'eh'],
  [/'/, ''],
];

/** One to three customary respellings of an Arabic name. */
export function respellArabic(name, pick) {
  const usable = ARABIC.filter(([pattern]) => pattern.test(name));
  let out = name;
  for (let at = 0; at < 1 + pick(3) && usable.length > 0; at++) {
    const [[pattern, ...forms]] = usable.splice(pick(usable.length), 1);
    out = out.replace(new RegExp(pattern.source, `${pattern.flags}g`), forms[pick(forms.length)]);
  }
  return out === name ? null : out;
}

/** One slip of the pen in any word of four letters or more. */
export function slip(name, pick) {
  const words = name.split(' ');
  const long = words.flatMap((word, at) => (/^[A-Za-z]{4,}$/.test(word) ? [at] : []));
  if (long.length === 0) return null;
  const chosen = long[pick(long.length)];
  const word = words[chosen];
  const at = pick(word.length);
  const letter = String.fromCharCode((word === word.toUpperCase() ? 65 : 97) + pick(26));
  const altered = [
    () => word.slice(0, at) + letter + word.slice(at),
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + letter + word.slice(at + 1),
    () => word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2),
  ][pick(4)]();
  if (altered === word) return null;
  words[chosen] = altered;
  return words.join(' ');
}

/** Two neighbouring words written together, or a long one in two. */
export function respace(name, pick) {
  const words = name.split(' ');
  const at = pick(words.length);
  const word = words[at];
  if (pick(2) === 0 && words[at + 1])
    return [...words.slice(0, at), word + words[at + 1], ...words.slice(at + 2)].join(' ');
  if (word.length < 7 || !/^\w+$/.test(word)) return null;
  const cut = 3 + pick(word.length - 5);
  return [...words.slice(0, at), word.slice(0, cut), word.slice(cut), ...words.slice(at + 1)].join(' ');
}

const LOOK_ALIKE = new Map(pairs('a=а c=с e=е i=і o=о p=р x=х y=у A=А B=В C=С E=Е H=Н K=К M=М O=О P=Р T=Т X=Х'));

/** Some Latin letters replaced by Cyrillic ones that look the same. */
export const disguise = (name, pick) =>
  [...name].map((letter) => (pick(3) === 0 ? (LOOK_ALIKE.get(letter) ?? letter) : letter)).join('');

const FORMS = [
  ['LIMITED LIABILITY COMPANY', 'OOO', 'LLC', 'OBSHCHESTVO S OGRANICHENNOI OTVETSTVENNOSTYU', 'ООО', ''],
  ['JOINT STOCK COMPANY', 'AO', 'JSC', 'AKTSIONERNOE OBSHCHESTVO', 'АО', ''],
  ['OBSHCHESTVO S OGRANICHENNOI OTVETSTVENNOSTYU', 'OOO', 'LLC', 'ООО', ''],
  ['CO., LTD.', 'COMPANY LIMITED', 'CO LTD', 'Co., Limited', ''],
  ['LIMITED', 'LTD', 'Ltd.', ''],
  ['LTD.', 'LIMITED', 'LTD'],
  ['GMBH', 'Gesellschaft mit beschränkter Haftung', 'G.m.b.H.'],
  ['S.A. DE C.V.', 'SA DE CV', 'Sociedad Anonima de Capital Variable', ''],
  ['LTDA.', 'LIMITADA', 'Ltda'],
  ['LLC', 'L.L.C.', 'Limited Liability Company', 'OOO'],
  ['OOO', 'LLC', 'Limited Liability Company', 'ООО'],
  ['INC.', 'Incorporated', 'INC', ''],
  ['FZE', 'Free Zone Establishment', 'F.Z.E.'],
  ['S.A.', 'SA', 'Sociedad Anonima', ''],
];

/** The legal form in another wording, at the other end, behind a comma, or left out. */
export function changeForm(name, pick) {
  const found = FORMS.find(([form]) => name.startsWith(`${form} `) || name.endsWith(` ${form}`));
  if (!found) return null;
  const [form, ...others] = found;
  const rest = (name.startsWith(form) ? name.slice(form.length) : name.slice(0, -form.length))
    .replace(/,\s*$/, '')
    .trim();
  const other = others[pick(others.length)];
  if (other === '') return rest.length > 6 ? rest : null;
  return [`${other} ${rest}`, `${rest} ${other}`, `${rest}, ${other}`, `${other} «${rest}»`][pick(4)];
}
