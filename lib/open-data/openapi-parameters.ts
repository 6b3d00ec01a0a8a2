import { listLimits } from './list-limits';

/** A parameter of an address, as OpenAPI 3.1 describes it. */
export type Parameter = {
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
export const openApiParameters = {
  service: parameter('service', 'path', 'The id of a service.', word, 'childrens-social-care'),
  number: parameter('number', 'path', 'The number of an edition.', { type: 'integer', minimum: 1 }, 1),
  code: parameter('code', 'path', 'The id of a measure.', { type: 'string' }, 'csc-01'),
  limit: parameter(
    'limit',
    'query',
    'How many things a page has.',
    { type: 'integer', minimum: 1, maximum: listLimits.most, default: listLimits.usual },
    20,
  ),
  before: parameter('before', 'query', 'Editions before this number.', { type: 'integer', minimum: 1 }, 100),
  ofService: parameter('service', 'query', 'Only the measures of a service.', word, 'childrens-social-care'),
  afterService: parameter('after', 'query', 'The services behind this one.', word, 'childrens-social-care'),
  afterMeasure: parameter(
    'after',
    'query',
    'Where the page begins, as the address of the next page says.',
    { type: 'string', pattern: '^\\d{1,9}-\\d{1,9}$' },
    '0-0',
  ),
  from: parameter('from', 'query', 'Periods that begin on this day or later.', day, '2018-01-01'),
  until: parameter('to', 'query', 'Periods that begin on this day or earlier.', day, '2018-12-31'),
};
