import { describe, expect, test } from 'vitest';
import { loadLexicons } from '../../providers/index.ts';
import type { ListItem } from './item.ts';
import { resolveLinks } from './links.ts';
import { readList } from './read-list.ts';
import { type ListFormat, recogniseList } from './recognise.ts';

async function read(format: ListFormat, text: string, list: string | null = null) {
  const pieces = text.match(/[\s\S]{1,50}/g) ?? [];
  const items: ListItem[] = [];
  const bundle = { files: [{ format, file: { name: 'list', text: pieces } }] };
  for await (const item of readList(bundle, list, loadLexicons())) items.push(item);
  return {
    entries: items.flatMap((item) => (item.kind === 'entry' ? [item.entry] : [])),
    problems: items.flatMap((item) => (item.kind === 'problem' ? [item.problem.code] : [])),
    dates: items.flatMap((item) => (item.kind === 'stated-date' ? [item.date] : [])),
    sumsUp: items.flatMap((item) => (item.kind === 'sums-up' ? [item.days] : [])),
    passedOver: items.flatMap((item) => (item.kind === 'passed-over' ? [[item.what, item.count]] : [])),
  };
}

const UN = `<?xml version="1.0"?>
<CONSOLIDATED_LIST dateGenerated="2031-02-03T00:00:09Z"><INDIVIDUALS><INDIVIDUAL><DATAID>7</DATAID>
<FIRST_NAME>IVO</FIRST_NAME><SECOND_NAME>MARTEN</SECOND_NAME><UN_LIST_TYPE>Forest</UN_LIST_TYPE><REFERENCE_NUMBER>FOi.001</REFERENCE_NUMBER>
<LISTED_ON>2029-12-31</LISTED_ON><GENDER>Male</GENDER><NAME_ORIGINAL_SCRIPT>Иво Мартен</NAME_ORIGINAL_SCRIPT><COMMENTS1>Sells owls &amp; drones.</COMMENTS1>
<NATIONALITY><VALUE>Democratic People's Republic of Korea</VALUE></NATIONALITY><DESIGNATION><VALUE>Director</VALUE></DESIGNATION>
<LAST_DAY_UPDATED><VALUE>2030-01-01</VALUE></LAST_DAY_UPDATED>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Ivo Martin; Iwo Marten</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Owl</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1956</FROM_YEAR><TO_YEAR>1958</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1957</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_PLACE_OF_BIRTH><CITY>Novy Les</CITY><COUNTRY>Russian Federation</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Número de pasaporte</TYPE_OF_DOCUMENT><NUMBER>AB1 </NUMBER><ISSUING_COUNTRY>Kenya</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
<INDIVIDUAL_DOCUMENT/></INDIVIDUAL>
<INDIVIDUAL><DATAID>8</DATAID><FIRST_NAME/><REFERENCE_NUMBER>FOi.002</REFERENCE_NUMBER></INDIVIDUAL></INDIVIDUALS>
<ENTITIES><ENTITY><DATAID>9</DATAID><FIRST_NAME>TAIGA SHIPPING</FIRST_NAME><UN_LIST_TYPE>Forest</UN_LIST_TYPE><REFERENCE_NUMBER>FOe.001</REFERENCE_NUMBER>
<ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Old Taiga</ALIAS_NAME></ENTITY_ALIAS><COMMENTS1>IMO number: 9074729</COMMENTS1>
<ENTITY_ADDRESS><CITY>Dar</CITY><COUNTRY>United Republic of Tanzania</COUNTRY></ENTITY_ADDRESS></ENTITY></ENTITIES></CONSOLIDATED_LIST>`;

