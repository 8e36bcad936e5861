import { isMainThread, Worker } from 'node:worker_threads';

const EVERY_MS = 500;

/** Own thread, so that it goes on while a hostile file keeps the main thread busy. */
const SOURCE = `
const parent = process.ppid;
setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, ${EVERY_MS});
`;

/** Kills this process once its parent is gone, whatever it is doing: no reader outlives the run that started it. */
export function startWatchdog(): void {
  if (!isMainThread) return;
  new Worker(SOURCE, { eval: true, stdout: false, stderr: false }).unref();
}
