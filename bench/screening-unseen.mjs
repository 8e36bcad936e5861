// Queries about entries that the development queries do not touch, made by rule (bench/screening-rules.mjs) or taken from the aliases of OFAC
// and the names in original script of the UN list. Each: query, kind, schema ("person" ...), right (entry ids; none for a name that nobody bears).
import { createMatcher } from '../dist/screening/index.js';
import { chance, devQueries, ofac, un } from './screening-data.mjs';
import {
  changeForm,
  disguise,
  fromCyrillic,
  ROMANISATIONS,
  respace,
  respellArabic,
  slip,
  toCyrillic,
} from './screening-rules.mjs';

const MOST = 400;
let unEntries = [];
const RUSSIAN = /^([A-Z]+), ([A-Z][a-z]+) ([A-Z][a-z]+(?:vich|vna|ich|ichna))$/;
const PATRONYMICS = {
  ch: ['Arsenyevich', 'Timofeyevich', 'Gennadievich', 'Stepanovich'],
  na: ['Arsenyevna', 'Timofeyevna', 'Gennadievna', 'Stepanovna'],
};
const GIVEN = ['Ruslan', 'Timur', 'Arseny', 'Kirill', 'Matvey', 'Hamid', 'Felipe', 'Laszlo'];
const EAST =
  /^(?:KIM|RI|PAK|CHOE|CHO|KANG|HAN|O|SIN|ZHANG|WANG|LI|CHEN|YANG|ZHAO|WU|ZHOU|LIU|SUN|HUANG|XU|LIN|LUO|KWON|YUN|JANG|JON|JO|CHONG|CHANG|SON|PANG|MUN|RO|NA|MA|GUO), ([A-Z][a-z]+)[- ]?([A-Z]?[a-z]+)?$/;
const MADE_UP = ['LESKARVO', 'MASLENKA', 'ORVENTA', 'TIRMAZ', 'KUBERSK', 'DALVINA', 'SENTIVO', 'VETLUGA'];
const HONORIFICS = ['Dr.', 'Mr', 'Sheikh', 'H.E.', 'General', 'Haji', 'Prof.', 'Col.', 'Sayyid', 'Gen.'];
const FORM_WORDS =
  /^(?:the|of|and|for|de|la|el|al|co|company|limited|ltd|llc|ooo|oao|zao|jsc|joint|stock|liability|inc|sa|cv|corporation|group)$/;

const byTurns = ([surname, given]) => `${given} ${surname.charAt(0)}${surname.slice(1).toLowerCase()}`;
const picker = (seed) => {
  let at = 0;
  return (below) => Math.floor(chance(`${seed} ${at++}`) * below);
};

const RULES = {
  person: {
    order: (name) => (name.includes(', ') ? byTurns(name.split(', ')) : null),
    typo1: (name, pick) => slip(name, pick),
    typo2: (name, pick) => {
      const once = slip(name, pick);
      return once && slip(once, pick);
    },
    honorific: (name, pick) =>
      name.includes(', ') ? `${HONORIFICS[pick(HONORIFICS.length)]} ${byTurns(name.split(', '))}` : null,
    homoglyph: (name, pick) => disguise(name.includes(', ') ? byTurns(name.split(', ')) : name, pick),
    initials: (name, pick) => {
      const found = RUSSIAN.exec(name);
      if (!found) return null;
      const [, surname, given, father] = found;
      return [
        `${surname} ${given[0]}.${father[0]}.`,
        `${given} ${father[0]}. ${surname}`,
        `${given[0]}. ${father[0]}. ${surname}`,
      ][pick(3)];
    },
    drop_patronymic: (name) => {
      const found = RUSSIAN.exec(name);
      return found && `${found[2]} ${found[1]}`;
    },
    cyrillic_rule: (name, pick) => {
      const [, surname, given, father] = RUSSIAN.exec(name) ?? [];
      return surname
        ? toCyrillic([`${given} ${father} ${surname}`, `${surname} ${given} ${father}`, `${given} ${surname}`][pick(3)])
        : null;
    },
    translit_ru: (name, pick) => {
      const [, surname, given, father] = RUSSIAN.exec(name) ?? [];
      const cyrillic = surname ? toCyrillic(pick(2) ? `${given} ${father} ${surname}` : `${given} ${surname}`) : null;
      return cyrillic && fromCyrillic(cyrillic, ROMANISATIONS[pick(ROMANISATIONS.length)]);
    },
    translit_ar: (name, pick) =>
      /\b(?:Al-|AL-|Muhammad|Ahmad|Ali|Hasan|Husayn|Abd|ibn|Ibrahim|Khalid|Mahmud)\b/.test(name) && name.includes(', ')
        ? respellArabic(byTurns(name.split(', ')), pick)
        : null,
    spacing_cjk: (name, pick) => {
      const [, first, second] = EAST.exec(name) ?? [];
      if (!first) return null;
      const surname = name.slice(0, name.indexOf(','));
      const forms = second
        ? [
            `${first}${second.toLowerCase()} ${surname}`,
            `${surname} ${first}-${second.toLowerCase()}`,
            `${first} ${second} ${surname}`,
          ]
        : [`${first} ${surname}`, `${surname} ${first}`];
      return forms[pick(forms.length)];
    },
  },
  organization: {
    typo1: slip,
    typo2: (name, pick) => {
      const once = slip(name, pick);
      return once && slip(once, pick);
    },
    homoglyph: disguise,
    spacing_org: respace,
    orgform: changeForm,
    cyrillic_org: (name) => {
      const [, form, rest] = /^(OOO|AO|PAO|OAO|ZAO) ([A-Z]+(?: [A-Z]+)?)$/.exec(name) ?? [];
      return form
        ? `${{ OOO: 'ООО', AO: 'АО', PAO: 'ПАО', OAO: 'ОАО', ZAO: 'ЗАО' }[form]} «${toCyrillic(rest)}»`
        : null;
    },
  },
  vessel: {
    vessel: (name, pick) =>
      [`M/V ${name}`, `MT ${name}`, `M/T ${name}`, `${name} (tanker)`, `MV "${name}"`, `${name} vessel`][pick(6)],
    typo1: slip,
  },
};

