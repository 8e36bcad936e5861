import type { Problem } from '../../model/index.ts';
import { toMailDate } from '../dates.ts';
import { problemsBy } from '../reader.ts';

const problem = problemsBy('documents/eml');

const ONLY_ONCE = ['from', 'sender', 'to', 'subject', 'date', 'message-id'];

/** Signs that a message was put together to deceive: doubled headers, a display name that is another address. */
export function findOddHeaders(headers: readonly { readonly key: string; readonly value: string }[]): Problem[] {
  const doubled = ONLY_ONCE.filter((key) => headers.filter((header) => header.key === key).length > 1);
  const from = headers.find(({ key }) => key === 'from')?.value ?? '';
  const shown = /^[^<]*?([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)[^<]*</.exec(from.slice(0, 500))?.[1];
  const actual = /<([^<>\s]+@[^<>\s]+)>/.exec(from.slice(0, 500))?.[1];
  const odd = doubled.map((key) =>
    problem(
      'malformed',
      'note',
      `The message has several "${key}" headers; mail programs disagree on which one to show.`,
    ),
  );
  if (shown && actual && shown.toLowerCase() !== actual.toLowerCase()) {
    odd.push(problem('malformed', 'note', `The sender shows as ${shown} but the address is ${actual}.`));
  }
  const date = headers.find(({ key }) => key === 'date')?.value;
  if (date && toMailDate(date) === null)
    odd.push(
      problem(
        'malformed',
        'note',
        `The date "${date.slice(0, 100)}" is none that a calendar has; it is kept as written.`,
      ),
    );
  return odd;
}
