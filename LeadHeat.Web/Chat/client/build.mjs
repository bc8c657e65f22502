// Builds what visitors load: the chat page's script and style, and the one script that embeds it in other sites.
// npm run build:chat calls it; all it writes is ignored by git.
import { build } from 'esbuild';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../wwwroot');
const common = { bundle: true, minify: true, legalComments: 'none', logLevel: 'warning', format: 'iife', target: ['es2022', 'chrome108', 'firefox115', 'safari16'] };

const launcher = await build({ ...common, entryPoints: [join(here, 'launcher.css')], write: false });

await Promise.all([
  build({ ...common, entryPoints: { chat: join(here, 'chat.js') }, outdir: join(root, 'js') }),
  build({ ...common, entryPoints: { chat: join(here, 'chat.css') }, outdir: join(root, 'js'), external: ['/fonts/*'] }),
  build({
    ...common,
    entryPoints: [join(here, 'embed.js')],
    outfile: join(root, 'embed.js'),
    define: { LAUNCHER_CSS: JSON.stringify(launcher.outputFiles[0].text.trim()) },
  }),
]);
