/**
 * Source of a worker that starts as a real one does, takes requests and the bytes behind them, and does `job` with each
 * (`request`, `send(message)`, `out`). It ignores SIGTERM.
 */
export function fakeWorker(job: string): string {
  return `
    import { Socket } from 'node:net';
    const out = new Socket({ fd: 3 });
    const send = (message) => {
      const json = Buffer.from(JSON.stringify(message));
      const length = Buffer.alloc(4);
      length.writeUInt32BE(json.length);
      return new Promise((done) => out.write(Buffer.concat([length, json]), done));
    };
    process.on('SIGTERM', () => {});
    process.stdin.on('end', () => process.exit(0));
    let held = Buffer.alloc(0);
    const serve = async (request) => {
      ${job}
    };
    process.stdin.on('data', (chunk) => {
      held = Buffer.concat([held, chunk]);
      for (;;) {
        const end = held.length < 4 ? Infinity : 4 + held.readUInt32BE(0);
        const request = held.length < end ? null : JSON.parse(held.subarray(4, end));
        if (!request || held.length < end + (request.bodyBytes ?? 0)) return;
        held = held.subarray(end + (request.bodyBytes ?? 0));
        void serve(request);
      }
    });
    await send({ kind: 'ready' });`;
}
