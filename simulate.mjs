#!/usr/bin/env node
// Sends signed, made-up traffic of WhatsApp and Lead Ads at the app that runs from this folder, waits until all of it is answered, and says what became of it.
// Ends with 1 when something was refused, lost or doubled.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const usual = { count: 100, rate: 20, duplicates: 5, reordered: 5, batch: 3, seed: 1, lost: 0, odd: 0 };
const longestStill = 180_000;
const usage = `./simulate.mjs [--count 100] [--rate 20] [--duplicates 5] [--reordered 5] [--batch 3] [--seed 1] [--lost 0] [--odd 0] [--kill 0]

  --count       messages and forms, up to 10,000
  --rate        so many a second, up to 1,000
  --duplicates  so many of 100 come twice
  --reordered   so many of 100 come late
  --batch       so many in one delivery, up to 1,000
  --seed        the same seed makes the same people, who say the same
  --lost        so many of 100 forms never arrive: a comparison with Meta finds them
  --odd         so many of 100 somebody has to look at: of an unknown kind, from yesterday, or a form that Meta refuses at first
  --kill        so many times meanwhile a worker is killed (kill -9)

./run.sh --demo has the simulator switched on. LEADHEAT_DATA is the app's data folder when it is not .leadheat.`;

function stop(why, code = 1) {
  console.error(why);
  process.exit(code);
}

function read(name, otherwise) {
  const folder = process.env.LEADHEAT_DATA ?? join(fileURLToPath(new URL('.', import.meta.url)), '.leadheat');
  try {
    return readFileSync(join(folder, name), 'utf8').trim();
  } catch {
    return stop(otherwise);
  }
}

const run = { ...usual };
let kills = 0;
const words = process.argv.slice(2);
for (let place = 0; place < words.length; place += 2) {
  const [name, value] = [words[place].replace(/^--/, ''), Number(words[place + 1])];
  if (!(name === 'kill' || Object.hasOwn(usual, name)) || !Number.isInteger(value)) stop(usage, words[place] === '--help' ? 0 : 2);
  if (name === 'kill') kills = value;
  else run[name] = value;
}

const resources = () => JSON.parse(read('run.json', 'LeadHeat does not run here. Start it with ./run.sh --demo.')).resources;
const api = resources().find(each => each.resource === 'api').urls[0];
const headers = { 'X-Api-Key': read('admin-key', 'The data folder has no admin-key.'), 'Content-Type': 'application/json' };

async function ask(path, method = 'GET', body) {
  const answer = await fetch(`${api}${path}`, { method, headers, body: body && JSON.stringify(body) });
  if (answer.ok) return answer.json();
  const { title, detail, errors } = await answer.json();
  return stop([title, detail, ...Object.values(errors ?? {}).flat()].filter(Boolean).join(' '));
}

let killed = 0;
function killWorker() {
  const up = resources().filter(each => each.resource === 'worker' && each.pids.length > 0);
  if (up.length === 0) return;
  try {
    process.kill(up[killed % up.length].pids[0], 'SIGKILL');
    killed++;
  } catch {
    // It has ended by itself a moment ago, and the file does not say so yet.
  }
}

await ask('/api/simulator', 'POST', run);
let status, ledger, last, changed = Date.now(), sentAt, endedAtKill = 0;
do {
  await wait(run.count > 1000 ? 1000 : 250);
  // In this order: what is not sending any more has told the ledger all of it.
  status = await ask('/api/simulator');
  if (status.failure) stop(status.failure);
  ledger = await ask('/api/simulator/ledger');
  const [sent, ended] = [status.sent / status.planned || 0, (ledger.stored - ledger.pending - ledger.open) / run.count];
  // Whoever is killed has done something: workers that only ever begin would end nothing.
  if (killed < kills && (sent + ended) / 2 > killed / kills && ended > endedAtKill) {
    killWorker();
    endedAtKill = ended;
  }
  if (!status.running) sentAt ??= Date.now();
  const now = JSON.stringify([status, ledger]);
  if (now !== last) [last, changed] = [now, Date.now()];
} while (status.running || (!ledger.isSettled && Date.now() - changed < longestStill));

const count = number => number.toLocaleString('en');
console.log(`${count(status.planned)} planned, ${count(status.sent)} acknowledged, ${count(status.refused)} refused.${kills ? ` Workers killed: ${killed}.` : ''}`);
console.log(`${count(ledger.acknowledged)} different ones acknowledged: ${count(ledger.stored)} stored, ${count(ledger.processed)} processed, ${count(ledger.pending)} pending, ${count(ledger.dead)} dead.`);
console.log(`Lost ${ledger.lost}, doubled ${ledger.doubled}, out of order ${ledger.outOfOrder}, on the way ${ledger.open}. All was done ${((changed - sentAt) / 1000).toFixed(1)} s after the last was sent.`);
console.log(`${count(ledger.conversations)} conversations, ${ledger.secondConversations} beyond one a contact; ${count(ledger.leads)} leads.`);

const asked = Date.now();
let report = await ask('/api/lead-forms/reconciliation', 'POST');
while (['waiting', 'running'].includes(report.latest.state) && Date.now() - asked < longestStill) {
  await wait(500);
  report = await ask('/api/lead-forms/reconciliation');
}
const sum = what => report.latest.forms.reduce((all, form) => all + what(form), 0);
const [expected, missing] = [sum(form => form.expected), sum(form => form.missingCount)];
console.log(report.latest.state === 'done'
  ? `Compared with Meta: ${count(expected)} forms there, ${count(missing)} of them missing here.`
  : `The comparison with Meta did not end: ${report.latest.failure ?? report.latest.state}.`);

const whole = ledger.holds && ledger.isSettled && (run.odd > 0 || ledger.dead === 0) && report.latest.state === 'done' && (run.lost + run.odd > 0 || missing === 0);
process.exitCode = status.refused === 0 && whole ? 0 : 1;
