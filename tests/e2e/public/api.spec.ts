import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from '../../support/browser/browser-test';

type Parameter = { name: string; in: 'path' | 'query'; example: string | number };
type Operation = {
  parameters?: Parameter[];
  responses: Record<string, { content?: Record<string, { schema: { $ref: string } }> }>;
};
type Described = { paths: Record<string, { get: Operation }>; components: { schemas: Record<string, object> } };

const described = async (baseURL: string | undefined): Promise<Described> =>
  (await fetch(`${baseURL}/api/v1/openapi.json`)).json();

/** The shapes of the document, to hold answers against. */
function shapes({ components }: Described) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'api', components });
  return (reference: string, value: unknown) => {
    const valid = ajv.validate({ $ref: `api${reference}` }, value);
    return valid ? null : ajv.errorsText();
  };
}

test('the description is OpenAPI 3.1, by a validator that is kept by others', async ({ baseURL }) => {
  const validator = new Validator();
  const result = await validator.validate(await described(baseURL));
  expect(result).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

test('so is that of what systems send, which alone asks for a token', async ({ baseURL }) => {
  const answer = await fetch(`${baseURL}/api/submission/v1/openapi.json`);
  const document = await answer.json();
  const validator = new Validator();
  expect(await validator.validate(document)).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
  expect(document.security).toEqual([{ token: [] }]);
  expect(JSON.stringify(await described(baseURL))).not.toMatch(/security|bearer/i);
});

test('each address of the description, asked for with its examples: answers of the shape that it says, which may be kept', async ({
  baseURL,
}) => {
  const document = await described(baseURL);
  const shape = shapes(document);
  const addresses = Object.entries(document.paths);
  expect(addresses.length).toBeGreaterThanOrEqual(10);
  for (const [pattern, { get }] of addresses) {
    const parameters = get.parameters ?? [];
    const path = parameters
      .filter((parameter) => parameter.in === 'path')
      .reduce((text, { name, example }) => text.replace(`{${name}}`, String(example)), pattern);
    const queries = parameters.filter((parameter) => parameter.in === 'query');
    // Each example by itself, all of them, and none.
    const asked = [[], queries, ...queries.map((parameter) => [parameter])].map((some) =>
      new URLSearchParams(some.map(({ name, example }) => [name, String(example)])).toString(),
    );
    for (const query of asked) {
      const answer = await fetch(`${baseURL}${path}${query && `?${query}`}`);
      const place = `${path}?${query}`;
      expect(answer.status, place).toBe(200);
      expect(answer.headers.get('content-type'), place).toBe('application/json; charset=utf-8');
      expect(answer.headers.get('access-control-allow-origin'), place).toBe('*');
      expect(answer.headers.get('cache-control'), place).toContain('public');
      const reference = get.responses[200]?.content?.['application/json']?.schema.$ref ?? '';
      expect(shape(reference, await answer.json()), place).toBeNull();
      const etag = answer.headers.get('etag') ?? '';
      expect(etag, place).toMatch(/^W\/"/);
      const again = await fetch(`${baseURL}${path}${query && `?${query}`}`, { headers: { 'If-None-Match': etag } });
      expect(again.status, place).toBe(304);
    }
  }
});

test('pages of a list follow each other to the end, and nothing comes twice', async ({ baseURL }) => {
  for (const [list, key] of [
    ['/api/v1/measures?limit=7', (row: Record<string, string>) => row.measure_id],
    ['/api/v1/measures?service=childrens-social-care&limit=6', (row: Record<string, string>) => row.measure_id],
    ['/api/v1/measures/csc-01/readings?limit=4', (row: Record<string, string>) => row.period_end],
    ['/api/v1/services?limit=1', (row: Record<string, string>) => row.id],
  ] as const) {
    const all = (await (await fetch(`${baseURL}${list.replace(/limit=\d+/, 'limit=500')}`)).json()) as {
      data: Record<string, string>[];
    };
    const found: unknown[] = [];
    let pages = 0;
    for (let next: string | null = list; next !== null && pages < 40; pages += 1) {
      const page = (await (await fetch(`${baseURL}${next}`)).json()) as typeof all & { next: string | null };
      found.push(...page.data.map(key));
      next = page.next;
    }
    expect(pages, list).toBeGreaterThan(1);
    expect(found, list).toEqual(all.data.map(key));
    expect(new Set(found).size, list).toBe(found.length);
  }
});

test('what an address cannot mean is a problem in words, which nobody keeps', async ({ baseURL }) => {
  const document = await described(baseURL);
  const shape = shapes(document);
  for (const [path, status, detail] of [
    ['/api/v1/measures?limit=0', 400, 'limit has to be a whole number from 1 to 500.'],
    ['/api/v1/measures?limit=501', 400, 'limit has to be a whole number from 1 to 500.'],
    ['/api/v1/measures?after=x', 400, 'after has to be taken from the address of the next page.'],
    ['/api/v1/measures/csc-01/readings?from=July', 400, 'from has to be a day such as 2018-04-01.'],
    ['/api/v1/services/childrens-social-care/editions?before=x', 400, 'before has to be the number of an edition.'],
    ['/api/v1/services/childrens-social-care/editions/one', 400, 'The number of an edition is a whole number from 1.'],
    ['/api/v1/measures?service=nope', 404, 'There is no service with a published scorecard of that name.'],
    ['/api/v1/measures/nope', 404, 'There is no published measure of that code.'],
    ['/api/v1/measures/nope/readings', 404, 'There is no published measure of that code.'],
    ['/api/v1/services/nope', 404, 'There is no service with a published scorecard of that name.'],
    ['/api/v1/services/childrens-social-care/editions/999', 404, 'There is no such edition.'],
    [
      '/api/v1/services/childrens-social-care/editions/1/measures/hwy-01/readings',
      404,
      'This edition has no such measure.',
    ],
  ] as const) {
    const answer = await fetch(`${baseURL}${path}`);
    const problem = (await answer.json()) as { status: number; detail: string };
    expect([path, answer.status, problem.status, problem.detail]).toEqual([path, status, status, detail]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(shape('#/components/schemas/Problem', problem)).toBeNull();
  }
});

test('a page of another site may ask, also with If-None-Match; nothing can be sent here', async ({ baseURL }) => {
  const first = await fetch(`${baseURL}/api/v1/measures`, {
    method: 'OPTIONS',
    headers: { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'GET' },
  });
  expect(first.status).toBe(204);
  expect(first.headers.get('access-control-allow-origin')).toBe('*');
  expect(first.headers.get('access-control-allow-headers')).toBe('If-None-Match');
  for (const method of ['POST', 'PUT', 'DELETE'])
    expect((await fetch(`${baseURL}/api/v1/measures`, { method })).status, method).toBe(405);
});
