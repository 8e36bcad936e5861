import type { MailPart } from './parts.ts';

/** One stretch of a message's body; the same words in two forms where it offers a choice. */
export interface BodyPart {
  readonly plain: MailPart | null;
  readonly html: MailPart | null;
}

export interface Selection {
  readonly bodies: readonly BodyPart[];
  /** Parts that become documents of their own. */
  readonly attachments: readonly MailPart[];
  /** Parts that hold nothing to read: signatures. */
  readonly seals: readonly MailPart[];
  /** Parts under a cipher. */
  readonly locked: readonly MailPart[];
}

const SEALS = /^application\/(?:pkcs7-signature|x-pkcs7-signature|pgp-signature)$/;
/** What reports say in machine-readable parts is part of what the message says. */
const REPORTS = /^(?:message\/(?:delivery-status|disposition-notification|feedback-report)|text\/rfc822-headers)$/;

/** Which parts of a message are its body, in order, and which are attachments. */
export function selectParts(root: MailPart): Selection {
  const bodies: BodyPart[] = [];
  const attachments: MailPart[] = [];
  const seals: MailPart[] = [];
  const locked: MailPart[] = [];
  const visit = (part: MailPart): void => {
    const { type, children } = part;
    if (type === 'multipart/encrypted' && children.length > 0) locked.push(part);
    else if (type === 'multipart/alternative' && children.length > 0) chooseAmong(part);
    else if (type.startsWith('multipart/') && children.length > 0) for (const child of children) visit(child);
    else if (SEALS.test(type)) seals.push(part);
    else if (isBody(part))
      bodies.push(type === 'text/html' ? { plain: null, html: part } : { plain: part, html: null });
    else if (part.bytes.length > 0 || part.filename !== null) attachments.push(part);
  };
  const chooseAmong = (part: MailPart): void => {
    const inner: Selection[] = part.children.map(selectParts);
    const offered = inner.flatMap((selection) => selection.bodies);
    const plain = offered.find((body) => body.plain)?.plain ?? null;
    const html = offered.find((body) => body.html)?.html ?? null;
    if (plain || html) bodies.push({ plain, html });
    const pages = offered.filter((body) => body.html !== null && body.html !== html);
    const size = pages.reduce((sum, body) => sum + (body.html?.bytes.length ?? 0), html?.bytes.length ?? 0);
    // A page in pieces (text, picture, text) is the same words again, unless the plain form is but a stub.
    if (!plain || plain.bytes.length * 10 < size) bodies.push(...pages);
    for (const selection of inner) {
      attachments.push(...selection.attachments);
      seals.push(...selection.seals);
      locked.push(...selection.locked);
    }
  };
  visit(root);
  return { bodies, attachments, seals, locked };
}

function isBody({ type, disposition, filename }: MailPart): boolean {
  if (REPORTS.test(type)) return disposition !== 'attachment';
  if (
    type !== 'text/plain' &&
    type !== 'text/html' &&
    type !== 'text/enriched' &&
    type.startsWith('multipart/') === false
  )
    return false;
  if (disposition === 'attachment') return false;
  // A named text beside the body is a file that somebody enclosed, whatever they say of showing it.
  return filename === null || disposition === '';
}
