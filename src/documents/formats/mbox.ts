import type { Budget } from '../budget.ts';
import { findMessages, unquoteMessage } from '../mail/mbox.ts';
import { type Child, problemsBy, type Reader, type Report } from '../reader.ts';

const problem = problemsBy('documents/mbox');

/** A mailbox: messages one after the other. Each becomes a document of its own; the mailbox itself has no text. */
export const mbox: Reader = {
  name: 'mbox',
  mediaTypes: ['application/mbox'],
  extensions: ['.mbox', '.mbx', '.mboxrd'],
  read: async ({ bytes, budget }) => ({ text: '', children: (report) => messagesOf(bytes, budget, report) }),
};

const HEADER = /^[A-Za-z][A-Za-z0-9-]{0,60}:/;

async function* messagesOf(bytes: Uint8Array, budget: Budget, report: Report): AsyncGenerator<Child> {
  let n = 0;
  for (const { start, end } of findMessages(bytes)) {
    n += 1;
    if (end - start > budget.limits.maxEntryBytes) {
      const detail = `Message ${n} has ${end - start} bytes; up to ${budget.limits.maxEntryBytes} are read. Save it by itself and add it.`;
      report(problem('archive-entry-refused', 'warning', detail));
      continue;
    }
    const message = unquoteMessage(bytes.subarray(start, end));
    if (message.length === 0) continue;
    const head = new TextDecoder('latin1').decode(message.subarray(0, 200));
    // What has no headers is no message; it is read as the text it is.
    yield { name: HEADER.test(head) ? `message-${n}.eml` : `message-${n}.txt`, place: `message ${n}`, bytes: message };
  }
}