/** At most MOST altered names for each rule and kind of entry. */
function* byRule(entries) {
  const ordered = [...entries].sort((a, b) => chance(a.id) - chance(b.id));
  for (const [schema, rules] of Object.entries(RULES)) {
    const own = ordered.filter(({ kind }) => kind === schema);
    for (const [kind, rule] of Object.entries(rules)) {
      let count = 0;
      for (const entry of own) {
        if (count >= MOST) break;
        const name = entry.names[0].text;
        const query = rule(name, picker(`${kind} ${entry.id}`));
        if (!query || query === name) continue;
        count += 1;
        yield { query, kind, schema, name, right: [entry.id] };
      }
    }
  }
}

/** Names near a listed one that nobody on the list bears. */
function* ofNobody(entries) {
  const ordered = [...entries].sort((a, b) => chance(a.id) - chance(b.id));
  const people = ordered.filter(({ kind }) => kind === 'person');
  const all = new Set(people.map(({ names: [name] }) => name.text.toLowerCase().split(' ').slice(0, 2).join(' ')));
  const russian = people.filter(({ names: [name] }) => RUSSIAN.test(name.text)).slice(0, MOST);
  for (const { id, names } of russian) {
    const [, surname, given, father] = RUSSIAN.exec(names[0].text);
    const others = PATRONYMICS[father.slice(-2)] ?? [];
    const other = others[Math.floor(chance(`father ${id}`) * others.length)];
    if (other && other.slice(0, 3) !== father.slice(0, 3))
      yield { query: `${given} ${other} ${surname}`, kind: 'neg_patronymic_conflict', schema: 'person', right: [] };
  }
  for (const { id, names } of people.slice(0, 2 * MOST)) {
    const [surname, given] = names[0].text.split(', ');
    const other = GIVEN[Math.floor(chance(`given ${id}`) * GIVEN.length)];
    if (given && !surname.includes(' ') && !all.has(`${surname}, ${other}`.toLowerCase()))
      yield { query: `${other} ${surname}`, kind: 'neg_same_surname', schema: 'person', right: [] };
  }
  const organisations = ordered.filter(({ kind }) => kind === 'organization');
  yield* nearOrganisations(organisations);
  yield* longerOrganisations(organisations);
}

/** The rarest word of an organisation's name replaced. */
function* nearOrganisations(organisations) {
  const count = new Map();
  const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const { names } of organisations)
    for (const word of new Set(words(names[0].text))) count.set(word, (count.get(word) ?? 0) + 1);
  for (const { id, names } of organisations.slice(0, MOST)) {
    const own = words(names[0].text).filter((word) => word.length > 3 && !FORM_WORDS.test(word));
    if (own.length < 2) continue;
    const [rarest] = own.sort((a, b) => count.get(a) - count.get(b));
    const other = MADE_UP[Math.floor(chance(`word ${id}`) * MADE_UP.length)];
    yield {
      query: names[0].text.replace(new RegExp(rarest, 'i'), other),
      kind: 'neg_org_near',
      schema: 'organization',
      right: [],
    };
  }
}