describe('the UN list', () => {
  test('people and entities', async () => {
    const { entries, problems, dates } = await read('un-xml', UN);
    expect(dates).toEqual(['2031-02-03']);
    expect(problems).toEqual(['row-without-name']);
    expect(entries).toMatchObject([
      {
        list: 'un-sc',
        id: 'FOi.001',
        kind: 'person',
        names: [
          { text: 'IVO MARTEN', kind: 'primary' },
          { text: 'Иво Мартен', kind: 'original-script' },
          { text: 'Ivo Martin', kind: 'alias' },
          { text: 'Iwo Marten', kind: 'alias' },
          { text: 'The Owl', kind: 'weak-alias' },
        ],
        identifiers: [
          { scheme: 'passport', value: 'AB1', country: 'KE' },
          { scheme: 'un-dataid', value: '7' },
        ],
        birthDates: ['1956/1958', '1957~'],
        birthPlaces: ['Novy Les, Russian Federation'],
        gender: 'male',
        countries: ['KP'],
        programmes: ['Forest'],
        terms: [{ from: '2029-12-31', until: null, isOver: false }],
        remarks: 'Roles: Director; Sells owls & drones.; Last updated: 2030-01-01',
      },
      {
        id: 'FOe.001',
        kind: 'organization',
        names: [{ text: 'TAIGA SHIPPING' }, { text: 'Old Taiga', kind: 'former' }],
        identifiers: [{ scheme: 'imo', value: '9074729' }, { scheme: 'un-dataid' }],
        countries: ['TZ'],
      },
    ]);
  });

  test('a file that is cut off gives what came before and says so', async () => {
    const { entries, problems } = await read('un-xml', UN.slice(0, UN.indexOf('<ENTITIES>')));
    expect(entries.map(({ id }) => id)).toEqual(['FOi.001']);
    expect(problems).toContain('file-cut-off');
  });
});

const SIMPLE = `"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones","emails","dataset","first_seen","last_seen","last_change"
"X-1","Company","VESNA PLANT","Vesna;ООО «Весна»","","ru;by","Plant St. 1","IMO9074729;7700000007;QQ-1","LAW 1;LAW 2","","a@vesna.example","Forest Register;UN SC Consolidated List","2030-01-01T00:00:00","2031-02-01T00:00:00","2030-01-01T00:00:00"
"X-2","Person","Ivo Marten","","1957;1958-02","","","","","","","Forest Register","2030-05-01","2030-06-01","2030-06-01"
"X-3","Vessel","","","","","","","","","","Forest Register","","",""
"X-2","Person","Ivo Marten","","","","","","","","","Forest Register","","",""
`;

describe('OpenSanctions tables', () => {
  test('one entry for each dataset that lists a target', async () => {
    const { entries, problems, dates } = await read('opensanctions-csv', SIMPLE);
    expect(entries.map(({ list, id, kind }) => [list, id, kind])).toEqual([
      ['forest-register', 'X-1', 'organization'],
      ['un_sc_sanctions', 'X-1', 'organization'],
      ['forest-register', 'X-2', 'person'],
    ]);
    expect(entries[0]).toMatchObject({
      names: [{ text: 'VESNA PLANT', kind: 'primary' }, { text: 'Vesna', kind: 'alias' }, { text: 'ООО «Весна»' }],
      identifiers: [
        { scheme: 'imo', value: '9074729' },
        { scheme: expect.stringMatching(/^(inn|id)$/), value: '7700000007' },
        { scheme: 'id', value: 'QQ-1' },
        { scheme: 'email', value: 'a@vesna.example' },
      ],
      countries: ['RU', 'BY'],
      // Two lists stand behind the row: whose days these are it does not say, and only one of the two is known to sanction.
      programmes: [],
      isSanctioned: null,
      firstSeen: null,
      lastSeen: null,
    });
    expect(entries[1]).toMatchObject({ programmes: ['LAW 1', 'LAW 2'], isSanctioned: true });
    expect(entries[2]).toMatchObject({ isSanctioned: null, firstSeen: '2030-05-01', lastSeen: '2030-06-01' });
    expect(entries[2]?.birthDates).toEqual(['1957', '1958-02']);
    expect(problems).toEqual(['row-without-name', 'entry-twice']);
    expect(dates).toEqual(['2031-02-01']);
  });

  test('all under one id when that is wanted', async () => {
    const { entries } = await read('opensanctions-csv', SIMPLE, 'mine');
    expect(entries.map(({ list, id }) => [list, id])).toEqual([
      ['mine', 'X-1'],
      ['mine', 'X-2'],
    ]);
  });
});

