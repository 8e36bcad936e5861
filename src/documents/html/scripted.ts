import type { Problem } from '../../model/index.ts';
import { problemsBy } from '../reader.ts';
import type { TextBuilder } from '../text-builder.ts';
import { isElement, type Node, walk } from './tree.ts';

const problem = problemsBy('documents/html');

/** Less visible text than this (code units) beside scripts, and it asks for them: the page is a shell that scripts fill. */
const SHELL = 300;
/** So little text needs no such request. */
const BARE = 20;
/** How much of the start of an article has to stand on the page for the page to show it. */
const SAMPLE = 80;

const squeeze = (text: string): string => text.replace(/\s+/g, '');

/**
 * What a page shows only when its scripts run: the article that its data for search engines (`articleBody`) hold is read from
 * there, where the page itself lacks it. Returns the notes: where that text is from, or that there may be text that was not read.
 */
export function addScripted(root: Node, body: string | null, builder: TextBuilder): Problem[] {
  const shown = squeeze(builder.finish().text);
  if (body !== null && !shown.includes(squeeze(body).slice(0, SAMPLE))) {
    const start = builder.length();
    for (const paragraph of body.split(/\n\s*\n|\r\n|\n/))
      builder.add(paragraph, 'paragraph', 'data of the page (JSON-LD)');
    const detail = 'The page holds this text only in its data for search engines; a visitor sees it when scripts run.';
    return [
      problem('script-made', 'note', detail, { start: Math.min(start + 2, builder.length()), end: builder.length() }),
    ];
  }
  const isShell = shown.length < BARE || (shown.length < SHELL && /java-?script|джаваскрипт/i.test(shown));
  if (!isShell || !hasScript(root)) return [];
  const detail =
    'The page shows hardly any text without its scripts, which are not run. Save it as PDF, or as the browser shows it, and add that file.';
  return [problem('script-made', 'warning', detail)];
}

/** Scripts that may write text: data for machines are none. */
function hasScript(root: Node): boolean {
  let isFound = false;
  walk(root, {
    enter: (node) => {
      if (isElement(node) && node.tagName === 'script') {
        const type = node.attrs.find(({ name }) => name === 'type')?.value ?? '';
        isFound ||= /^$|javascript|ecmascript|module|babel/i.test(type);
      }
      return !isFound && 'childNodes' in node;
    },
    leave: () => {},
  });
  return isFound;
}
