import type { Page } from '@playwright/test';
import { expect, heldBack, test } from '../../support/browser/browser-test';
import { arrive, type DemoName } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

type Server = Awaited<ReturnType<typeof ownServer>>;

const reading = '/readings/csc-02/2018-07-01';
const words = 'First paragraph about placements.\n\n• A pasted bullet';
const comments = (page: Page) => page.getByLabel('Comments').first();

const runOut = (sql: Server['sql']) => sql`
  update sessions set started_at = now() - interval '13 hours', expires_at = now() - interval '1 hour'
  where ended_at is null`;

/** Runs a test on a server of its own. */
async function on(work: (server: Server) => Promise<void>): Promise<void> {
  test.setTimeout(300_000);
  const server = await ownServer();
  try {
    await work(server);
  } finally {
    await server.stop();
  }
}

for (const javaScriptEnabled of [true, false]) {
  test(`a session that ran out by itself ${javaScriptEnabled ? 'with' : 'without'} JavaScript: Olive signs in and has everything back; Otis has not`, async ({
    browser,
    expectTrouble,
  }) => {
    if (!javaScriptEnabled) expectTrouble(heldBack);
    expectTrouble(/401/);
    await on(async ({ address, sql }) => {
      const page = await arrive(browser, address, 'Olive', { javaScriptEnabled });
      await page.goto(reading);
      await comments(page).fill(words);
      await page.locator('input[name=numerator]').fill('220');
      await page.locator('input[name=denominator]').fill('267');
      await page.locator('[name=actionText1]').fill('Ask carers');
      await page.locator('[name=actionOwner1]').fill('Head of Placements');
      await runOut(sql);
      await page.getByRole('button', { name: 'Save draft' }).click();
      await expect(page).toHaveURL(/sign-in\?then=/);
      await expect(page.getByRole('main')).toContainText('What you typed is kept');
      const then = new URL(page.url()).searchParams.get('then') ?? '';
      // The cookie is still there and opens nothing.
      // A connection that rested for some seconds may be closed by the server just when it is used again.
      const knock = await page.request.get(`${address}/work`, { maxRedirects: 0, maxRetries: 2 });
      expect(knock.headers().location).toMatch(/^\/sign-in/);

      const hana = await arrive(browser, address, 'Hana', { javaScriptEnabled });
      await hana.goto(then);
      expect(await hana.content()).not.toContain('pasted bullet');

      await page.getByRole('button', { name: 'Olive Turner' }).click();
      await expect(page).toHaveURL(`${address}${then}`);
      await expect(page.getByRole('main')).toContainText('It is not saved yet.');
      await expect(comments(page)).toHaveValue(words);
      await expect(page.locator('input[name=numerator]')).toHaveValue('220');
      await expect(page.locator('[name=actionText1]')).toHaveValue('Ask carers');
      await page.getByRole('button', { name: 'Save draft' }).click();
      await expect(page).toHaveURL(/\?saved=1$/);
    });
  });
}

test('the reason of a return that was typed in a session that ran out is shown to Hana again, to be copied', async ({
  browser,
  expectTrouble,
}) => {
  expectTrouble(heldBack);
  await on(async ({ address, sql }) => {
    const olive = await arrive(browser, address, 'Olive', { javaScriptEnabled: false });
    await olive.goto(reading);
    await olive.locator('input[name=numerator]').fill('220');
    await olive.locator('input[name=denominator]').fill('267');
    await comments(olive).fill('More new carers.');
    await olive.getByRole('button', { name: 'Check answers' }).click();
    await olive.getByRole('button', { name: /^Submit/ }).click();
    await expect(olive).toHaveURL(/\/work/);
    const [row] = await sql`select id from readings where state = 'submitted'`;
    const hana = await arrive(browser, address, 'Hana', { javaScriptEnabled: false });
    await hana.goto(`/reviews/${row?.id}`);
    await hana.locator('summary', { hasText: 'Return it' }).click();
    await hana.locator('textarea[name=reason]').fill('Say why it rose, please.');
    await runOut(sql);
    await hana.getByRole('button', { name: /Return/ }).click();
    await expect(hana).toHaveURL(/sign-in\?then=/);
    await hana.getByRole('button', { name: 'Hana Malik' }).click();
    await expect(hana.getByRole('main')).toContainText('What you typed before');
    await expect(hana.locator('blockquote.as-typed')).toContainText(['Say why it rose, please.']);
  });
});

