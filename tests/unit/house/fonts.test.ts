import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create, type Font } from 'fontkitten';
import postcss, { type AtRule } from 'postcss';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cutFonts, extended, fonts, latin, plainFont } from '@/scripts/set-up/fonts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'candour-fonts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const openFont = async (file: string): Promise<Font> => create(await plainFont(file)) as Font;
const faces = postcss
  .parse(readFileSync('app/styles/scale/fonts.css', 'utf8'))
  .nodes.filter((node): node is AtRule => node.type === 'atrule' && node.name === 'font-face')
  .map((face) =>
    Object.fromEntries((face.nodes ?? []).flatMap((line) => (line.type === 'decl' ? [[line.prop, line.value]] : []))),
  );

describe('the fonts that pages load', () => {
  let sizes: Record<string, { raw: number }> = {};
  beforeAll(async () => {
    sizes = await cutFonts(folder);
  });

  test.each(fonts.map(({ name, text }) => [name, text]))(
    '%s has every letter that it is cut to',
    async (name, text) => {
      const font = await openFont(join(folder, name));
      const missing = [...(text ?? '')].filter((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
      expect(missing).toEqual([]);
      expect(Object.keys(font.variationAxes)).toEqual(['wght']);
    },
  );

  test('those of almost every page are 54,000 bytes at most, and were 78,000', () => {
    const first = Object.entries(sizes).filter(([name]) => name.includes('-latin'));
    expect(first).toHaveLength(2);
    expect(first.reduce((sum, [, { raw }]) => sum + raw, 0)).toBeLessThan(54_000);
  });

  test('each letter is asked of the file that has it', () => {
    for (const [part, text] of [
      ['latin', latin],
      ['extended', extended],
    ] as const)
      for (const face of faces.filter(({ src }) => src?.includes(`-${part}.woff2`)))
        expect([...text].filter((letter) => !inRange(letter, face['unicode-range'] ?? ''))).toEqual([]);
  });
});

const inRange = (letter: string, ranges: string): boolean =>
  ranges.split(', ').some((range) => {
    const [from, to] = range
      .replace('U+', '')
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    const point = letter.codePointAt(0) ?? 0;
    return from !== undefined && point >= from && point <= (to ?? from);
  });

/** Words as they stand on our pages, by whose letters widths are compared. */
const sample = `Five of eighteen rated measures miss their target; two are getting worse. Average number of cases per
Independent Reviewing Officer, at most 76: 83 is above the target by 7. Percentage of foster care children placed with
Northumberland County Council foster carers. At 17 August 2018, edition 4, published by the performance officer. The
share is down on last year and on three months ago, but over the last 12 months many more children have returned to a
plan. An audit found that improvements made during the first plan did not last. Committees, calendar, data, how to read,
search. Children's Social Care; Highways and transport. Up to date. Improving, worsening, no change, not compared. What
is being done: go through the cases with partner agencies. Head of Safeguarding, no date set.`.replaceAll('\n', ' ');

/**
 * How wide the letters of the sample are on average in fonts that readers have, in em: measured with Liberation Sans and
 * Serif, which have the widths of Arial and Times New Roman, with Gelasio, which has those of Georgia, Roboto and Noto Serif.
 */
const widths: Record<string, [regular: number, bold: number]> = {
  'Like Public Sans, Arial': [0.44761, 0.48057],
  'Like Public Sans, Roboto': [0.44576, 0.45283],
  'Like Source Serif, Georgia': [0.44375, 0.51646],
  'Like Source Serif, Times': [0.40454, 0.43148],
  'Like Source Serif, Noto': [0.47971, 0.50954],
};

describe('what stands there until they come', () => {
  const stands = faces.filter(({ src }) => src?.startsWith('local('));

  test.each(stands.map((face) => [`${face['font-family']} ${face['font-weight']}`, face]))(
    '%s is as wide and as high as ours',
    async (_, face) => {
      const family = face['font-family']?.replaceAll('"', '') ?? '';
      const source = fonts.find(({ name }) =>
        name.startsWith(family.includes('Sans') ? 'public-sans-l' : 'source-serif-4-l'),
      );
      const [from = 0, to = 0] = face['font-weight']?.split(' ').map(Number) ?? [];
      const bold = from > 550;
      const weight = bold ? 600 : from > 450 ? 500 : 400;
      expect(weight >= from && weight <= to).toBe(true);
      const font = (await openFont(source?.source ?? '')).getVariation({ wght: weight }) as Font;
      const letters = [...sample];
      const ours =
        letters.reduce((sum, letter) => sum + font.glyphForCodePoint(letter.codePointAt(0) ?? 0).advanceWidth, 0) /
        letters.length /
        font.unitsPerEm;
      const adjust = ours / (widths[family]?.[bold ? 1 : 0] ?? Number.NaN);
      const wanted = {
        'size-adjust': adjust,
        'ascent-override': font.ascent / font.unitsPerEm / adjust,
        'descent-override': -font.descent / font.unitsPerEm / adjust,
        'line-gap-override': font.lineGap / font.unitsPerEm / adjust,
      };
      for (const [property, value] of Object.entries(wanted))
        expect(Number.parseFloat(face[property] ?? ''), property).toBeCloseTo(value * 100, 1);
    },
  );

  test('every one of them is in the list of its family, and no other', () => {
    const [sans, serif] = ['sans', 'serif'].map((kind) =>
      readFileSync('app/globals.css', 'utf8')
        .match(new RegExp(`--font-${kind}:\\s+([^;]*);`))?.[1]
        ?.split(/,\s+(?="|[\w-]+$)/),
    );
    const named = [...new Set(stands.map((face) => face['font-family']))];
    expect(sans).toEqual(['"Public Sans"', ...named.filter((name) => name?.includes('Public')), 'sans-serif']);
    expect(serif).toEqual(['"Source Serif 4"', ...named.filter((name) => name?.includes('Source')), 'serif']);
  });
});
