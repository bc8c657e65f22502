// Builds what the team's pages load: one script and, for pages with charts or a square code, another, Fluent's tokens as two themes, one sprite of icons, the Inter font.
// npm run build:team calls it; all it writes is ignored by git.
import { build } from 'esbuild';
import { webDarkTheme, webLightTheme } from '@fluentui/tokens';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { icons } from './icons.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../wwwroot');
const folderOf = name => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

async function script(name) {
  await build({
    entryPoints: [join(here, name)],
    outfile: join(root, 'js', name),
    external: ['./charts.js', './qr.js'],
    bundle: true, minify: true, format: 'esm', target: 'es2022', legalComments: 'none', logLevel: 'warning',
  });
}

async function themes() {
  const fonts = new Set(['fontFamilyBase', 'fontFamilyNumeric']);
  // Fluent's own red is too dark for words on its dark greys.
  const dark = { ...webDarkTheme, colorStatusDangerForeground1: '#f1919a' };
  const rules = theme => Object.entries(theme).filter(([name]) => !fonts.has(name)).map(([name, value]) => `--${name}:${value}`).join(';');
  await writeFile(join(root, 'css/fluent.css'),
    `:root{${rules(webLightTheme)}}\n` +
    `:root[data-theme=dark]{${rules(dark)}}\n` +
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${rules(dark)}}}\n`);
}

async function sprite() {
  const folder = join(folderOf('@fluentui/svg-icons'), 'icons');
  const symbols = await Promise.all(Object.entries(icons).map(async ([name, file]) => {
    const svg = await readFile(join(folder, `${file}.svg`), 'utf8');
    const [, size] = /viewBox="([^"]+)"/.exec(svg);
    const paths = [...svg.matchAll(/<path[^>]*\bd="([^"]+)"/g)].map(match => `<path d="${match[1]}"/>`).join('');
    return `<symbol id="${name}" viewBox="${size}">${paths}</symbol>`;
  }));
  await writeFile(join(root, 'js/icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`);
}

async function fonts() {
  const folder = join(folderOf('@fontsource-variable/inter'), 'files');
  for (const set of ['latin', 'latin-ext'])
    await cp(join(folder, `inter-${set}-wght-normal.woff2`), join(root, `fonts/inter-${set}.woff2`));
}

await Promise.all(['css', 'js', 'fonts'].map(folder => mkdir(join(root, folder), { recursive: true })));
await Promise.all([script('team.js'), script('charts.js'), script('qr.js'), themes(), sprite(), fonts()]);
