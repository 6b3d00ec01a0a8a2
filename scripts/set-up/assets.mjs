// Builds what pages load besides their HTML: the stylesheets, the two fonts and the script of charts, into public/assets/.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { cutFonts } from './fonts.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Every page loads the first; the pages behind the sign-in add the second. */
export const stylesheets = { 'candour.css': 'app/globals.css', 'staff.css': 'app/staff.css' };

/** The script by which charts are explored, on public pages that have one. */
export const scripts = { 'explore.js': 'components/chart/explore-page.ts' };

/** Writes the stylesheets, the scripts and fonts/ into a folder; answers the bytes of each, raw and compressed. */
export async function buildAssets(out = join(root, 'public/assets')) {
  const { default: postcss } = await import('postcss');
  const { default: tailwind } = await import('@tailwindcss/postcss');
  await mkdir(join(out, 'fonts'), { recursive: true });

  const sizes = {};
  for (const [name, source] of Object.entries(stylesheets)) {
    const from = join(root, source);
    const plugin = tailwind({ base: root, optimize: { minify: true }, transformAssetUrls: false });
    const { css } = await postcss([plugin]).process(await readFile(from, 'utf8'), { from });
    await writeFile(join(out, name), css);
    sizes[name] = { raw: Buffer.byteLength(css), gzip: gzipSync(css, { level: 9 }).length };
  }
  for (const [name, source] of Object.entries(scripts)) {
    const { build } = await import('esbuild');
    const options = { bundle: true, minify: true, format: 'esm', target: 'es2020', charset: 'utf8', write: false };
    const { outputFiles } = await build({ ...options, entryPoints: [join(root, source)], logLevel: 'warning' });
    const [script] = outputFiles;
    await writeFile(join(out, name), script.contents);
    sizes[name] = { raw: script.contents.length, gzip: gzipSync(script.contents, { level: 9 }).length };
  }
  return { ...sizes, ...(await cutFonts(join(out, 'fonts'))) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, { raw, gzip }] of Object.entries(await buildAssets()))
    console.log(`${name}: ${raw} bytes, ${gzip} gzip`);
}
