import { readWorkbook } from '@/lib/workbook/workbook-reading';
import { expect, test } from '../../support/browser/browser-test';
import { arrive } from '../../support/browser/signed-in';

test('Ada keeps the workbook of the council, Olive the readings of her measures that are due; whoever is not signed in is led there', async ({
  browser,
  baseURL,
  request,
}) => {
  const site = baseURL as string;
  const ada = await arrive(browser, site, 'Ada');
  const answer = await ada.request.get('/settings/bring-in/out/workbook.xlsx?service=childrens-social-care');
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': 'attachment; filename="performance-childrens-social-care.xlsx"',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
  const read = await readWorkbook(await answer.body(), 'performance.xlsx');
  if (!('workbook' in read)) throw new Error(read.refused);
  const rows = Object.fromEntries(read.workbook.sheets.map((sheet) => [sheet.name, sheet.rows.length - 1]));
  expect(rows).toMatchObject({ Services: 1, Measures: 20 });
  expect(Number(rows.Readings)).toBeGreaterThan(300);

  const olive = await arrive(browser, site, 'Olive');
  const [file] = await Promise.all([
    olive.waitForEvent('download'),
    olive.evaluate(() => location.assign('/work/bring-in/templates/due.csv')),
  ]);
  expect(file.suggestedFilename()).toBe('readings-due.csv');
  const others = await olive.request.get('/work/bring-in/out/readings.csv?service=highways-and-transport');
  expect([others.status(), await others.text()]).toEqual([404, 'There is no such file for you here.']);

  const nobody = await request.get('/work/bring-in/out/readings.csv?service=buses', { maxRedirects: 0 });
  expect(nobody.status()).toBe(307);
  expect(nobody.headers().location).toBe('/sign-in?then=%2Fwork%2Fbring-in%2Fout%2Freadings.csv%3Fservice%3Dbuses');
});
