import { expect, type Page } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ownServer } from '../server/own-server';

type Server = Awaited<ReturnType<typeof ownServer>>;
type Sent = { status: number; body: Record<string, unknown>; headers: Headers };
type Described = {
  paths: Record<
    string,
    { post: { requestBody: { content: Record<string, { examples: Record<string, { value: object }> }> } } }
  >;
  components: { schemas: Record<string, object> };
};

const readings = '/api/submission/v1/readings';
export const systemsList = '/settings/systems';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** Sends a reading as a system does. */
async function send(
  address: string,
  token: string | null,
  body: unknown,
  more: Record<string, string> = {},
): Promise<Sent> {
  const headers: Record<string, string> = {
    ...(token !== null && { Authorization: `Bearer ${token}` }),
    'Content-Type': 'application/json',
    'Idempotency-Key': crypto.randomUUID(),
    ...more,
  };
  const answer = await fetch(`${address}${readings}`, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Sent['body'], headers: answer.headers };
}

/** Makes a token without a script, where first everything is missing; answers the token, which is shown this once. */
export async function makesToken(ada: Page, name: string): Promise<string> {
  await ada.goto(systemsList);
  await ada.getByRole('link', { name: 'Make a token' }).click();
  await ada.getByLabel('What is the system called?').fill(name);
  await press(ada, 'Make the token');
  await expect(ada.locator('.error-summary')).toContainText('Choose who answers for what it sends.');
  await expect(ada.getByLabel('What is the system called?')).toHaveValue(name);
  await ada.getByLabel('Who answers for what it sends?').selectOption({ label: 'Cal Reid' });
  await ada.getByLabel('Until which day may it send?').fill('31 March 2019');
  await press(ada, 'Make the token');
  await expect(ada.locator('.error-summary')).toContainText('Tick at least one measure, or a whole service.');
  await ada.locator('summary', { hasText: 'Children' }).click();
  await ada.locator('input[type=checkbox][value=csc-02]').check();
  await press(ada, 'Make the token');
  await expect(ada.locator('.done')).toContainText(`The token of ${name}`);
  const token = (await ada.locator('code').textContent()) ?? '';
  expect(token).toMatch(/^candour_submit_[\w-]{43}$/);
  await ada.goto(systemsList);
  expect(await ada.content()).not.toContain(token);
  return token;
}

/** The examples of the description, sent in its order: each is answered in its shape, and the last one is submitted. */
export async function sendsExamples({ address }: Server, token: string): Promise<void> {
  const document = (await (await fetch(`${address}/api/submission/v1/openapi.json`)).json()) as Described;
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'submission', components: document.components });
  const shape = (name: string, value: unknown) =>
    ajv.validate({ $ref: `submission#/components/schemas/${name}` }, value) ? null : ajv.errorsText();
  const examples = document.paths[readings]?.post.requestBody.content['application/json']?.examples ?? {};
  expect(Object.keys(examples)).toEqual(['figure', 'none', 'complete']);
  const states: unknown[] = [];
  for (const [name, { value }] of Object.entries(examples)) {
    expect(shape('SentReading', value), name).toBeNull();
    const { status, body, headers } = await send(address, token, value);
    expect(shape('Received', body), `${name}: ${JSON.stringify(body)}`).toBeNull();
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('location')).toBe('/readings/csc-02/2018-07-01');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('set-cookie')).toBeNull();
    states.push([status, body.state]);
  }
  expect(states).toEqual([
    [201, 'draft'],
    [200, 'draft'],
    [200, 'submitted'],
  ]);
  const refused = await send(address, token, { measure: 'csc-02' });
  expect(shape('Problem', refused.body)).toBeNull();
}

