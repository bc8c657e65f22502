#!/usr/bin/env node
// Sends signed, made-up traffic of WhatsApp and Lead Ads at the app that runs from this folder, waits, and says how it went. Ends with 1 when something was refused.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const usual = { count: 100, rate: 20, duplicates: 5, reordered: 5, batch: 3, seed: 1, lost: 0 };
const usage = `./simulate.mjs [--count 100] [--rate 20] [--duplicates 5] [--reordered 5] [--batch 3] [--seed 1] [--lost 0]

  --count       messages and forms, up to 10,000
  --rate        so many a second, up to 1,000
  --duplicates  so many of 100 come twice
  --reordered   so many of 100 come late
  --batch       so many in one delivery, up to 1,000
  --seed        the same seed makes the same people, who say the same
  --lost        so many of 100 forms never arrive: a comparison with Meta finds them

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
const words = process.argv.slice(2);
for (let place = 0; place < words.length; place += 2) {
  const [name, value] = [words[place].replace(/^--/, ''), Number(words[place + 1])];
  if (!Object.hasOwn(usual, name) || !Number.isInteger(value)) stop(usage, words[place] === '--help' ? 0 : 2);
  run[name] = value;
}

const app = JSON.parse(read('run.json', 'LeadHeat does not run here. Start it with ./run.sh --demo.'));
const api = app.resources.find(each => each.resource === 'api').urls[0];
const headers = { 'X-Api-Key': read('admin-key', 'The data folder has no admin-key.'), 'Content-Type': 'application/json' };
const started = await fetch(`${api}/api/simulator`, { method: 'POST', headers, body: JSON.stringify(run) });
if (!started.ok) {
  const { title, detail, errors } = await started.json();
  stop([title, detail, ...Object.values(errors ?? {}).flat()].filter(Boolean).join(' '));
}

let status;
do {
  await wait(500);
  status = await (await fetch(`${api}/api/simulator`, { headers })).json();
} while (status.running);
console.log(`${status.planned} planned, ${status.sent} acknowledged, ${status.refused} refused.`);
process.exitCode = status.refused > 0 ? 1 : 0;