test('the reason of a withdrawal that was typed in a session that ran out stands in its field again', async ({
  browser,
  expectTrouble,
}) => {
  expectTrouble(heldBack);
  await on(async ({ address, sql }) => {
    const ada = await arrive(browser, address, 'Ada', { javaScriptEnabled: false });
    await ada.goto('/releases/childrens-social-care/withdraw?edition=1');
    await ada.getByLabel('Why is it withdrawn?').fill('A ward was counted twice.');
    await runOut(sql);
    await ada.getByRole('button', { name: 'Withdraw edition 1' }).click();
    await expect(ada).toHaveURL(/sign-in\?then=/);
    await ada.getByRole('button', { name: 'Ada Byrne' }).click();
    await expect(ada.getByLabel('Why is it withdrawn?')).toHaveValue('A ward was counted twice.');
    expect(await sql`select 1 from withdrawals`).toHaveLength(0);
  });
});

test('what Olive types is kept without Save, offered when she comes back, taken up, and gone with Save', async ({
  browser,
}) => {
  await on(async ({ address, sql }) => {
    const page = await arrive(browser, address, 'Olive');
    await page.goto(reading);
    await comments(page).fill(words);
    await expect(page.locator('form.reading')).toContainText('it is not saved yet');
    const row = async () => (await sql`select fields->>'comments' as comments from unsaved_typing`)[0]?.comments;
    expect(String(await row()).replaceAll('\r\n', '\n')).toBe(words);
    const [none] = await sql`select count(*)::int as n from readings where state <> 'published'`;
    expect(none?.n).toBe(0);
    // On leaving, too: what was typed a moment ago.
    await comments(page).fill(`${words} and the last words`);
    await page.goto('/work');
    await expect.poll(row).toContain('and the last words');

    // Nobody else is told, and without a script it is offered as well.
    const hana = await arrive(browser, address, 'Hana');
    await hana.goto(reading);
    expect(await hana.content()).not.toContain('pasted bullet');
    const plain = await arrive(browser, address, 'Olive', { javaScriptEnabled: false });
    await plain.goto(reading);
    await expect(comments(plain)).toHaveValue('');
    await expect(plain.getByRole('main')).toContainText('You typed in this form and did not save it');
    await plain.getByRole('button', { name: 'Take it up' }).click();
    await expect(comments(plain)).toHaveValue(`${words} and the last words`);
    await plain.getByRole('button', { name: 'Save draft' }).click();
    await expect(plain).toHaveURL(/\?saved=1$/);
    expect(await row()).toBeUndefined();
    await page.goto(reading);
    await expect(page.getByRole('button', { name: 'Take it up' })).toHaveCount(0);
  });
});

for (const javaScriptEnabled of [true, false]) {
  test(`what was offered can be thrown away ${javaScriptEnabled ? 'with' : 'without'} JavaScript, and until then nothing takes its place`, async ({
    browser,
  }) => {
    await on(async ({ address, sql }) => {
      const page = await arrive(browser, address, 'Olive', { javaScriptEnabled });
      await sql`insert into unsaved_typing
        select p.id, m.id, '2018-07-01', '{"comments": "Words of before"}', now() from people p, measures m
        where p.email = 'olive@candour.example' and m.code = 'csc-02'`;
      await page.goto(reading);
      await expect(page.getByRole('main')).toContainText('Words of before');
      if (javaScriptEnabled) {
        await comments(page).fill('Other words');
        await page.goto('/work');
        await page.goto(reading);
        await expect(page.getByRole('main')).toContainText('Words of before');
      }
      await page.getByRole('button', { name: 'Throw it away' }).click();
      await expect(page.getByRole('button', { name: 'Take it up' })).toHaveCount(0);
      await expect(page).toHaveURL(reading);
      expect(await sql`select 1 from unsaved_typing`).toHaveLength(0);
    });
  });
}

