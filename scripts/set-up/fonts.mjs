import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRepository } from '../program/folders.mjs';

/** Every code point from one to another as text. */
const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, step) => from + step));

/**
 * English, Latin-1 (with the Welsh â ê î ô û) and punctuation: what almost every page needs. What both families
 * have; an arrow is drawn by the next font in the list.
 */
export const latin = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ıŒœ–—‘’‚“”„•…‹›⁄€™−`;

/** The other letters of Europe's Latin alphabets, among them the Welsh ŵ and ŷ: for names and for Welsh words. */
export const extended = `${range(0x100, 0x12b)}${range(0x12e, 0x130)}${range(0x134, 0x148)}${range(0x14a, 0x151)}${range(0x154, 0x165)}${range(0x168, 0x17e)}ȘșȚț${range(0x1e80, 0x1e85)}Ỳỳ`;

const files = '@fontsource-variable';
const parts = { latin: ['latin', latin], extended: ['latin-ext', extended] };

/** Upright, with the weight axis; a file whose letters or weights change takes a new name, for browsers keep it for ever. */
export const fonts = ['public-sans', 'source-serif-4'].flatMap((family) =>
  Object.entries(parts).map(([name, [part, text]]) => ({
    name: `${family}-${name}.woff2`,
    source: join('node_modules', files, family, 'files', `${family}-${part}-wght-normal.woff2`),
    text,
  })),
);

/** What the style sheets ask of the fonts, and what marks over letters need. */
const features = ['kern', 'liga', 'calt', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum', 'lnum'];

/** Writes the cut fonts into a folder; answers the bytes of each by name. */
export async function cutFonts(out) {
  const { default: subsetFont } = await import('subset-font');
  const sizes = {};
  for (const { name, source, text } of fonts) {
    const options = { targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 700 } }, keepFeatures: features };
    const font = await subsetFont(await readFile(inRepository(source)), text, options);
    await writeFile(join(out, name), font);
    sizes[name] = { raw: font.length, gzip: font.length };
  }
  return sizes;
}

/** A font of a file in the form of which every weight can be read. */
export async function plainFont(file) {
  const { default: subsetFont } = await import('subset-font');
  return subsetFont(await readFile(file), '', { keepAllGlyphs: true, targetFormat: 'truetype' });
}
