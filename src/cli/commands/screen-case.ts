import type { CaseWords } from '../../dossier/index.ts';
import type { CaseView, Hit, ScreenedHit } from '../../model/index.ts';
import type { HitChanges } from '../../screening/index.ts';
import { wordEdtf } from '../../text/index.ts';
import { bold, counted, dim, note, printJson, printLine, shown } from '../output.ts';
import { namesOf, wordsOfCase } from '../reading.ts';
import { type Asked, oldLists, type ScreenOptions } from '../screening.ts';
import { lexicons, noteInJournal, withCase } from '../session.ts';
import { wordReason } from './screen-name.ts';

/** Screens a case against the installed lists and records it in the journal, unless nothing is different from the last time. */
export async function screenCase(folder: string, options: ScreenOptions, asked: Asked): Promise<void> {
  const { viewCase } = await import('../../cases/index.ts');
  const { requireLists } = await import('../../snapshots/index.ts');
  const { compareHits, recordHits } = await import('../../screening/index.ts');
  await withCase(folder, { write: true, beside: true }, async (store) => {
    const words = await lexicons();
    const lists = requireLists(words, asked.lists);
    const view = await viewCase(folder, store, words, { lists, asOf: asked.asOf });
    const before = await store.lastScreening();
    const { entities } = view.resolution;
    const changes = compareHits(view.hits, entities, before?.hits ?? []);
    const isSame =
      before !== null &&
      JSON.stringify(before.screening) === JSON.stringify(view.screening) &&
      JSON.stringify(before.hits) === JSON.stringify(recordHits(view.hits, entities));
    if (!isSame) await noteInJournal(() => store.recordScreening(view.screening, recordHits(view.hits, entities)));
    if (options.json) printJson(toJson(view, options.changed ? changes : null, before?.at ?? null));
    else {
      const told = { view, words: await wordsOfCase(view) };
      if (options.changed) tellChanges(told, changes, before?.at ?? null);
      else tellHits(told, folder);
    }
  });
}

function toJson(view: CaseView, changes: HitChanges | null, since: string | null) {
  const names = namesOf(view);
  const named = (hit: Hit) => ({ ...hit, entityName: names.entity(hit.entity) });
  const { asOf, lists } = view.screening;
  if (changes === null) return { asOf, lists, warnings: oldLists(lists), hits: view.hits.map(named) };
  const { added, gone, changed } = changes;
  return {
    asOf,
    lists,
    warnings: oldLists(lists),
    since,
    added: added.map(named),
    gone,
    changed: changed.map((one) => ({ ...one, hit: named(one.hit) })),
  };
}

function tellLists({ screening }: CaseView): void {
  for (const { list, title, date, hashes, entries } of screening.lists) {
    note(
      `Against ${shown(title)}, list ${list} of ${date}, ${counted(entries, 'entry', 'entries')}, sha256 ${hashes.map((hash) => hash.slice(0, 12)).join(' ')}`,
    );
  }
  for (const words of oldLists(screening.lists)) note(words);
}

interface Told {
  readonly view: CaseView;
  readonly words: CaseWords;
}

function tellHits(told: Told, folder: string): void {
  const { view } = told;
  for (const hit of view.hits) tellHit(hit, told);
  tellLists(view);
  const open = view.hits.filter(({ state }) => state === 'proposed').length;
  if (view.hits.length === 0) note('No possible match. That is no clearance.');
  else {
    note(
      `${counted(view.hits.length, 'possible match', 'possible matches')}, ${open === 0 ? 'all' : open} ${open === 0 ? '' : 'not '}reviewed by a person.`,
    );
    note(`Compare each, then: clew decide ${folder} hit <hit> confirm|reject`);
  }
}

const STATE_WORDS = { proposed: 'not reviewed', confirmed: 'confirmed', rejected: 'rejected' } as const;

function tellHit(hit: Hit, { view, words }: Told): void {
  const names = namesOf(view);
  const state = hit.state === 'proposed' ? `possible match, ${STATE_WORDS.proposed}` : STATE_WORDS[hit.state];
  printLine(`${hit.id.slice(0, 10)}  ${bold(names.entity(hit.entity))}  ${hit.score.toFixed(2)}  ${state}`);
  printLine(`    ${shown(hit.primary)} (${hit.list} ${hit.entry}, ${hit.kind})`);
  if (hit.name !== hit.primary) printLine(`    matched by the name ${shown(hit.name)}`);
  if (hit.programmes.length > 0) printLine(`    programme: ${hit.programmes.map((one) => shown(one)).join(', ')}`);
  printLine(`    ${shown(hit.listing.detail)}`);
  for (const reason of hit.reasons) printLine(dim(`    ${wordReason(reason)}`));
  for (const { relation, name } of hit.links)
    printLine(`    tie, not a listing: ${relation.replaceAll('-', ' ')} ${shown(name)}`);
  for (const check of hit.dated) {
    const claim = names.claim(check.claim);
    const what = words.predicate(claim ?? { predicate: check.predicate, modality: 'reported' }).toLowerCase();
    printLine(`    ${what}, ${wordEdtf(check.edtf)}: ${shown(check.detail)}`);
    if (claim) printLine(dim(`      ${shown(words.claim(claim), 200)}`));
  }
}

function tellChanges(told: Told, { added, gone, changed }: HitChanges, since: string | null): void {
  tellLists(told.view);
  note(
    since === null
      ? 'No screening of this case is recorded: everything is new.'
      : `Against the screening recorded ${since}:`,
  );
  for (const hit of added) {
    printLine(bold('new'));
    tellHit(hit, told);
  }
  for (const { hit, what } of changed) {
    printLine(bold(`changed: ${what.map((one) => shown(one)).join('; ')}`));
    tellHit(hit, told);
  }
  for (const hit of gone) printLine(`${bold('gone')}  ${wordGone(hit)}`);
  note(`${added.length} new, ${changed.length} changed, ${gone.length} gone.`);
}

const wordGone = ({ entity, name, list, entry, score }: ScreenedHit): string =>
  `${shown(entity)}  ${score.toFixed(2)}  ${shown(name)} (${list} ${entry})`;