/** A company's name of two words or more inside a longer one: another company. */
function* longerOrganisations(organisations) {
  for (const { id, names } of organisations.slice(MOST, 2 * MOST)) {
    const own = names[0].text.split(/[ ,]+/).filter((word) => !FORM_WORDS.test(word.toLowerCase().replaceAll('.', '')));
    if (own.length !== 2) continue;
    const first = MADE_UP[Math.floor(chance(`longer ${id}`) * MADE_UP.length)];
    yield { query: `${first} ${own.join(' ')} Industrial`, kind: 'neg_org_longer', schema: 'organization', right: [] };
  }
}

/** The consonants of a word, coarsely: what two spellings of it share. */
const consonants = (word) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
    .replace(/sh|ch|zh|sch|x/g, 's')
    .replace(/kh|gh|q|c|g/g, 'k')
    .replace(/ph|v|w/g, 'f')
    .replace(/[aeiouyh]/g, '')
    .replace(/(.)\1+/g, '$1');

/** Whether two names share a word, or the consonants of one, that is no legal form or small word. */
function shareWord(left, right) {
  const words = (text) =>
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2 && !FORM_WORDS.test(word));
  const known = new Set(words(right).flatMap((word) => [word, consonants(word)]));
  return words(left).some((word) => known.has(word) || (consonants(word).length > 1 && known.has(consonants(word))));
}

function* ofAliases(entries, withAliases) {
  const primary = new Map(entries.map((entry) => [entry.id, entry]));
  for (const { id, names } of withAliases) {
    const entry = primary.get(id);
    if (!entry || (entry.kind !== 'person' && entry.kind !== 'organization')) continue;
    const name = entry.names[0].text;
    for (const { text, kind } of names) {
      if (kind !== 'alias' && kind !== 'former-name') continue;
      const type = entry.kind === 'person' ? 'aka_person' : 'aka_org';
      yield {
        query: text,
        kind: shareWord(text, name) ? type : `${type}_other`,
        schema: entry.kind,
        name,
        right: [id],
      };
    }
  }
}

const SCRIPTS = {
  ara: /\p{Script=Arabic}/u,
  cyr: /\p{Script=Cyrillic}/u,
  chi: /\p{Script=Han}/u,
  kor: /\p{Script=Hangul}/u,
};

/** Names in original script of UN entries that stand on the OFAC list too: the same names in Latin letters, and no other birth date. */
function* ofScripts(entries, withAliases, lexicons) {
  const primary = new Map(entries.map((entry) => [entry.id, entry]));
  const matcher = createMatcher(withAliases, lexicons);
  for (const { kind: schema, names, birthDates } of unEntries) {
    const latin = names.filter(({ text }) => /^[\p{Script=Latin}\P{L}]+$/u.test(text));
    const query = { name: latin[0]?.text ?? '', kind: schema, aliases: latin.slice(1).map(({ text }) => text) };
    const [best] = matcher.match(query, { threshold: 0.9 });
    if (!best || !primary.has(best.entry.id)) continue;
    const years = (dates) => dates.map((date) => date.slice(0, 4));
    const [own, listed] = [years(birthDates), years(best.entry.birthDates)];
    if (own.length > 0 && listed.length > 0 && !own.some((year) => listed.includes(year))) continue;
    for (const { text } of names) {
      if (/[\p{Script=Latin}()]/u.test(text)) continue;
      const script = Object.keys(SCRIPTS).find((one) => SCRIPTS[one].test(text));
      if (script)
        yield {
          query: text,
          kind: `script_un_${script}`,
          schema,
          name: primary.get(best.entry.id).names[0].text,
          right: [best.entry.id],
        };
    }
  }
}

/** All queries about `entries` that the development queries do not touch; `half` is "a" or "b", by the entry. */
export async function unseenQueries(entries, lexicons) {
  const dev = new Set(devQueries().flatMap(({ expected }) => expected.split('|')));
  const devNames = new Set(devQueries().map(({ query }) => query.toLowerCase()));
  const untouched = entries.filter(({ id }) => !dev.has(id));
  const withAliases = (await ofac()).filter(({ id }) => !dev.has(id));
  unEntries = await un();
  // Entries of one name are all right answers.
  const same = new Map();
  for (const { id, names } of entries) {
    const name = names[0].text.toLowerCase();
    same.set(name, [...(same.get(name) ?? []), id]);
  }
  const all = [
    ...byRule(untouched),
    ...ofNobody(untouched),
    ...ofAliases(untouched, withAliases),
    ...ofScripts(untouched, withAliases, lexicons),
  ];
  return all
    .filter(({ query }) => !devNames.has(query.toLowerCase()))
    .map((one) => ({
      ...one,
      right: one.name ? same.get(one.name.toLowerCase()) : [],
      half: chance(`half ${one.right[0] ?? one.query}`) < 0.5 ? 'a' : 'b',
    }));
}
