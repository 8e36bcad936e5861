import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { composeDossier, type Line, writeDossier } from '../../src/dossier/index.ts';
import type { CaseView, Claim, Weighing } from '../../src/model/index.ts';
import { loadLexicons } from '../../src/providers/index.ts';
import { claimId, EMPTY, entityId, OPTIONS, VIEW } from './fixture.ts';

const lexicons = loadLexicons();
const html = writeDossier(VIEW, OPTIONS, lexicons);

type Element = DefaultTreeAdapterMap['element'];
function elementsOf(markup: string): Element[] {
  const elements: Element[] = [];
  const walk = (node: DefaultTreeAdapterMap['node']): void => {
    if ('tagName' in node) elements.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
  };
  walk(parse(markup));
  return elements;
}
const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

function wordsOfHtml(markup: string): string {
  const words: string[] = [];
  const walk = (node: DefaultTreeAdapterMap['node']): void => {
    if (node.nodeName === '#text' && 'value' in node) words.push(node.value);
    if ('tagName' in node && node.tagName === 'style') return;
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
  };
  walk(parse(markup));
  return words.join('').replaceAll(/\s+/g, ' ');
}

const withClaim = (name: string, change: Partial<Claim>): CaseView => ({
  ...VIEW,
  extractions: VIEW.extractions.map((extraction) => ({
    ...extraction,
    claims: extraction.claims.map((claim) => (claim.id === claimId(name) ? { ...claim, ...change } : claim)),
  })),
});
const withWeighing = (change: Partial<Weighing>): CaseView => ({ ...VIEW, weighing: { ...VIEW.weighing, ...change } });
const write = (view: CaseView): string => writeDossier(view, OPTIONS, lexicons);

describe('a dossier stands on its footnotes', () => {
  test('every founded sentence has one, and every footnote repeats the text of its document', () => {
    const dossier = composeDossier(VIEW, OPTIONS, lexicons);
    const notes = dossier.notes.flatMap((group) => group.notes);
    expect(notes.map((note) => note.n)).toEqual(notes.map((_, n) => n + 1));
    const keys = new Set(notes.map((note) => note.key));
    let founded = 0;
    JSON.stringify(dossier.sections, (_key, value: Line) => {
      if (value?.kind === 'founded') {
        founded += 1;
        expect(value.evidence.length).toBeGreaterThan(0);
        for (const key of value.evidence) expect(keys).toContain(key);
      }
      return value;
    });
    expect(founded).toBeGreaterThan(60);
    const texts = VIEW.documents.map((document) => document.text);
    for (const note of notes) expect(texts.some((text) => text.includes(note.exact))).toBe(true);
  });

  test('a quotation that is no longer the text under its span stops the writer', () => {
    const moved = withClaim('owner', { start: 0 });
    expect(() => write(moved)).toThrow(expect.objectContaining({ code: 'dossier-unfounded' }));
    const reworded = withClaim('owner', { quotation: 'Nordwerk is owned by nobody' });
    expect(() => write(reworded)).toThrow(/owned by nobody/);
  });

  test('a document whose text no longer matches its hash stops the writer', () => {
    const documents = VIEW.documents.map((one) => (one.text === '' ? one : { ...one, text: `${one.text} ` }));
    expect(() => write({ ...VIEW, documents })).toThrow(/no longer matches its recorded hash/);
  });

  test('a sentence without a footnote stops the writer and is named', () => {
    const timeline = [{ edtf: '2031-05-01', claims: [] }];
    expect(() => write(withWeighing({ timeline }))).toThrow(/In "Timeline" a sentence has no footnote: "2031-05-01"/);
    const network = [{ from: entityId('nordwerk'), to: entityId('karst'), predicate: 'paid' as const, claims: [] }];
    expect(() => write(withWeighing({ network }))).toThrow(/In "Network".*Nordwerk Marine GmbH/);
  });

  test('a claim that the case does not hold stops the writer', () => {
    const openQuestions = [{ id: 'q', question: 'Who?', claims: ['c_unknown'] }];
    expect(() => write(withWeighing({ openQuestions }))).toThrow(/holds no such claim/);
  });
});

