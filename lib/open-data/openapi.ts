import { openApiParameters, type Parameter } from './openapi-parameters';
import { openApiSchemas } from './openapi-schemas';

const { service, number, code, limit, before, ofService, afterService, afterMeasure, from, until } = openApiParameters;

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