/** What is not taken is refused in a sentence, and a cookie opens nothing. */
export async function refusesStrangers(ada: Page, { address, sql }: Server, token: string): Promise<void> {
  const july = { measure: 'csc-02', period_start: '2018-07-01', value: 80 };
  const long = JSON.stringify({ ...july, comments: 'x'.repeat(140_000) });
  const cookies = (await ada.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const [count] = await sql`select count(*)::int as n from reading_versions`;
  for (const [status, words, ...sent] of [
    [401, 'Send the token', null, july],
    [401, 'Send the token', null, july, { Cookie: cookies }],
    [401, 'not known here', `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, july],
    [401, 'not known here', 'of-another-kind', july],
    [403, 'may not send readings', token, { ...july, measure: 'hwy-01' }],
    [403, 'may not send readings', token, { ...july, measure: 'nowhere-01' }],
    [409, 'with the head of service', token, july],
    [413, '128 kB', token, long],
    [413, '128 kB', token, 'x'.repeat(1_200_000)],
    [415, 'application/json', token, july, { 'Content-Type': 'text/plain' }],
    [400, 'Idempotency-Key', token, july, { 'Idempotency-Key': '' }],
    [400, 'not JSON', token, '{'],
    [422, 'has not ended', token, { ...july, period_start: '2018-08-01' }],
    [422, 'There is no field authors', token, { ...july, authors: [1] }],
  ] as [number, string, string | null, unknown, Record<string, string>?][]) {
    const answer = await send(address, ...(sent as [string | null, unknown, Record<string, string>?]));
    const place = `${status} ${words}`;
    expect(answer.status, place).toBe(status);
    expect(answer.body, place).toMatchObject({ status, detail: expect.stringContaining(words) });
    expect(answer.headers.get('content-type'), place).toBe('application/problem+json');
    expect(answer.headers.get('cache-control'), place).toBe('private, no-store');
    expect(answer.headers.get('access-control-allow-origin'), place).toBeNull();
    expect(answer.headers.get('www-authenticate') !== null, place).toBe(status === 401);
  }
  expect((await fetch(`${address}${readings}`)).status).toBe(405);
  expect(await sql`select count(*)::int as n from reading_versions`).toEqual([count]);
}

/** A key that comes twice at once gets one answer; something else under it is refused. Long after: sending-races.test.ts. */
export async function repeatsKeys({ address }: Server, token: string): Promise<void> {
  const key = { 'Idempotency-Key': '"8e03978e-40d5-43dd-bc93-6894a57f9324"' };
  const body = { measure: 'csc-02', period_start: '2018-07-01', numerator: 218, denominator: 267, submit: false };
  const both = await Promise.all([send(address, token, body, key), send(address, token, body, key)]);
  expect(both[0].body).toEqual(both[1].body);
  expect([both[0].status, both[1].status]).toEqual([200, 200]);
  const other = await send(address, token, { ...body, numerator: 219 }, key);
  expect([other.status, other.body.detail]).toEqual([
    409,
    'Something else was sent under this Idempotency-Key before: choose a new key for each reading.',
  ]);
}

/** What a system may send is changed, and then its token revoked: each counts from the next request. */
export async function losesItsToken(ada: Page, { address }: Server, name: string, token: string): Promise<void> {
  const body = { measure: 'csc-02', period_start: '2018-07-01', value: 80 };
  await ada.goto(systemsList);
  await expect(ada.getByRole('row', { name: new RegExp(name) })).toContainText('17 August 2018');
  await ada.getByRole('link', { name, exact: true }).click();
  await ada.locator('input[type=checkbox][value=csc-02]').uncheck();
  await ada.locator('input[type=checkbox][value=csc-03]').check();
  await press(ada, 'Save what it may send');
  await expect(ada.locator('.done')).toContainText('it counts from the next reading');
  expect((await send(address, token, body)).status).toBe(403);
  await press(ada, 'Revoke it');
  await expect(ada.locator('.done')).toContainText('The token is revoked.');
  expect((await send(address, token, body)).status).toBe(401);
  await expect(ada.getByRole('row', { name: new RegExp(name) })).toContainText('Revoked');
}