describe('what a dossier says', () => {
  const words = wordsOfHtml(html);

  test('a sentence without an object says in the document’s words what it is about', () => {
    const told = wordsOfHtml(
      write(withClaim('owner', { predicate: 'aware_of', object: [], modality: 'undetermined' })),
    );
    expect(told).toContain(
      'it is not determined whether Nordwerk Marine GmbH knew of this: “Nordwerk is owned by Grauwald Holding, a company register shows”.',
    );
  });

  test.each([
    'According to Harbour Gazette (harbour-gazette.html), citing two port officials, Nordwerk Marine GmbH has supplied about 1200 pumps to Karst Foundry from May 2031 to August 2031 (“mid-2031”).',
    'According to Tidal Post (tidal-post.txt), citing Harbour Gazette, Nordwerk Marine GmbH has supplied 1500 pumps to Karst Foundry',
    'it is denied that an unnamed party has exported the pumps',
    'there is a plan for Grauwald Holding to found a body that is not named in Velm in 2033',
    'it is assessed that Юрий Зимин (Yuri Zimin) is employed by Karst Foundry',
    'According to a reader comment under Tidal Post (tidal-post.txt), an unnamed party can have a capacity of about 1000 per year',
    'it is not determined whether an unnamed party has paid an unnamed party',
    '2 documents, 1 publisher origin, 1 upstream origin (two port officials); 1 contradiction; copies differ; not reviewed.',
    '1 document, affirmed by none that clew found',
    'Noted by a person: By telephone: "no statement".',
    'Undid: “Юрий Зимин” in notice-12.pdf',
    'orphaned: no longer found, kept',
    'Page 2 could not be read.',
    'locked.pdfIt cannot be opened: no permission.',
    'The archive inside the file is cut off.',
    '11 of 13 claims were proposed by rules and not reviewed by a person',
    'page 1, line 2, characters',
  ])('%s', (sentence) => {
    expect(words).toContain(sentence);
  });

  test('a rejected claim stands under the decisions and nowhere else', () => {
    const rejected = 'Orrin Vale pumps reached Karst Foundry';
    const sections = html.split('<section ');
    const holding = sections.filter((section) => wordsOfHtml(`<p ${section}`).includes(`“${rejected}”`));
    expect(holding).toHaveLength(1);
    expect(holding[0]).toContain('id="decisions"');
    expect(html).not.toContain('only one side stands');
  });

  test('no record id is shown where there is a name', () => {
    expect(words).not.toMatch(/\b[cem]_[0-9a-f]{12}\b/);
  });

  test('an empty case says so in words, section by section', () => {
    const empty = wordsOfHtml(write(EMPTY));
    for (const sentence of [
      'The case holds no documents yet.',
      'clew found no two claims in this case that contradict each other. Read the documents.',
      'no reply was noted',
      'Nobody has decided anything on this case yet',
      'That is no clearance',
    ]) {
      expect(empty).toContain(sentence);
    }
  });
});

describe('the file', () => {
  const elements = elementsOf(html);

  test('is the same for the same case, and differs only by when it was written', () => {
    expect(write(structuredClone(VIEW))).toBe(html);
    const later = writeDossier(VIEW, { ...OPTIONS, writtenAt: '2032-03-06T12:00:00Z' }, lexicons);
    expect(later.replaceAll('2032-03-06T12:00:00Z', OPTIONS.writtenAt)).toBe(html);
  });

  test('does not depend on the order of what is stored', () => {
    const turned = { ...VIEW, documents: VIEW.documents.toReversed(), extractions: VIEW.extractions.toReversed() };
    expect(write(turned)).toBe(html);
  });

  test('holds nothing that runs or loads, and links only into itself', () => {
    const tags = new Set(elements.map((element) => element.tagName));
    for (const tag of [
      'script',
      'img',
      'iframe',
      'object',
      'embed',
      'link',
      'form',
      'svg',
      'base',
      'video',
      'audio',
      'input',
    ]) {
      expect(tags).not.toContain(tag);
    }
    for (const element of elements) {
      for (const { name, value } of element.attrs) {
        expect(name).not.toMatch(/^on|^src$|^style$|^srcset$|^action$/);
        if (name === 'href') expect(value).toMatch(/^#[\w-]+$/);
      }
    }
    const styles = elements.filter((element) => element.tagName === 'style');
    expect(styles).toHaveLength(1);
    expect(html).not.toMatch(/url\(|@import|expression\(/i);
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  });

  test('has ids that are unique and links that arrive', () => {
    const ids = elements.flatMap((element) => attributeOf(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(ids);
    for (const element of elements) {
      const href = attributeOf(element, 'href');
      if (href) expect(known).toContain(href.slice(1));
      const label = attributeOf(element, 'aria-labelledby');
      if (label) expect(known).toContain(label);
    }
  });

  test('has headings in order, landmarks, a skip link and table headers with a scope', () => {
    const levels = elements.flatMap((element) =>
      /^h[1-6]$/.test(element.tagName) ? [Number(element.tagName.slice(1))] : [],
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, n) => {
      if (n > 0) expect(level).toBeLessThanOrEqual((levels[n - 1] ?? 0) + 1);
    });
    for (const tag of ['header', 'nav', 'main', 'footer'])
      expect(elements.some((one) => one.tagName === tag)).toBe(true);
    expect(html.indexOf('class="skip"')).toBeLessThan(html.indexOf('<header>'));
    for (const element of elements) {
      if (element.tagName === 'th') expect(attributeOf(element, 'scope')).toMatch(/^(col|row)$/);
    }
  });

  test('shows text of documents as text: markup escaped, hidden characters by number, scripts with their language', () => {
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
    expect(html).toContain('<span class="u">⟨U+202E⟩</span>gnp.exe');
    expect(html).not.toContain('\u202e');
    expect(html).toContain('lang="und-Cyrl"');
    expect(html).toContain('dir="auto" lang="zh"');
  });
});
