import { type Child, type ChildJob, type ChildLimits, type ChildProgram, type Death, startChild } from './child.ts';

export interface LaneLimits extends ChildLimits {
  /** Workers at once. */
  readonly size: number;
  /** Files that a worker reads before a fresh one takes its place. */
  readonly recycleAfter: number;
}

export interface Attempt {
  readonly death: Death | null;
  /** Nothing that a file before left behind can have had a part in it. */
  readonly isFresh: boolean;
}

/** Workers that take jobs in turn; they start when there is work for them. */
export interface Lane {
  /** One try in one worker. Rejects when workers do not start, or once the lane is closed. */
  readonly attempt: (job: ChildJob) => Promise<Attempt>;
  /** Kills every worker. */
  readonly close: () => void;
}

/** Above this share of its memory a worker is not trusted with another file. */
const TIRED = 0.6;

/** `program` is asked for when the first worker starts. */
export function createLane(limits: LaneLimits, program: () => ChildProgram): Lane {
  const idle: Child[] = [];
  const waiting: ((child: Child) => void)[] = [];
  const running = new Set<Child>();
  let busy = 0;
  let isClosed = false;

  const start = (): Child => {
    const child = startChild(limits, program());
    running.add(child);
    return child;
  };
  const acquire = (): Promise<Child> => {
    if (isClosed) return Promise.reject(new Error('The pool is closed.'));
    if (busy >= limits.size) return new Promise((resolve) => waiting.push(resolve));
    busy += 1;
    return Promise.resolve(idle.pop() ?? start());
  };
  const retire = (child: Child): void => {
    child.kill();
    running.delete(child);
  };
  const release = (child: Child): void => {
    const isFit = child.isAlive() && child.served() < limits.recycleAfter && child.memory() < limits.memoryMb * TIRED;
    if (!isFit) retire(child);
    const next = waiting.shift();
    if (next) next(isFit ? child : start());
    else {
      busy -= 1;
      if (isFit) idle.push(child);
    }
  };
  return {
    attempt: async (job) => {
      const child = await acquire();
      const isFresh = child.served() === 0;
      try {
        return { death: await child.run(job), isFresh };
      } finally {
        release(child);
      }
    },
    close: () => {
      isClosed = true;
      for (const child of running) child.kill();
      running.clear();
      idle.length = 0;
    },
  };
}
