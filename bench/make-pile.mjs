// node bench/make-pile.mjs <folder> <count> [seed]
// Makes a pile of invented documents: retold articles, letters, statements and e-mails in five text formats, 1 to 8 kB each.
// The same arguments give the same bytes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, count = '1000', seed = '1'] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node bench/make-pile.mjs <folder> <count> [seed]');
  process.exit(2);
}

let state = Number(seed) >>> 0 || 1;
const random = () => {
  // mulberry32
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const pick = (list) => list[Math.floor(random() * list.length)];
const between = (low, high) => low + Math.floor(random() * (high - low + 1));

const SYLLABLES = 'ka ro mi ze lu tor van pel nis dra go sha bel kin ost mar fen qui dol rus'.split(' ');
const word = () => {
  const text = Array.from({ length: between(2, 3) }, () => pick(SYLLABLES)).join('');
  return text[0].toUpperCase() + text.slice(1);
};
const companies = Array.from(
  { length: 200 },
  () =>
    `${word()} ${pick(['Trading', 'Logistics', 'Avionics', 'Rotor Works'])} ${pick(['LLC', 'GmbH', 'Co., Ltd.', 'JSC'])}`,
);
const people = Array.from(
  { length: 200 },
  () => `${pick(['Anna', 'Boris', 'Clara', 'David', 'Elena', 'Farid'])} ${word()}`,
);
const cities = ['Tbilisi', 'Almaty', 'Shenzhen', 'Dubai', 'Riga', 'Izmir', 'Yerevan', 'Hamburg'];
const months = ['January', 'March', 'May', 'July', 'September', 'November'];
const models = Array.from({ length: 60 }, () => `${pick(['KR', 'VX', 'TM', 'Sova'])}-${between(2, 99)}`);

const SENTENCES = [
  () =>
    `${pick(companies)} supplied ${between(2, 900)} ${pick(models)} engines to ${pick(companies)} in ${pick(months)} ${between(2021, 2025)}, according to documents reviewed by the ${word()} Gazette.`,
  () =>
    `${pick(companies)} paid ${pick(companies)} more than ${between(2, 90)} million yuan for components, an invoice shows.`,
  () =>
    `${pick(people)}, the chief executive of ${pick(companies)}, travelled from ${pick(cities)} to ${pick(cities)} in ${pick(months)} ${between(2021, 2025)}.`,
  () => `${pick(companies)} is a subsidiary of ${pick(companies)}, based in ${pick(cities)}.`,
  () => `“We have never delivered any equipment to ${pick(companies)},” ${pick(people)} said.`,
  () => `${pick(companies)} did not respond to requests for comment.`,
  () =>
    `The ${pick(models)} has a range of about ${between(100, 2000)} km and can carry a payload of ${between(5, 80)} kg.`,
  () => `Officials who spoke on condition of anonymity said the shipments continued since mid-${between(2021, 2024)}.`,
  () => `The ministry declined to comment on the matter, saying that the inquiry was still open.`,
  () => `It is unclear whether ${pick(companies)} knew where the goods were going.`,
];
const paragraph = () => Array.from({ length: between(2, 5) }, () => pick(SENTENCES)()).join(' ');
const article = () => Array.from({ length: between(3, 9) }, paragraph);

const FORMATS = {
  txt: () => [word(), ...article()].join('\n\n'),
  md: () => [`# ${word()}`, ...article()].join('\n\n'),
  html: () =>
    `<!doctype html><html><head><title>${word()}</title></head><body><nav>Home</nav><article><h1>${word()}</h1>${article()
      .map((text) => `<p>${text}</p>`)
      .join('')}</article><footer>All rights reserved.</footer></body></html>`,
  eml: () =>
    `From: a@example.org\r\nTo: b@example.org\r\nSubject: ${word()}\r\nDate: Tue, 09 Apr 2024 10:12:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${article().join('\r\n\r\n')}`,
  csv: () =>
    [
      'Date;Payer;Beneficiary;Amount;Currency',
      ...Array.from(
        { length: between(5, 60) },
        () =>
          `2024-0${between(1, 9)}-1${between(0, 9)};${pick(companies)};${pick(companies)};${between(1000, 999999)}.00;CNY`,
      ),
    ].join('\n'),
};

mkdirSync(folder, { recursive: true });
const names = Object.keys(FORMATS);
for (let n = 0; n < Number(count); n += 1) {
  const format = random() < 0.5 ? 'txt' : pick(names);
  writeFileSync(join(folder, `${String(n).padStart(6, '0')}.${format}`), `${FORMATS[format]()}\n`);
}
