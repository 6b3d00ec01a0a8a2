import { rowSchema } from './open-json';

const text = { type: 'string' };
const textOrNone = { type: ['string', 'null'] };
const count = { type: 'integer', minimum: 0 };
const day = { type: 'string', format: 'date' };
const instant = { type: 'string', format: 'date-time' };
const path = { type: 'string', format: 'uri-reference' };

const object = (properties: Record<string, object>) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const listOf = (name: string) =>
  object({
    data: { type: 'array', items: reference(name) },
    next: { ...path, type: ['string', 'null'], description: 'The address of the next page; null on the last one.' },
  });

const listed = {
  number: { type: 'integer', minimum: 1 },
  as_at: day,
  published_at: instant,
  publisher: text,
  note: textOrNone,
  withdrawn: { oneOf: [object({ at: instant, reason: text }), { type: 'null' }] },
  page: path,
};

const service = {
  id: text,
  name: text,
  notice: textOrNone,
  page: path,
  editions: path,
  edition: reference('Edition'),
};

/** The shapes of what the interface for programs answers. */
export const openApiSchemas = {
  Index: object({
    title: text,
    publisher: text,
    area_code: textOrNone,
    licence: textOrNone,
    openapi: path,
    services: path,
    measures: path,
    columns: path,
  }),
  Service: object(service),
  ServiceWithCounts: object({
    ...service,
    counts: object({
      measures: count,
      green: count,
      amber: count,
      red: count,
      without_colour: count,
      improving: count,
      worsening: count,
      overdue: count,
    }),
  }),
  ListedEdition: object(listed),
  Edition: object({
    ...listed,
    comparison_year: text,
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    canonical: path,
    measures: path,
  }),
  Row: rowSchema,
  Services: listOf('ServiceWithCounts'),
  Editions: listOf('ListedEdition'),
  Rows: listOf('Row'),
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'detail'],
    properties: { type: path, title: text, status: { type: 'integer' }, detail: text, instance: path },
  },
};
