import type { Page } from '@playwright/test';
import { formatMonth } from '@/lib/time/day';
import { addMonths } from '@/lib/time/period';
import { writeWorkbook } from '@/lib/workbook/workbook-writing';
import { expect, heldBack, test } from '../../support/browser/browser-test';
import { field, press } from '../../support/browser/settings-page';
import { arrive } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

const months = Array.from({ length: 24 }, (_, n) => formatMonth(addMonths('2016-07-01', n)));
/** A service of its own with so many measures, each with two years of readings. */
const councilFile = async (measures: number) => {
  const codes = Array.from({ length: measures }, (_, n) => `ferry-${n + 1}`);
  const buffer = await writeWorkbook([
    { name: 'Services', rows: [['Name'], ['Ferries']] },
    {
      name: 'Measures',
      rows: [
        ['Service', 'Code', 'Title', 'Definition', 'Unit', 'Better', 'How often', 'First period'],
        ...codes.map((code, n) => [
          'Ferries',
          code,
          `Ferry ${n + 1} on time`,
          'Sailings.',
          'percent',
          'higher',
          'monthly',
          'July 2016',
        ]),
      ],
    },
    {
      name: 'Readings',
      rows: [
        ['Measure', 'Period', 'Figure'],
        ...codes.flatMap((code, n) => months.map((month, m) => [code, month, 70 + ((n + m) % 30)])),
      ],
    },
  ]);
  return { name: 'Ferries.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) };
};

test('the application is killed while it reads a file and while it brings it in: all of it comes in, and once', async ({
  browser,
  expectTrouble,
}) => {
  test.setTimeout(300_000);
  expectTrouble(heldBack);
  const server = await ownServer();
  try {
    const ada = await arrive(browser, server.address, 'Ada', { javaScriptEnabled: false });
    await ada.goto('/settings/bring-in');
    await field(ada, 'Which file?').setInputFiles(await councilFile(60));
    // A file is kept before it is read: a sender who is cut off finds it on her list.
    const sending = press(ada, 'Read the file').catch(() => null);
    await expect.poll(() => states(), { timeout: 30_000 }).toHaveLength(1);
    await server.restart();
    await sending;
    // Whoever died over it is waited for before somebody takes it over.
    await server.sql`update imports set beat_at = beat_at - interval '1 hour'`;
    await expect.poll(() => states(), { timeout: 60_000 }).toEqual(['ready']);

    const [file] = await server.sql<{ id: number }[]>`select id from imports`;
    await ada.goto(`/settings/bring-in/${file?.id}`);
    const confirming = press(ada, /^Bring in/).catch(() => null);
    await expect.poll(() => states(), { timeout: 30_000, intervals: [20] }).not.toEqual(['ready']);
    await server.restart();
    await confirming;
    await server.sql`update imports set beat_at = beat_at - interval '1 hour' where state = 'working'`;
    await expect.poll(() => states(), { timeout: 60_000 }).toEqual(['done']);
    await expect.poll(() => kept(), { timeout: 10_000 }).toEqual({ measures: 60, readings: 1_440, saves: 1_440 });
    await ada.goto(`/settings/bring-in/${file?.id}`);
    await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Brought in');
  } finally {
    await server.stop();
  }

  async function states(): Promise<string[]> {
    const rows = await server.sql<{ state: string }[]>`select state from imports`;
    return rows.map(({ state }) => state);
  }
  async function kept() {
    const [counts] = await server.sql`
      select count(distinct m.id)::int as measures, count(distinct r.id)::int as readings,
        count(distinct e.id)::int as saves
      from measures m join readings r on r.measure_id = m.id
      left join events e on e.kind = 'reading_saved' and e.subject_id = r.id
      where m.code like 'ferry-%'`;
    return counts;
  }
});

test('what a file would do moved while its page was open: the older page brings nothing in, and says so', async ({
  browser,
  expectTrouble,
}) => {
  expectTrouble(heldBack);
  expectTrouble(/409/);
  const server = await ownServer();
  try {
    const ada = await arrive(browser, server.address, 'Ada', { javaScriptEnabled: false });
    await ada.goto('/settings/bring-in');
    await field(ada, 'Which file?').setInputFiles(await councilFile(2));
    await press(ada, 'Read the file');
    const heading = ada.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText('Check what was understood', { timeout: 60_000 });
    await server.sql`update imports set version = version + 1`;
    const answer = await pressed(ada, /^Bring in/);
    expect(answer).toBe(409);
    await expect(ada.getByRole('main')).toContainText('This file was read again while you had the page open');
    expect(await server.sql`select code from measures where code like 'ferry-%'`).toEqual([]);
    // The page that she was answered with is the present one, so that pressing again brings it in.
    await press(ada, /^Bring in/);
    await expect(heading).toHaveText('Brought in', { timeout: 60_000 });
  } finally {
    await server.stop();
  }
});

/** Presses a button that sends a form; answers with the status of what came back. */
async function pressed(page: Page, name: RegExp): Promise<number | undefined> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await press(page, name);
  return (await answered).status();
}
