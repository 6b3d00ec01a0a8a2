import { readFileSync } from 'node:fs';
import { axe, expect, heldBack, test } from '../../support/browser/browser-test';
import { ownServer } from '../../support/server/own-server';

const report = readFileSync('tests/fixtures/commentary/fenwater-report.txt', 'utf8');

test('nobody finds the page, or an answer, where it is not turned on', async ({ page, request, expectTrouble }) => {
  expectTrouble(/404/);
  const answer = await page.goto('/proofread');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  for (const method of ['get', 'post'] as const) expect((await request[method]('/api/proofread')).status()).toBe(404);
});

test('a report is read without a script, its faults stand beside its words, and nothing is kept', async ({
  browser,
  expectTrouble,
}) => {
  test.setTimeout(300_000);
  expectTrouble(/4\d\d/);
  expectTrouble(heldBack);
  const server = await ownServer(() => ({ CANDOUR_PROOFREAD: 'on' }));
  try {
    /** How many rows each table has, and how many of them hold anything of what was sent. */
    const kept = async () => {
      const tables = await server.sql<{ name: string }[]>`
        select table_schema || '.' || table_name as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`;
      const counts: [string, number][] = [];
      for (const { name } of tables) {
        const [found] = await server.sql.unsafe<{ rows: number; ours: number }[]>(
          `select count(*)::int as rows, (count(*) filter (where t::text ~* 'fly-tips|out of 171|onerror'))::int as ours from ${name} t`,
        );
        expect(found?.ours, name).toBe(0);
        if (name.startsWith('public.')) counts.push([name, found?.rows ?? 0]);
      }
      return counts;
    };
    const context = await browser.newContext({ baseURL: server.address, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/proofread');
    const before = await kept();
    await page.getByRole('button', { name: 'Read it' }).click();
    await expect(page.getByRole('alert')).toHaveText('Paste a table or a report, or choose a file, first.');

    await page.getByLabel('A table or a report, pasted').fill(report);
    await page.getByLabel('The day of the report').fill('17 August 2018');
    await page.getByRole('button', { name: 'Read it' }).click();
    await expect(page.getByRole('heading', { name: 'What was found' })).toBeVisible();
    const flyTips = page.getByRole('listitem', { name: /Fly-tips cleared/ });
    await expect(flyTips.locator('mark')).toHaveText(['190 out of 171']);
    await expect(flyTips).toContainText('To mend B2');
    await expect(flyTips).toContainText('It could read: 171 out of 190');
    await expect(page.getByText(/^Seven rows read: /i)).toBeVisible();
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      const across = await page.locator('html').evaluate((html) => html.scrollWidth);
      expect(across, `at ${width} pixels`).toBeLessThanOrEqual(width);
    }

    await page.getByLabel('Or a file').setInputFiles('tests/fixtures/commentary/fenwater-table.csv');
    await page.getByLabel('A table or a report, pasted').fill('');
    await page.getByRole('button', { name: 'Read it' }).click();
    await expect(page.getByText(/^Three rows read: /i)).toBeVisible();

    const hostile = `Measure,Unit,Jul 2018,Comments\n<script>alert(1)</script>,%,5,"<img src=x onerror=alert(1)> 4 of 3"\n`;
    await page.getByLabel('A table or a report, pasted').fill(hostile);
    await page.getByRole('button', { name: 'Read it' }).click();
    await expect(page.getByText('<script>alert(1)</script>').first()).toBeVisible();
    expect(await page.locator('main img, main script').count()).toBe(0);
    await context.close();
    expect(before.length).toBeGreaterThan(30);
    expect(await kept()).toEqual(before);

    const scripted = await browser.newContext({ baseURL: server.address });
    const checked = await scripted.newPage();
    await checked.goto('/proofread');
    await axe(checked);
    await checked.getByLabel('A table or a report, pasted').fill(report);
    await checked.getByRole('button', { name: 'Read it' }).click();
    await expect(checked.getByRole('heading', { name: 'What was found' })).toBeVisible();
    await axe(checked);
    await scripted.close();

    const form = new FormData();
    form.set('text', report);
    const post = (headers: Record<string, string>, body: FormData | string = form) =>
      fetch(`${server.address}/api/proofread`, { method: 'POST', body, headers });
    const own = { Origin: server.address };
    expect((await post({})).status).toBe(403);
    expect((await post({ Origin: 'https://elsewhere.example' })).status).toBe(403);
    const answer = await post(own);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(answer.headers.get('content-security-policy')).not.toContain('script-src');
    const long = new FormData();
    long.set('text', 'a '.repeat(600_000));
    const tooLong = await post(own, long);
    expect([tooLong.status, (await tooLong.text()).includes('A report can have 1 MB')]).toEqual([413, true]);
    const picture = new FormData();
    picture.set('file', new File([Buffer.from('89504e470d0a1a0a', 'hex')], 'report.xlsx'));
    const refused = await post(own, picture);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('This file is a picture');
    expect((await fetch(`${server.address}/api/proofread`)).status).toBe(405);
  } finally {
    await server.stop();
  }
});
