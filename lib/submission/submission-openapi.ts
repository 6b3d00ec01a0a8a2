import { z } from 'zod';
import { keptFor } from '@/lib/time/lifetimes';
import { SentReading } from './sent-reading';

const text = { type: 'string' };
const textOrNone = { type: ['string', 'null'] };
const answer = (status: string, description: string, schema: string, headers = {}) => ({
  [status]: {
    description,
    headers,
    content: {
      [schema === 'Problem' ? 'application/problem+json' : 'application/json']: {
        schema: { $ref: `#/components/schemas/${schema}` },
      },
    },
  },
});
const problem = (status: string, description: string, headers = {}) => answer(status, description, 'Problem', headers);
const header = (description: string) => ({ description, schema: text });
const location = { Location: header('The page of the reading, for its data owner.') };

const { $schema: _, ...sentReading } = z.toJSONSchema(SentReading, { io: 'input' });

/** Readings of the demonstration, as a system could send them. */
export const sentExamples = {
  figure: {
    summary: 'Only a figure: a draft, where its data owner has to add something',
    value: { measure: 'csc-02', period_start: '2018-07-01', value: '80.9', submit: false },
  },
  none: {
    summary: 'No figure yet and when it is expected: a draft, in the place of the one before',
    value: {
      measure: 'csc-02',
      period_start: '2018-07-01',
      missing: 'not_available_yet',
      expected_on: '2018-09-14',
      submit: false,
    },
  },
  complete: {
    summary: 'A figure worked out from its parts, with the words that explain it: submitted',
    value: {
      measure: 'csc-02',
      period_start: '2018-07-01',
      unit: 'percent',
      numerator: 216,
      denominator: 267,
      comments: 'More children live with carers of the council than in June.',
    },
  },
};

/**
 * The description of the interface by which systems send readings, by OpenAPI 3.1. It is a document of its own: that of what is
 * published promises that nobody needs a key. Source: docs/rules.md, Systems that send readings.
 */
export const submissionApi = {
  openapi: '3.1.0',
  info: {
    title: 'Sending readings',
    version: '1.0.0',
    description:
      'A system of the council sends readings of the measures that its token names. It writes what their data owners would write and submits it to the head of service, by the same checks. It reads nothing, and approves nothing. What is added later is added as new fields that may be left out; a change that breaks a sender gets another version.',
  },
  servers: [{ url: '/' }],
  security: [{ token: [] }],
  paths: {
    '/api/submission/v1/readings': {
      post: {
        operationId: 'sendReading',
        summary: 'Send a reading',
        description:
          'Writes a reading of a period of which nothing is written yet, or in the place of a draft that the same token sent before. Where nothing is left to mend or to answer it is submitted, unless submit is false; else it stays a draft, and the findings say what it lacks: send it again with what is missing, or leave it to its data owner.',
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            description: `A name of this sending, of the sender’s own. Sent again within ${keptFor.answer / 24} days with the same body it gets the first answer and changes nothing; with another body it is refused. A sending that was refused may be made again under the same key.`,
            schema: { type: 'string', pattern: '^"?[A-Za-z0-9_.:-]{8,100}"?$' },
            example: 'csc-02-2018-07-0001',
          },
        ],
        requestBody: {
          required: true,
          description: 'One reading, in at most 128 kB.',
          content: {
            'application/json': { schema: { $ref: '#/components/schemas/SentReading' }, examples: sentExamples },
          },
        },
        responses: {
          ...answer('200', 'It took the place of what the same token sent before.', 'Received', location),
          ...answer('201', 'It is the first that is written of this period.', 'Received', location),
          ...problem('400', 'The body is no JSON, or there is no Idempotency-Key.'),
          ...problem('401', 'There is no token, or it opens nothing: unknown, run out, revoked.', {
            'WWW-Authenticate': header('Bearer'),
          }),
          ...problem('403', 'The token may not send readings of a measure of that id, whether there is one or not.'),
          ...problem(
            '409',
            'The reading is its owner’s by now, or further on; or the key was used for something else.',
          ),
          ...problem('413', 'The body is longer than 128 kB.'),
          ...problem('415', 'The body is not application/json.'),
          ...problem('422', 'The reading cannot be kept: each fault at its field.'),
          ...problem('429', 'Too much at once.', { 'Retry-After': header('Seconds until there is room again.') }),
          ...problem('503', 'Not available just now; nothing was kept.'),
        },
      },
    },
  },
  components: {
    securitySchemes: {
      token: {
        type: 'http',
        scheme: 'bearer',
        description:
          'A token that an administrator of the council made for the system. It begins with candour_submit_.',
      },
    },
    schemas: {
      SentReading: sentReading,
      Received: {
        type: 'object',
        additionalProperties: false,
        required: ['measure', 'period_start', 'period', 'begun', 'state', 'version', 'findings', 'next'],
        properties: {
          measure: text,
          period_start: { type: 'string', format: 'date' },
          period: { ...text, description: 'The period in words, such as July 2018.' },
          begun: { type: 'boolean', description: 'Whether nothing was written of this period before.' },
          state: { enum: ['draft', 'submitted'] },
          version: { type: 'integer', minimum: 1 },
          findings: { type: 'array', items: { $ref: '#/components/schemas/Finding' } },
          next: { ...text, description: 'What happens next, in a sentence.' },
        },
      },
      Finding: {
        type: 'object',
        additionalProperties: false,
        required: ['field', 'sentence', 'finding', 'kept'],
        properties: {
          field: { ...textOrNone, description: 'The field in which it is mended.' },
          sentence: text,
          finding: {
            ...textOrNone,
            description: 'The name of a warning, to be kept with a reason under kept; null for what has to be mended.',
          },
          kept: { ...textOrNone, description: 'The reason for which it stands; null where it wants an answer.' },
        },
      },
      Problem: {
        type: 'object',
        required: ['type', 'title', 'status', 'detail'],
        properties: {
          type: text,
          title: text,
          status: { type: 'integer' },
          detail: text,
          errors: {
            type: 'array',
            items: {
              type: 'object',
              required: ['field', 'sentence'],
              properties: { field: textOrNone, sentence: text },
            },
          },
        },
      },
    },
  },
};