const COLUMNS =
  'id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,program_ids,dataset,first_seen,last_seen,last_change\n';
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const targetRow = (cells: Record<string, string>): string =>
  `${COLUMNS.trim()
    .split(',')
    .map((column) => quoted(cells[column] ?? ''))
    .join(',')}\n`;
const target = (cells: Record<string, string>) =>
  targetRow({ id: 'X-1', schema: 'Company', name: 'Vesna Plant', dataset: 'Lake Sanctions', ...cells });

describe('the sanctions of a row', () => {
  test.each<[string, Record<string, string>, readonly Record<string, unknown>[]]>([
    [
      'programme and start',
      { sanctions: 'Lake Act - Sold owls - 2030-02-03' },
      [
        {
          programmes: ['Lake Act - Sold owls - 2030-02-03'],
          terms: [{ from: '2030-02-03', until: null, isOver: false }],
        },
      ],
    ],
    [
      'start and end',
      { sanctions: 'Lake Act - excluded - 2028-01-01 - 2029-01-01' },
      [{ terms: [{ from: '2028-01-01', until: '2029-01-01', isOver: true }] }],
    ],
    ['a year in a programme is no date', { sanctions: 'Lake Act 2019 - 2019' }, [{ terms: [], isSanctioned: true }]],
    ['a programme alone', { program_ids: 'LAKE-1' }, [{ programmes: ['LAKE-1'], terms: [], isSanctioned: true }]],
    [
      'two lists: each gets the words with the doubt, none the dates',
      { sanctions: 'Lake Act - 2030-02-03', dataset: 'Lake Sanctions;Hill Embargoes' },
      [
        {
          list: 'lake-sanctions',
          programmes: [expect.stringMatching(/^Lake Act.*lake-sanctions, hill-embargoes/)],
          terms: [],
        },
        { list: 'hill-embargoes', terms: [], isSanctioned: true, firstSeen: null },
      ],
    ],
    [
      'a sanctions list and a register: the words are of the first',
      { sanctions: 'Lake Act - 2030-02-03', dataset: 'Hill Parliament;Lake Sanctions' },
      [
        { list: 'hill-parliament', programmes: [], terms: [], isSanctioned: null },
        { list: 'lake-sanctions', terms: [{ from: '2030-02-03', until: null, isOver: false }], isSanctioned: true },
      ],
    ],
    ['no sanction, on a list that is not known', { dataset: 'Hill Parliament' }, [{ isSanctioned: null }]],
    ['no sanction told, on a list that holds nothing else', {}, [{ isSanctioned: true }]],
  ])('%s', async (_, cells, expected) => {
    const { entries } = await read('opensanctions-csv', COLUMNS + target(cells));
    expect(entries).toMatchObject(expected);
  });

  test('days of crawling are a history only where one source ends on several', async () => {
    const rows = (...sources: readonly (readonly [string, string])[]) =>
      COLUMNS + sources.map(([dataset, last_seen], at) => target({ id: `X-${at}`, dataset, last_seen })).join('');
    const days = async (text: string) => (await read('opensanctions-csv', text)).sumsUp;
    expect(await days(rows(['Lake', '2030-01-01'], ['Lake', '2030-02-01']))).toEqual([2]);
    expect(await days(rows(['Lake', '2030-02-01T06:00:00'], ['Lake', '2030-02-01T18:00:00']))).toEqual([]);
    expect(await days(rows(['Lake', '2030-01-01'], ['Lake;Hill', '2030-02-01'], ['Hill', '2030-02-01']))).toEqual([]);
  });
});

const line = (id: string, schema: string, properties: Record<string, string[]>, more = {}) =>
  JSON.stringify({ id, schema, properties, datasets: ['forest'], ...more });
