import { openApiSchemas } from './openapi-schemas';

type Parameter = {
  name: string;
  in: 'path' | 'query';
  required?: boolean;
  description: string;
  schema: object;
  example: unknown;
};

const parameter = (
  name: string,
  place: 'path' | 'query',
  description: string,
  schema: object,
  example: unknown,
): Parameter => ({
  name,
  in: place,
  ...(place === 'path' && { required: true }),
  description,
  schema,
  example,
});

const word = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' };
const day = { type: 'string', format: 'date' };

/** The parameters by name; each example is of the demonstration. */
const service = parameter('service', 'path', 'The id of a service.', word, 'childrens-social-care');
const number = parameter('number', 'path', 'The number of an edition.', { type: 'integer', minimum: 1 }, 1);
const code = parameter('code', 'path', 'The id of a measure.', { type: 'string' }, 'csc-01');
const limit = parameter(
  'limit',
  'query',
  'How many things a page has.',
  { type: 'integer', minimum: 1, maximum: 500, default: 100 },
  20,
);
const before = parameter('before', 'query', 'Editions before this number.', { type: 'integer', minimum: 1 }, 100);
const ofService = parameter('service', 'query', 'Only the measures of a service.', word, 'childrens-social-care');
const afterService = parameter('after', 'query', 'The services behind this one.', word, 'childrens-social-care');
const afterMeasure = parameter(
  'after',
  'query',
  'Where the page begins, as the address of the next page says.',
  { type: 'string', pattern: '^\\d{1,9}-\\d{1,9}$' },
  '0-0',
);
const from = parameter('from', 'query', 'Periods that begin on this day or later.', day, '2018-01-01');
const until = parameter('to', 'query', 'Periods that begin on this day or earlier.', day, '2018-12-31');

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** One address that is read, and the shape of its answer. */
const read = (operationId: string, summary: string, schema: string, parameters: Parameter[] = []) => ({
  get: {
    operationId,
    summary,
    ...(parameters.length > 0 && { parameters }),
    responses: {
      200: {
        description: 'What was published.',
        headers: { ETag: { description: 'Changes when the answer does.', schema: { type: 'string' } } },
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
      },
      304: { description: 'The answer of the ETag in If-None-Match still stands.' },
      ...(parameters.length > 0 && {
        400: problem('A parameter is not as it has to be.'),
        404: problem('There is nothing of that name.'),
        410: problem('The edition was withdrawn.'),
      }),
      429: problem('Too many requests from one network.'),
      503: problem('Not available just now.'),
    },
  },
});

/** The description of the interface for programs, by OpenAPI 3.1. Source: docs/rules.md, Open data. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'Published performance figures',
    version: '1.0.0',
    description:
      'The services, editions, measures and readings that a council has published, to be read without a key. What is hidden on a page is hidden here. Addresses within an answer are relative to this server. What is added later is added as new fields; a change that breaks a reader gets another version.',
  },
  servers: [{ url: '/' }],
  paths: {
    '/api/v1': read('index', 'What there is', 'Index'),
    '/api/v1/services': read('services', 'Services with their edition in force and its counts', 'Services', [
      limit,
      afterService,
    ]),
    '/api/v1/services/{service}': read('service', 'A service with its edition in force', 'Service', [service]),
    '/api/v1/services/{service}/editions': read('editions', 'The editions of a service, the latest first', 'Editions', [
      service,
      limit,
      before,
    ]),
    '/api/v1/services/{service}/editions/{number}': read('edition', 'An edition', 'Edition', [service, number]),
    '/api/v1/services/{service}/editions/{number}/measures': read(
      'editionMeasures',
      'The measures of an edition, each with its latest figure, as on the day of its publication',
      'Rows',
      [service, number, limit, afterMeasure],
    ),
    '/api/v1/services/{service}/editions/{number}/measures/{code}/readings': read(
      'editionReadings',
      'The readings of a measure as an edition knew them, the oldest first',
      'Rows',
      [service, number, code, limit, from, until],
    ),
    '/api/v1/measures': read('measures', 'The measures of the editions in force, each with its latest figure', 'Rows', [
      ofService,
      limit,
      afterMeasure,
    ]),
    '/api/v1/measures/{code}': read('measure', 'A measure with its latest figure', 'Row', [code]),
    '/api/v1/measures/{code}/readings': read(
      'readings',
      'The readings of a measure in force, the oldest first',
      'Rows',
      [code, limit, from, until],
    ),
  },
  components: { schemas: openApiSchemas },
};
