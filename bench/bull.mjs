// Jobs through BullMQ: node bull.mjs <port of Redis> <how many> <how many at a time>. One line of JSON at the end.
import { Queue, Worker } from 'bullmq';

const [port, jobs, concurrency] = process.argv.slice(2).map(Number);
const connection = { host: '127.0.0.1', port };
const name = `bench-${Date.now()}`;
const seen = new Map();
const queue = new Queue(name, { connection });
await queue.waitUntilReady();
const worker = new Worker(name, async job => ({ turnId: job.data.turn, reply: 'Hello' }), { connection, concurrency });
await worker.waitUntilReady();
const done = new Promise(resolve => worker.on('completed', job => {
  seen.set(job.data.turn, (seen.get(job.data.turn) ?? 0) + 1);
  if (seen.size === jobs) resolve();
}));

const began = performance.now();
const batch = 1000;
for (let from = 0; from < jobs; from += batch)
  await queue.addBulk(Array.from({ length: Math.min(batch, jobs - from) }, (_, place) => ({ name: 'turn', data: { turn: from + place } })));
await done;
const seconds = (performance.now() - began) / 1000;
await worker.close();
await queue.obliterate({ force: true });
await queue.close();
console.log(JSON.stringify({ seconds, lost: jobs - seen.size, doubled: [...seen.values()].filter(times => times > 1).length }));
