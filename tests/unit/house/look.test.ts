import { readdirSync, readFileSync } from 'node:fs';
import postcss, { type AtRule, type Declaration } from 'postcss';
import { describe, expect, test } from 'vitest';
import { inks } from '@/lib/paper/inks';
import { files } from '../../support/reference/source-imports';

/** The sheets in which a number or a colour may stand: each says in its first line of what. */
const scale = 'app/styles/scale/scale.css';
const colours = 'app/styles/scale/colours.css';
const fonts = 'app/styles/scale/fonts.css';
/** Charts are drawn in the coordinates of their drawings. */
const drawn = /\/(charts|process|sparklines)\.css$/;

type Line = { sheet: string; prop: string; value: string };
const sheets = [
  'app/globals.css',
  'app/staff.css',
  ...readdirSync('app/styles', { recursive: true }).map((file) => `app/styles/${file}`),
]
  .filter((file) => file.endsWith('.css'))
  .sort();

const onPaper = (line: Declaration): boolean => {
  for (let node = line.parent; node; node = node.parent as typeof node)
    if (
      node.type === 'atrule' &&
      /^(page|media print)$/.test(`${(node as AtRule).name} ${(node as AtRule).params}`.trim())
    )
      return true;
  return false;
};

/** Every declaration of the sheets that is for screens. */
const linesOf = (paper: boolean): Line[] =>
  sheets.flatMap((sheet) => {
    const found: Line[] = [];
    postcss.parse(readFileSync(sheet, 'utf8')).walkDecls((line) => {
      const parent = line.parent as AtRule | undefined;
      const isPaper = onPaper(line) || (parent?.type === 'atrule' && parent.name === 'page');
      if (isPaper === paper) found.push({ sheet, prop: line.prop, value: line.value });
    });
    return found;
  });
const screen = linesOf(false);
const elsewhere = screen.filter(({ sheet }) => sheet !== scale && sheet !== fonts && !drawn.test(sheet));