test('leaving a changed form asks first; an unchanged one, and one that is sent, does not', async ({ browser }) => {
  // It saves a form that others look for unwritten.
  const server = await ownServer();
  try {
    const page = await arrive(browser, server.address, 'Olive');
    const requests: string[] = [];
    page.on('dialog', async (dialog) => {
      requests.push(dialog.type());
      await dialog.dismiss();
    });
    await page.goto('/readings/csc-07/2018-07-01');
    await page.locator('h1').click();
    await page.getByRole('link', { name: 'My work' }).click();
    await expect(page).toHaveURL('/work');
    expect(requests).toEqual([]);
    await page.goto('/readings/csc-07/2018-07-01');
    await comments(page).fill('Not to be lost');
    await page.getByRole('link', { name: 'My work' }).click();
    await expect.poll(() => requests).toEqual(['beforeunload']);
    await expect(page).toHaveURL('/readings/csc-07/2018-07-01');
    await expect(comments(page)).toHaveValue('Not to be lost');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await expect(page).toHaveURL(/\?saved=1$/);
    await page.getByRole('link', { name: 'My work' }).click();
    await expect(page).toHaveURL('/work');
    expect(requests).toEqual(['beforeunload']);
  } finally {
    await server.stop();
  }
});

test('typing is kept for the owner alone, from our own page alone, and not without limit', async ({ browser }) => {
  await on(async ({ address, sql }) => {
    const own = { Origin: address, 'Sec-Fetch-Site': 'same-origin' };
    const send = async (name: DemoName | null, headers: Record<string, string>, typed: Record<string, string> = {}) => {
      const page = name && (await arrive(browser, address, name));
      const cookies = page ? await page.context().cookies() : [];
      const body = new FormData();
      for (const [field, value] of Object.entries({ version: '', comments: 'Typed', ...typed }))
        body.append(field, value);
      const cookie = cookies.map((each) => `${each.name}=${each.value}`).join('; ');
      const answer = await fetch(`${address}${reading}/typing`, {
        method: 'POST',
        body,
        redirect: 'manual',
        headers: { ...headers, ...(cookie && { Cookie: cookie }) },
      });
      await page?.context().close();
      return answer.status;
    };
    expect(await send(null, own)).toBe(401);
    for (const name of ['Hana', 'Dev', 'Ada', 'Cal', 'Otis', 'Hester'] as const)
      expect(await send(name, own)).toBe(409);
    for (const headers of [{}, { Origin: 'null' }, { Origin: 'https://evil.example' }])
      expect(await send('Olive', headers as Record<string, string>)).toBe(403);
    expect(await send('Olive', { Origin: address, 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
    expect(await send('Olive', own, { comments: 'x'.repeat(200_000) })).toBe(413);
    expect(await send('Olive', own, { comments: 'x'.repeat(500_000) })).toBe(413);
    expect(await send('Olive', own, { version: '7' })).toBe(409);
    expect(await sql`select 1 from unsaved_typing`).toHaveLength(0);
    expect(await send('Olive', own, { role: 'administrator' })).toBe(204);
    const [row] = await sql`select fields from unsaved_typing`;
    expect(row?.fields).toEqual({ comments: 'Typed' });
    const [{ n } = { n: 1 }] = await sql`select count(*)::int as n from events where kind = 'step_refused'`;
    expect(n).toBe(0);
  });
});
