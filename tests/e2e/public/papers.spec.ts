import { expect, test } from '../../support/browser/browser-test';
import { arrive } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

const card = '/scorecards/childrens-social-care';
const paper = `${card}/editions/1/paper`;
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

test('the scorecard leads to its committee paper, with type and size, once a job has made it', async ({ page }) => {
  await expect(async () => {
    await page.goto(card);
    await expect(page.getByRole('link', { name: /^Paper \(PDF, \d+ kB\)$/ })).toHaveAttribute('href', `${paper}.pdf`);
    await expect(page.getByRole('link', { name: /^Paper \(Word, \d+ kB\)$/ })).toHaveAttribute('href', `${paper}.docx`);
  }).toPass({ timeout: 30_000 });
});

test('a paper says its type and name, may be kept by its tag, and a day leads to it', async ({ request }) => {
  const pdf = await request.get(`${paper}.pdf`);
  expect(pdf.status()).toBe(200);
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect(pdf.headers()['content-disposition']).toBe('attachment; filename="childrens-social-care-edition-1.pdf"');
  expect(pdf.headers()['cache-control']).toBe('public, max-age=0, s-maxage=1, must-revalidate');
  expect((await pdf.body()).subarray(0, 8).toString()).toBe('%PDF-1.7');
  const again = await request.get(`${paper}.pdf`, { headers: { 'If-None-Match': pdf.headers().etag ?? '' } });
  expect(again.status()).toBe(304);
  const docx = await request.get(`${paper}.docx`);
  expect(docx.headers()['content-type']).toBe(word);
  expect(docx.headers()['content-disposition']).toBe('attachment; filename="childrens-social-care-edition-1.docx"');
  const led = await request.get(`${card}/2018-08-17/paper.pdf`, { maxRedirects: 0 });
  expect([led.status(), led.headers().location]).toEqual([303, `${paper}.pdf`]);
});

test('where there is no edition there is no paper', async ({ request }) => {
  for (const address of [
    `${card}/editions/99/paper.pdf`,
    `${card}/editions/x/paper.docx`,
    `${card}/2018-08-16/paper.pdf`,
    `${card}/2030-01-01/paper.pdf`,
    `${card}/never/paper.docx`,
    '/scorecards/nowhere/editions/1/paper.pdf',
  ])
    expect((await request.get(address)).status(), address).toBe(404);
});

test('the paper of a withdrawn edition is gone, and its address says why', async ({ browser, request }) => {
  test.setTimeout(300_000);
  const server = await ownServer();
  try {
    expect((await request.get(`${server.address}${paper}.pdf`)).headers()['content-type']).toBe('application/pdf');
    const ada = await arrive(browser, server.address, 'Ada');
    await ada.goto(`${server.address}/releases/childrens-social-care/withdraw`);
    await ada.getByRole('link', { name: 'Withdraw edition 1…' }).click();
    await ada.getByLabel('Why is it withdrawn?').fill('It showed the figure of a neighbour.');
    await ada.getByRole('button', { name: 'Withdraw edition 1', exact: true }).click();
    await expect(ada.getByRole('status').filter({ hasText: 'Edition 1 is withdrawn' })).toBeVisible();
    for (const kind of ['pdf', 'docx']) {
      const answer = await request.get(`${server.address}${paper}.${kind}`);
      expect(answer.headers()['content-type']).toContain('text/html');
      expect(await answer.text()).toContain('It showed the figure of a neighbour.');
    }
  } finally {
    await server.stop();
  }
});
