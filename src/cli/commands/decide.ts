import { userInfo } from 'node:os';
import { ClewError } from '../../errors.ts';
import {
  type CaseView,
  type ClaimEdit,
  MODALITIES,
  type Modality,
  PREDICATES,
  type Predicate,
  REPLY_OUTCOMES,
  type ReplyOutcome,
} from '../../model/index.ts';
import { note, printJson, shown } from '../output.ts';
import { wordsOfCase } from '../reading.ts';
import { type CommonOptions, lexicons, now, withCase } from '../session.ts';
import { describeDecision } from './decisions.ts';

type Request = import('../../cases/index.ts').Request;

export interface DecideOptions extends CommonOptions {
  readonly who?: string;
  readonly comment?: string;
  readonly predicate?: string;
  readonly modality?: string;
  readonly polarity?: string;
  readonly subject?: readonly string[];
  readonly object?: readonly string[];
  readonly theme?: readonly string[];
  readonly place?: readonly string[];
  readonly number?: string;
  readonly unit?: string;
  readonly time?: string;
  readonly note?: string;
  readonly date?: string;
}

/** For each action: the ids it takes, and how they become a request. */
const ACTIONS: Readonly<Record<string, { readonly takes: readonly string[]; readonly request: ToRequest }>> = {
  accept: { takes: ['claim'], request: ([claim = '']) => ({ kind: 'accept', claim }) },
  reject: { takes: ['claim'], request: ([claim = '']) => ({ kind: 'reject', claim }) },
  edit: { takes: ['claim'], request: toEdit },
  same: { takes: ['entity', 'entity'], request: ([left = '', right = '']) => ({ kind: 'same', left, right }) },
  'not-same': {
    takes: ['entity', 'entity'],
    request: ([left = '', right = '']) => ({ kind: 'not-same', left, right }),
  },
  origin: {
    takes: ['claim or document', 'origin'],
    request: ([target = '', origin = '']) => ({ kind: 'origin', target, origin }),
  },
  reply: { takes: ['entity', 'outcome'], request: toReply },
  hit: { takes: ['hit', 'confirm or reject'], request: toHit },
};

interface Asked {
  readonly view: CaseView;
  readonly options: DecideOptions;
}
type ToRequest = (ids: readonly string[], asked: Asked) => Request | Promise<Request>;

export async function decide(
  folder: string,
  action: string,
  ids: readonly string[],
  options: DecideOptions,
): Promise<void> {
  const known = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (known === undefined) {
    throw new ClewError('usage', `${action} is no decision.`, {
      hint: `Decisions are: ${Object.keys(ACTIONS).join(', ')}.`,
    });
  }
  // The case is weighed once for all of them.
  const each = known.takes.join() === 'claim' && action !== 'edit' && ids.length > 0 ? ids.map((id) => [id]) : [ids];
  if (each.some((one) => one.length !== known.takes.length)) {
    throw new ClewError(
      'usage',
      `clew decide <case> ${action} takes ${known.takes.map((name) => `<${name}>`).join(' ')}; ${ids.length} given.`,
      {
        hint: 'Put names with spaces into quotation marks. clew help decide shows examples.',
      },
    );
  }
  await record(folder, options, (view) => Promise.all(each.map((one) => known.request(one, { view, options }))));
}

export async function undo(folder: string, decision: string, options: DecideOptions): Promise<void> {
  await record(folder, options, () => [{ kind: 'undo', decision }]);
}

async function record(
  folder: string,
  options: DecideOptions,
  ask: (view: CaseView) => readonly Request[] | Promise<readonly Request[]>,
): Promise<void> {
  const { composeDecision, viewCase } = await import('../../cases/index.ts');
  await withCase(folder, { write: true }, async (store) => {
    const view = await viewCase(folder, store, await lexicons());
    const who = options.who ?? process.env.CLEW_WHO ?? userInfo().username;
    const deciding = { who, when: now(), comment: options.comment ?? '' };
    // All ids are looked up before anything is recorded.
    const decisions = (await ask(view)).map((request) => composeDecision(view, request, deciding));
    const words = await wordsOfCase(view);
    for (const decision of decisions) {
      await store.addDecision(decision);
      if (options.json) printJson(decision);
      else
        note(
          `Recorded ${decision.id} by ${shown(decision.who)}: ${describeDecision(decision.content, words)}. Take it back with: clew undo ${folder} ${decision.id}`,
        );
    }
  });
}

function oneOf<T extends string>(list: readonly T[], value: string, what: string): T {
  const found = list.find((item) => item === value);
  if (found !== undefined) return found;
  throw new ClewError('usage', `${value} is no ${what}.`, { hint: `One of: ${list.join(', ')}.` });
}

function toReply([party = '', outcome = '']: readonly string[], { options }: Asked): Request {
  return {
    kind: 'reply',
    party,
    outcome: oneOf<ReplyOutcome>(REPLY_OUTCOMES, outcome, 'outcome'),
    note: options.note ?? '',
    date: options.date ?? null,
  };
}

function toHit([hit = '', verdict = '']: readonly string[]): Request {
  return { kind: 'hit', hit, verdict: oneOf(['confirm', 'reject'] as const, verdict, 'verdict on a hit') };
}

async function toEdit([claim = '']: readonly string[], { view, options }: Asked): Promise<Request> {
  const { anchorsInDocument, checkEdit, claimAnchor } = await import('../../cases/index.ts');
  const edit: ClaimEdit = {
    ...(options.predicate === undefined
      ? {}
      : { predicate: oneOf<Predicate>(PREDICATES, options.predicate, 'predicate') }),
    ...(options.modality === undefined ? {} : { modality: oneOf<Modality>(MODALITIES, options.modality, 'modality') }),
    ...(options.polarity === undefined
      ? {}
      : { polarity: oneOf(['positive', 'negative'] as const, options.polarity, 'polarity') }),
    ...(options.subject === undefined ? {} : { subject: anchorsInDocument(view, claim, options.subject) }),
    ...(options.object === undefined ? {} : { object: anchorsInDocument(view, claim, options.object) }),
    ...(options.theme === undefined ? {} : { theme: anchorsInDocument(view, claim, options.theme) }),
    ...(options.place === undefined ? {} : { place: anchorsInDocument(view, claim, options.place) }),
    ...(options.number === undefined ? {} : { value: toValue(options.number, options.unit) }),
    ...(options.time === undefined
      ? {}
      : { time: { text: options.time, edtf: options.time, precision: 'unknown' as const } }),
  };
  if (Object.keys(edit).length === 0) {
    throw new ClewError('usage', 'Nothing to edit was given.', {
      hint: 'Say what is right, for example --modality denied. clew help decide lists the options.',
    });
  }
  checkEdit(view, claimAnchor(view, claim), edit, await lexicons());
  return { kind: 'edit', claim, edit };
}

function toValue(number: string, unit: string | undefined) {
  if (!/^-?\d+(?:\.\d+)?$/.test(number) || unit === undefined) {
    throw new ClewError('usage', '--number takes a decimal such as 1200 or 3.5, together with --unit.', {
      hint: 'For example: --number 1200 --unit km, or --number 700000 --unit USD.',
    });
  }
  const currency = /^[A-Z]{3}$/.test(unit) ? { currency: unit } : {};
  return { number, unit, op: '=' as const, ...currency };
}
