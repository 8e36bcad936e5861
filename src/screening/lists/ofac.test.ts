import { expect, test } from 'vitest';
import { loadLexicons } from '../../providers/index.ts';
import type { ListFile, ListItem } from './item.ts';
import { readList } from './read-list.ts';
import type { ListFormat } from './recognise.ts';

const file = (name: string, ...rows: readonly string[]): ListFile => ({ name, text: [rows.join('\r\n'), '\r\n'] });
const NOTHING = '-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ';
const SDN = file(
  'sdn_20310102.csv',
  `101,"VESNA ENGINE PLANT, OOO",-0- ,"RUS] [DRONES",${NOTHING},"Website www.vesna.example; Organization Established Date 06 Oct 2015; Tax ID No. 7700000007 (Russia); Registration Number 1027700000009 (Russia); Government Gazette Number 16492258 (Russia); Digital Currency Address - XBT bc1qexample000; a.k.a. 'VEP'; f.k.a. 'SPRING PLANT'; Linked To: CONCERN TAIGA; Additional Sanctions Information - Subject to Secondary Sanctions."`,
  `102,"MARTEN, Ivo Petrovich","individual","RUS","Director",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB circa 1956; alt. DOB 01 Jan 1957 to 31 Dec 1958; POB Novy Les, Russia; nationality Russia; citizen Korea, North; Gender Male; Passport 75 1234567 (Russia) expires 01 Oct 2036; National ID No. 99-1 (Iran); Email Address ivo@vesna.example."`,
  `103,"LESHY","vessel","DRONES",-0- ,"UBX9","Crude Oil Tanker","9,000","4,100","Panama","Taiga Shipping","Vessel Registration Identification IMO 9074729; MMSI 518998562."`,
  `104,"EP-XYZ","aircraft","DRONES",${NOTHING},"Aircraft Manufacturer's Serial Number (MSN) 1023; Aircraft Operator Taiga Air; DOB someday."`,
  `105,"BROKEN ROW`,
  `106,"CONCERN TAIGA",-0- ,"DRONES",${NOTHING},-0- `,
  `106,"CONCERN TAIGA AGAIN",-0- ,"DRONES",${NOTHING},-0- `,
  `x,"NO NUMBER",-0- ,"DRONES",${NOTHING},-0- `,
  `107,"TOO SHORT",-0- `,
);
const ALT = file(
  'alt.csv',
  '101,1,"aka","VESNA ENGINES",-0- ',
  '101,2,"fka","OLD VESNA",-0- ',
  '999,3,"aka","NOBODY",-0- ',
);
const ADD = file('add.csv', '101,1,"Plant St. 1","Novy Les 100000","Russia",-0- ', '106,2,-0- ,-0- ,"Burma",-0- ');
const COMMENTS = file('sdn_comments.csv', '106,"Tax ID No. 7700000007 (Russia)."');
const DATES = file('dates.csv', 'ent_num,name,first_seen,last_seen', '101,x,2030-01-01,2031-01-01');

async function read(files: readonly (readonly [ListFormat, ListFile])[]) {
  const items: ListItem[] = [];
  const bundle = { files: files.map(([format, one]) => ({ format, file: one })) };
  for await (const item of readList(bundle, null, loadLexicons())) items.push(item);
  return {
    entries: new Map(items.flatMap((item) => (item.kind === 'entry' ? [[item.entry.id, item.entry] as const] : []))),
    problems: items.flatMap((item) => (item.kind === 'problem' ? [item.problem] : [])),
  };
}

const all = () =>
  read([
    ['ofac', SDN],
    ['ofac-aliases', ALT],
    ['ofac-addresses', ADD],
    ['ofac-comments', COMMENTS],
    ['listing-dates', DATES],
  ]);

test('an organisation with its remarks and companions', async () => {
  const { entries } = await all();
  expect(entries.get('101')).toEqual({
    list: 'ofac-sdn',
    id: '101',
    kind: 'organization',
    names: [
      { text: 'VESNA ENGINE PLANT, OOO', kind: 'primary' },
      { text: 'VESNA ENGINES', kind: 'alias' },
      { text: 'OLD VESNA', kind: 'former' },
      { text: 'VEP', kind: 'weak-alias' },
      { text: 'SPRING PLANT', kind: 'former' },
    ],
    identifiers: [
      { scheme: 'website', value: 'www.vesna.example', country: null },
      { scheme: 'inn', value: '7700000007', country: 'RU' },
      { scheme: 'ogrn', value: '1027700000009', country: 'RU' },
      { scheme: 'okpo', value: '16492258', country: 'RU' },
      { scheme: 'crypto-xbt', value: 'bc1qexample000', country: null },
    ],
    birthDates: ['2015-10-06'],
    birthPlaces: [],
    gender: null,
    countries: ['RU'],
    addresses: ['Plant St. 1, Novy Les 100000, Russia'],
    programmes: ['RUS', 'DRONES'],
    links: [{ relation: 'linked-to', name: 'CONCERN TAIGA', entry: null }],
    terms: [],
    isSanctioned: true,
    topics: [],
    firstSeen: '2030-01-01',
    lastSeen: '2031-01-01',
    remarks: expect.stringContaining('Additional Sanctions Information'),
  });
});

test('a person, a vessel, an aircraft, and remarks that overflow', async () => {
  const { entries } = await all();
  expect(entries.get('102')).toMatchObject({
    kind: 'person',
    birthDates: ['1956~', '1957-01-01/1958-12-31'],
    birthPlaces: ['Novy Les, Russia'],
    gender: 'male',
    countries: ['RU', 'KP'],
    identifiers: [
      { scheme: 'passport', value: '75 1234567', country: 'RU' },
      { scheme: 'national-id', value: '99-1', country: 'IR' },
      { scheme: 'email', value: 'ivo@vesna.example', country: null },
    ],
    remarks: expect.stringMatching(/^Title: Director; DOB circa/),
  });
  expect(entries.get('103')).toMatchObject({
    kind: 'vessel',
    countries: ['PA'],
    identifiers: [
      { scheme: 'imo', value: '9074729' },
      { scheme: 'mmsi', value: '518998562' },
      { scheme: 'call-sign', value: 'UBX9' },
    ],
    links: [{ relation: 'owned-by', name: 'Taiga Shipping' }],
    remarks: expect.stringContaining('Vessel Type: Crude Oil Tanker; Tonnage: 9,000; Gross Registered Tonnage: 4,100'),
  });
  expect(entries.get('104')).toMatchObject({ kind: 'aircraft', links: [{ relation: 'acts-for', name: 'Taiga Air' }] });
  expect(entries.get('106')).toMatchObject({ countries: ['RU', 'MM'], identifiers: [{ scheme: 'inn' }] });
});

test('bad rows are named and never stop the list', async () => {
  const { entries, problems } = await all();
  expect([...entries.keys()]).toEqual(['101', '102', '103', '104', '106']);
  expect(problems.map(({ code, row }) => [code, row])).toEqual([
    ['date-unreadable', 4],
    ['row-malformed', 5],
    ['entry-twice', 7],
    ['row-without-id', 8],
    ['row-malformed', 9],
    ['companion-without-entry', 0],
  ]);
});

test('several main files are one list; companions alone are none', async () => {
  const later = file('sdn_addendum.csv', `201,"LATER",-0- ,"DRONES",${NOTHING},-0- `);
  const { entries } = await read([
    ['ofac', SDN],
    ['ofac', later],
  ]);
  expect(entries.size).toBe(6);
  await expect(read([['ofac-aliases', ALT]])).rejects.toThrow(/Only companion files/);
});
