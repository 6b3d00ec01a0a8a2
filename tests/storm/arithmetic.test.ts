import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { browserOptions, findBrowser } from '../../scripts/set-up/browser.mjs';
import { difference, sample } from '../support/reference/arithmetic';
import { type Answered, answer } from '../support/reference/figure-answers';
import type { Case } from '../support/reference/rational-figures';
import { freshDatabase } from '../support/server/fresh-database';

const size = Number(process.env.CANDOUR_STORM_FIGURES ?? 100_000);
const seed = Math.floor(Math.random() * 2 ** 31);
const cases = sample(size, seed);
const ours = cases.map(answer);
const { sql } = await freshDatabase({ max: 1 });
console.log(`${size} cases of seed ${seed}.`);

test(`${size} cases: as fractions of whole numbers say`, () => {
  expect(cases.map((one, n) => difference(one, ours[n])).filter(Boolean)).toEqual([]);
  for (const colour of ['green', 'amber', 'red', null])
    expect(ours.filter((answer) => answer.colour === colour).length, `${colour}`).toBeGreaterThan(size / 200);
}, 1_800_000);

test('the same after a stay in numeric columns, and PostgreSQL rounds and colours them alike', async () => {
  await sql`create temporary table figures (
    n int, value numeric, green numeric, green_to numeric, amber numeric, amber_to numeric,
    decimals int, shape text, compare_as text, watched boolean)`;
  for (let from = 0; from < size; from += 5_000) {
    const rows = cases.slice(from, from + 5_000).map((one, i) => ({
      n: from + i,
      value: ours[from + i]?.stored ?? null,
      green: one.green,
      green_to: one.greenTo,
      amber: ours[from + i]?.amber?.[0] ?? null,
      amber_to: ours[from + i]?.amber?.[1] ?? null,
      decimals: one.decimals,
      shape: one.shape,
      compare_as: one.compareAs,
      watched: one.polarity === 'none',
    }));
    // As texts, so that nothing between makes numbers of them.
    await sql`insert into figures select * from jsonb_populate_recordset(null::figures, ${JSON.stringify(rows)}::text::jsonb)`;
  }
  const kept = await sql<{ n: number; value: string; green: string; to: string; rounded: string; colour: string }[]>`
    select n, value, green, green_to as to, round(value, decimals)::text as rounded, case
      when watched then null
      when shape <> 'at_most' and x < green or shape <> 'at_least' and x > upper then case
        when amber is null or shape <> 'at_most' and x < amber or shape <> 'at_least' and x > amber_upper
        then 'red' else 'amber' end
      else 'green' end as colour
    from figures, lateral (select case when compare_as = 'stored' then value else round(value, decimals) end as x,
      case when shape = 'between' then green_to else green end as upper,
      case when shape = 'between' then amber_to else amber end as amber_upper) as seen
    order by n`;
  expect(kept).toHaveLength(size);
  const apart = kept.flatMap(({ n, value, green, to, rounded, colour }) => {
    const one = cases[n] as Case;
    const again = answer({ ...one, green, greenTo: to, ...(one.parts ? {} : { value }) });
    const same = rounded === again.rounded && colour === again.colour;
    return same &&
      JSON.stringify({ ...again, stored: '', amber: '' }) === JSON.stringify({ ...ours[n], stored: '', amber: '' })
      ? []
      : [`${rounded} ${colour}: ${JSON.stringify(one)} ${JSON.stringify(ours[n])}`];
  });
  expect(apart).toEqual([]);
}, 1_800_000);

test('the same in a browser', async () => {
  const entry = {
    contents: "export { answer } from './reference/figure-answers'",
    resolveDir: 'tests/support',
    loader: 'ts',
  } as const;
  const bundle = await build({ stdin: entry, bundle: true, write: false, format: 'iife', globalName: 'figures' });
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: browserOptions });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
    for (let from = 0; from < size; from += 5_000) {
      const there = await page.evaluate(
        (some) => {
          const { figures } = globalThis as unknown as { figures: { answer: (one: Case) => Answered } };
          return some.map(figures.answer);
        },
        cases.slice(from, from + 5_000),
      );
      expect(there).toEqual(ours.slice(from, from + 5_000));
    }
  } finally {
    await browser.close();
  }
}, 1_800_000);
