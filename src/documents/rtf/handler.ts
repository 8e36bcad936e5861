import type { Budget } from '../budget.ts';
import { changingDate, showsChangingDate } from '../changing-date.ts';
import { isSymbolFont, symbolOf } from '../symbols.ts';
import type { TextBuilder } from '../text-builder.ts';
import { createCodePageDecoder } from './code-pages.ts';
import { closeFlow } from './flow.ts';
import { gatherBinary, gatherHex, objectFile, pictureFile } from './objects.ts';
import type { Group, RtfState } from './state.ts';
import type { RtfHandler } from './tokens.ts';
import { doWord, writePlain } from './words.ts';

interface Target {
  readonly builder: TextBuilder;
  readonly budget: Budget;
}

/** Groups deeper than this are read as if they were their parent: no writer nests so far. */
const DEEPEST = 5_000;

/** A handler that builds a document's text in `state` and `builder`. Nesting costs memory up to a bound, never stack. */
export function rtfHandler(state: RtfState, { builder, budget }: Target): RtfHandler & { readonly finish: () => void } {
  const decode = createCodePageDecoder();
  const flush = (): void => {
    if (state.bytes.length === 0) return;
    const text = decode(state.bytes, state.bytesPage);
    state.bytes = [];
    writePlain(state, text);
  };
  return {
    finish: flush,
    open: () => {
      flush();
      state.skip = 0;
      state.isStarred = false;
      const parent = state.groups.at(-1);
      if (!parent || state.groups.length >= DEEPEST) state.tooDeep += 1;
      else state.groups.push({ ...parent, isOwner: false });
      state.isFull ||= builder.length() > budget.textLeft();
    },
    close: () => {
      flush();
      state.skip = 0;
      state.isStarred = false;
      if (state.tooDeep > 0) state.tooDeep -= 1;
      else if (state.groups.length === 1) state.closedTooOften = true;
      else endGroup(state, builder);
    },
    control: (word, value) => {
      if (word === 'u') {
        flush();
        writeUnit(state, value ?? 0);
      } else if (state.skip > 0) state.skip -= 1;
      else {
        flush();
        doWord(state, word, value, builder);
      }
    },
    byte: (value) => {
      const group = state.groups.at(-1);
      state.isStarred = false;
      if (state.skip > 0) state.skip -= 1;
      else if (!group || group.destination === 'skip') return;
      else if (group.destination === 'picture' || group.destination === 'object-data') {
        if (state.gathered) gatherHex(state.gathered, value);
      } else if (state.symbolFonts.size > 0 && group.destination === 'text' && symbolFontOf(state, group) !== null) {
        flush();
        writePlain(state, value === 0x20 ? ' ' : (symbolOf(symbolFontOf(state, group) ?? '', value) ?? '\ufffd'));
      } else {
        const page = codePageOf(state, group);
        if (page !== state.bytesPage || state.bytes.length > 65_536) flush();
        state.bytesPage = page;
        state.bytes.push(value);
      }
    },
    binary: (bytes) => {
      const group = state.groups.at(-1);
      if (state.skip > 0) state.skip -= 1;
      else if (state.gathered && (group?.destination === 'picture' || group?.destination === 'object-data'))
        gatherBinary(state.gathered, bytes);
    },
  };
}

const codePageOf = (state: RtfState, group: Group): number =>
  state.fontPages.get(group.font < 0 ? state.defaultFont : group.font) ?? state.codePage;

/** Name of the font in force where its letters are pictures, else `null`. A space is a space in any font. */
const symbolFontOf = (state: RtfState, group: Group): string | null =>
  state.symbolFonts.get(group.font < 0 ? state.defaultFont : group.font) ?? null;

/** `\u`: one UTF-16 code unit, negative above 32,767; what stands for it in old programs is skipped. */
function writeUnit(state: RtfState, value: number): void {
  const unit = value < 0 ? value + 65_536 : value;
  const group = state.groups.at(-1);
  const font = group && unit >= 0xf000 && unit <= 0xf0ff ? symbolFontOf(state, group) : null;
  const symbol = font === null ? null : symbolOf(font, unit);
  writePlain(
    state,
    symbol !== null
      ? symbol
      : unit <= 0xffff
        ? String.fromCharCode(unit)
        : unit <= 0x10ffff
          ? String.fromCodePoint(unit)
          : '\ufffd',
  );
  state.skip = state.groups.at(-1)?.uc ?? 1;
}

function endGroup(state: RtfState, builder: TextBuilder): void {
  const group = state.groups.pop();
  if (!group?.isOwner) {
    if (group?.destination === 'fonts' || group?.destination === 'styles') endEntry(state, group);
    return;
  }
  if (group.key === `flow ${state.flows.length}`) closeFlow(state, builder);
  else END[group.destination]?.(state, group);
}

/** A group inside the table of fonts or styles describes one of them. */
function endEntry(state: RtfState, group: Group): void {
  const name = state.text.trim().replace(/;$/, '');
  state.text = '';
  if (group.destination === 'fonts' && isSymbolFont(name)) state.symbolFonts.set(group.font, name);
  if (group.destination === 'styles' && /^(?:heading \d|title|subtitle)$/i.test(name))
    state.headingStyles.add(state.style);
  if (group.destination === 'styles') state.style = -1;
}

/** Fields that fetch something or run a program. */
const REACHES_OUT = /^\s*(?:DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|IMPORT|INCLUDE|LINK|DATABASE)\b/i;

const END: Partial<Record<Group['destination'], (state: RtfState, group: Group) => void>> = {
  info: (state, { key }) => {
    if (state.text.trim() !== '') state.info.set(key, state.text.trim());
    state.text = '';
  },
  instruction: (state) => {
    if (showsChangingDate(state.text)) state.problems.push(changingDate('documents/rtf'));
    if (REACHES_OUT.test(state.text)) state.reaching.push(`the field ${state.text.trim().slice(0, 120)}`);
    state.text = '';
  },
  'comment-author': (state) => {
    state.author = state.text.trim();
    state.text = '';
  },
  picture: (state) => {
    state.counts.picture += 1;
    const file = state.gathered ? pictureFile(state.gathered, state.counts.picture) : null;
    state.gathered = null;
    if (file) state.children.push(file);
  },
  'object-data': (state) => {
    state.counts.object += 1;
    const content = state.gathered ? objectFile(state.gathered, state.counts.object) : { kind: 'nothing' as const };
    state.gathered = null;
    if (content.kind === 'file') state.children.push(content.file);
    if (content.kind === 'link') state.reaching.push(`a link to ${content.target}`);
  },
};