const FTM = [
  line('s1', 'Sanction', { entity: ['p1'], program: ['LAW 1'], listingDate: ['2029-01-02'], reason: ['owls'] }),
  line(
    'p1',
    'Person',
    {
      name: ['Ivo Marten', 'Iwo Marten'],
      weakAlias: ['Owl'],
      birthDate: ['1957'],
      nationality: ['ru'],
      gender: ['male'],
      addressEntity: ['a1'],
    },
    { caption: 'Ivo Marten', target: true, first_seen: '2030-01-01T00:00:00', last_seen: '2031-01-01T00:00:00' },
  ),
  line('a1', 'Address', { full: ['Plant St. 1, Novy Les'] }),
  line('i1', 'Passport', { holder: ['p1'], number: ['AB1'], country: ['ru'] }),
  line('o1', 'Ownership', { owner: ['p1'], asset: ['c1'] }),
  line('d1', 'Directorship', { director: ['p1'], organization: ['c1'] }),
  line('f1', 'Family', { person: ['p1'], relative: ['p2'] }),
  line('c1', 'Company', { name: ['Vesna Plant'], innCode: ['7700000007'], jurisdiction: ['ru'] }),
  line('p2', 'Person', { name: ['Ada Marten'] }),
  line(
    'v1',
    'Vessel',
    { name: ['LESHY'], imoNumber: ['IMO9074729'], flag: ['pa'] },
    { target: true, datasets: ['forest', 'lake'] },
  ),
  'no json',
  line('x1', 'Position', { name: ['Director'] }),
].join('\n');

test('FollowTheMoney entities with their sanctions, documents, addresses and ties', async () => {
  const { entries, problems, passedOver } = await read('ftm', FTM);
  expect(entries.map(({ list, id }) => [list, id])).toEqual([
    ['forest', 'p1'],
    ['forest', 'v1'],
    ['lake', 'v1'],
  ]);
  expect(entries[0]).toMatchObject({
    kind: 'person',
    names: [{ text: 'Ivo Marten', kind: 'primary' }, { text: 'Iwo Marten' }, { text: 'Owl', kind: 'weak-alias' }],
    identifiers: [{ scheme: 'passport', value: 'AB1', country: 'RU' }],
    birthDates: ['1957'],
    gender: 'male',
    countries: ['RU'],
    addresses: ['Plant St. 1, Novy Les'],
    programmes: ['LAW 1'],
    links: [
      { relation: 'owns', name: 'Vesna Plant', entry: null },
      { relation: 'acts-for', name: 'Vesna Plant', entry: null },
      { relation: 'family', name: 'Ada Marten', entry: null },
    ],
    terms: [{ from: '2029-01-02', until: null, isOver: false }],
    firstSeen: '2030-01-01',
    remarks: 'owls',
  });
  expect(entries[1]).toMatchObject({
    kind: 'vessel',
    identifiers: [{ scheme: 'imo', value: '9074729' }],
    countries: ['PA'],
  });
  expect(problems).toEqual(['row-malformed']);
  expect(passedOver).toEqual([
    ['parties that no sanction names', 2],
    ['entities of schema Position', 1],
  ]);
});