/** What a drawing works out from its own width, in units of its own: charts-seen.spec.ts measures what comes of it. */
const workedOut = /calc\(1px \* tan\(.*\)/;

describe('sizes of type and steps of space stand in one sheet', () => {
  test('no other sheet has a size of type of its own', () => {
    const sizes = elsewhere.filter(({ prop }) => prop === 'font-size' || prop === 'font' || prop.startsWith('--text-'));
    expect(sizes.length).toBeGreaterThan(200);
    expect(sizes.filter(({ value }) => /\d(rem|px|pt|vw)\b/.test(value))).toEqual([]);
  });

  test('nor a step of space: margins, padding and gaps', () => {
    const spaces = elsewhere.filter(({ prop }) => /^(margin|padding|gap|row-gap|column-gap)/.test(prop));
    expect(spaces.length).toBeGreaterThan(400);
    // A line of one or two pixels is no step.
    expect(spaces.filter(({ value }) => /\d(rem|pt|vw)\b|(?<![\w.])([3-9]|\d{2,})px\b/.test(value))).toEqual([]);
  });

  test('the steps are those of the decision', () => {
    const steps = screen.filter(({ sheet, prop }) => sheet === scale && prop.startsWith('--space-'));
    expect(steps.map(({ value }) => Number.parseFloat(value) * 16)).toEqual([2, 4, 8, 12, 16, 24, 32, 48, 64]);
    expect(steps.map(({ prop, value }) => prop === `--space-${Number.parseFloat(value) * 16}`)).not.toContain(false);
  });

  test('nothing on a screen is smaller than 13 pixels, charts included', () => {
    const sizes = screen.flatMap(({ sheet, prop, value }) =>
      prop === 'font-size' || prop === 'font' || prop.startsWith('--text-')
        ? [...value.replace(workedOut, '').matchAll(/(\d*\.?\d+)(rem|px)\b/g)].map(([, size, unit]) => ({
            sheet,
            value,
            pixels: Number(size) * (unit === 'rem' ? 16 : 1),
          }))
        : [],
    );
    expect(sizes.filter(({ pixels }) => pixels < 13)).toEqual([]);
    expect(Math.min(...sizes.map(({ pixels }) => pixels))).toBe(13);
  });

  test('every size, step and colour that is used is there, and every one that is there is used', () => {
    const everything = [...screen, ...linesOf(true)];
    const own = /^--(?:text-(?!tremor)|space-|page-|title-|rail|why|plan-word)/;
    const defined = new Set(
      everything
        .filter(({ sheet, prop }) => sheet === colours || (sheet === scale && own.test(prop)))
        .map(({ prop }) => prop),
    );
    defined.delete('color-scheme');
    const used = new Set(
      everything.flatMap(({ value }) => [...value.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name)),
    );
    const fromTheme = /^--(font|color|text-tremor|default|tw)/;
    expect([...used].filter((name) => name && !defined.has(name) && !fromTheme.test(name))).toEqual([]);
    expect([...defined].filter((name) => !used.has(name))).toEqual([]);
  });
});

describe('colours stand in one sheet, in the light and in the dark', () => {
  test('no other sheet has one of its own', () => {
    const literal =
      /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch|lab|color)a?\(|\b(white|black|red|green|blue|gr[ae]y|orange)\b(?!-)/i;
    const wrong = [...screen, ...linesOf(true)].filter(
      ({ sheet, prop, value }) =>
        sheet !== colours &&
        !prop.startsWith('--font') &&
        prop !== 'content' &&
        literal.test(value.replaceAll(/var\([^)]*\)/g, '')),
    );
    expect(wrong).toEqual([]);
    const inComponents = ['components', 'app'].flatMap((room) =>
      files(room).filter(
        (file) => file.endsWith('.tsx') && /(style=\{|(fill|stroke|color)="#)/.test(readFileSync(file, 'utf8')),
      ),
    );
    expect(inComponents).toEqual([]);
  });

  const schemes = { light: {} as Record<string, string>, dark: {} as Record<string, string> };
  const media = new Set<string>();
  postcss.parse(readFileSync(colours, 'utf8')).walkDecls(/^--/, (line) => {
    const query = line.parent?.parent as AtRule | undefined;
    const dark = query?.params.includes('dark') ?? false;
    if (dark) media.add(query?.params ?? '');
    schemes[dark ? 'dark' : 'light'][line.prop.slice(2)] = line.value;
  });

  test('papers and pictures of links have those of pages in the light', () => {
    for (const [name, value] of Object.entries(inks)) expect(`#${value.toLowerCase()}`, name).toBe(schemes.light[name]);
  });

  test('the dark ones are for screens alone, and none is missing', () => {
    expect([...media]).toEqual(['screen and (prefers-color-scheme: dark)']);
    expect(Object.keys(schemes.dark)).toEqual(Object.keys(schemes.light));
  });

  const words = ['ink', 'soft', 'blue', 'plum', 'red', 'amber', 'green', 'concern'];
  const lines = ['field', 'pale', 'tick', 'process', 'invented', 'other', 'other-2', 'other-3', 'concern-edge'];
  const pairs: [string, string, number][] = [
    ...words.flatMap((word): [string, string, number][] => [
      [word, 'page', 4.5],
      [word, 'band', 4.5],
    ]),
    ...['news', 'mark', 'late-tint'].flatMap((ground): [string, string, number][] => [
      ['ink', ground, 4.5],
      ['soft', ground, 4.5],
      ['blue', ground, 4.5],
    ]),
    // What is written on a solid block, and on the line over every page of a demonstration.
    ['page', 'red', 4.5],
    ['page', 'blue', 4.5],
    ['page', 'pressed', 4.5],
    ['page', 'plum', 4.5],
    ['on-banner', 'banner', 4.5],
    ...lines.map((line): [string, string, number] => [line, 'page', 3]),
  ];

  test.each(Object.entries(schemes))('%s: each word and line can be told from its ground', (_, scheme) => {
    const faint = pairs
      .map(([fore, ground, least]) => ({ fore, ground, least, has: contrast(scheme[fore], scheme[ground]) }))
      .filter(({ has, least }) => !(has >= least));
    expect(faint).toEqual([]);
  });
});

/** The contrast of two colours from 1 to 21. Source: WCAG 2.2, contrast ratio and relative luminance. */
function contrast(first = '', second = ''): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const hex = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((from) => {
    const part = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