describe('what FollowTheMoney says of why and since when', () => {
  const party = (topics: readonly string[], more = {}, datasets: readonly string[] = ['lake', 'hill']) =>
    line('p1', 'Company', { name: ['Vesna Plant'], topics: [...topics] }, { target: true, datasets, ...more });
  const sanction = (id: string, dataset: string, properties: Record<string, string[]>) =>
    line(id, 'Sanction', { entity: ['p1'], ...properties }, { datasets: [dataset] });

  test.each<[string, readonly string[], readonly Record<string, unknown>[]]>([
    [
      'each list its own programme and dates',
      [
        party(['sanction'], { first_seen: '2018-01-01', last_seen: '2031-01-01' }),
        sanction('s1', 'lake', { program: ['LAKE ACT'], startDate: ['2018-04-06'], reason: ['owls'] }),
        sanction('s2', 'hill', { programId: ['HILL-1'], listingDate: ['2025-10-15'], authority: ['Hill'] }),
      ],
      [
        { list: 'lake', programmes: ['LAKE ACT'], terms: [{ from: '2018-04-06' }], remarks: 'owls', firstSeen: null },
        { list: 'hill', programmes: ['HILL-1'], terms: [{ from: '2025-10-15' }], remarks: null, isSanctioned: true },
      ],
    ],
    [
      'ended, and no target any more',
      [
        party([], { target: false }),
        sanction('s1', 'lake', { startDate: ['2020-05-14'], endDate: ['2023-05-14'], status: ['Excluded'] }),
      ],
      [{ list: 'lake', isSanctioned: true, terms: [{ from: '2020-05-14', until: '2023-05-14', isOver: true }] }],
    ],
    [
      'ended on one list, standing on the other',
      [party(['sanction']), sanction('s1', 'lake', { status: ['expired'] }), sanction('s2', 'hill', {})],
      [
        { list: 'lake', terms: [{ from: null, until: null, isOver: true }] },
        { list: 'hill', terms: [], isSanctioned: true },
      ],
    ],
    [
      'a sanction that no topic upholds',
      [party(['role.pep']), sanction('s1', 'lake', { startDate: ['2020-05-14'] })],
      [{ list: 'lake', isSanctioned: null }],
    ],
    [
      'a risk that is no sanction',
      [party(['role.pep', 'gov.head', 'crime.fin'], {}, ['hill'])],
      [{ isSanctioned: false, topics: [expect.stringContaining('role.pep'), expect.stringContaining('crime.fin')] }],
    ],
    [
      'a risk that clew has no word for',
      [party(['owl.thief'], {}, ['hill'])],
      [{ isSanctioned: false, topics: ['named (owl.thief)'] }],
    ],
    ['one tie away', [party(['sanction.linked'], {}, ['hill'])], [{ isSanctioned: false }]],
    [
      'a measure with a name of its own',
      [party(['debarment'], {}, ['hill'])],
      [{ isSanctioned: true, topics: ['debarred (debarment)'] }],
    ],
    [
      'of two lists that name no sanction, the one that holds nothing else',
      [party(['sanction'], {}, ['hill_register', 'lake_sanctions'])],
      [
        { list: 'hill_register', isSanctioned: null },
        { list: 'lake_sanctions', isSanctioned: true },
      ],
    ],
    ['a party that merely is something', [party(['gov.soe'], { target: false })], []],
  ])('%s', async (_, lines, expected) => {
    const { entries } = await read('ftm', lines.join('\n'));
    expect(entries).toHaveLength(expected.length);
    expect(entries).toMatchObject(expected);
  });
});

test.each<[string, string, ListFormat | null]>([
  ['UN', UN, 'un-xml'],
  ['OpenSanctions', SIMPLE, 'opensanctions-csv'],
  ['FollowTheMoney', FTM, 'ftm'],
  ['FollowTheMoney, cut within its first line', FTM.slice(0, 60), 'ftm'],
  ['OFAC', '1,"A",-0- ,"P",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n', 'ofac'],
  ['aliases', '36,12,"aka","AERO",-0- \r\n36,13,"fka","OLD",-0- \r\n', 'ofac-aliases'],
  ['addresses', '36,25,-0- ,"Havana","Cuba",-0- \r\n', 'ofac-addresses'],
  ['comments', '17016,"tive Date"\r\n', 'ofac-comments'],
  ['dates', 'ent_num,name,first_seen,last_seen\n1,a,2030-01-01,2030-01-02\n', 'listing-dates'],
  ['a web page', '<!doctype html><html><title>Not found</title></html>', null],
  ['another table', 'date,amount\n2030-01-01,5\n', null],
  ['prose', 'Dear reader, this is no list.\n', null],
  ['other JSON', '{"a": 1}', null],
  ['nothing', '', null],
])('%s is recognised by its content', async (_, text, format) => {
  expect(await recogniseList(text)).toBe(format);
});

test('ties find the other party on the list by its name, when only one has it', async () => {
  const { entries } = await read('opensanctions-csv', SIMPLE, 'mine');
  const [first, second] = entries;
  const linked = { ...second!, links: [{ relation: 'linked-to' as const, name: 'Vesna  Plant', entry: null }] };
  expect(resolveLinks([first!, linked])[1]?.links).toEqual([
    { relation: 'linked-to', name: 'Vesna  Plant', entry: 'X-1' },
  ]);
  expect(resolveLinks([first!, { ...first!, id: 'X-9' }, linked])[2]?.links[0]?.entry).toBeNull();
});
