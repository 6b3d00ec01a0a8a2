import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missingReasons } from '@/lib/figure/missing-reason';
import { contentOf } from '@/lib/reading/content-entry';
import { isComplete, nextStep, sentFindings } from '@/lib/submission/answers-to-systems';
import { readSent, sentField, typedOfSent } from '@/lib/submission/sent-reading';
import { sentExamples, submissionApi } from '@/lib/submission/submission-openapi';

const july = { measure: 'csc-02', period_start: '2018-07-01' };
const problemsOf = (body: unknown) => {
  const read = readSent(body);
  return 'problems' in read ? read.problems.map(({ field, sentence }) => [field, sentence]) : [];
};
const readingOf = (body: unknown) => {
  const read = readSent(body);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.reading;
};
const percent = { unit: 'percent', decimals: 0, scale: 100, outsideHundred: false, countsPeople: false } as const;

describe('what cannot be read says which field it is, and how to mend it', () => {
  test.each([
    [null, null, 'The body has to be one JSON object.'],
    [[july], null, 'The body has to be one JSON object.'],
    [{ period_start: '2018-07-01' }, 'measure', 'Give the id of the measure, such as csc-01.'],
    [{ ...july, measure: 'A B' }, 'measure', 'This is not the id of a measure.'],
    [{ ...july, period_start: 'July' }, 'period_start', 'Write the day as 2018-07-01.'],
    [{ ...july, period_start: '2018-02-30' }, 'period_start', 'Write the day as 2018-07-01.'],
    [{ ...july, value: true }, 'value', 'Write the figure as a number or as text, such as 81 or "80.9".'],
    [
      { ...july, value: 1234567890.1234567 },
      'value',
      'A number of more than 15 digits has to be text in quotes, or its last digits are lost.',
    ],
    [
      { ...july, numerator: 1e300 },
      'numerator',
      'A number of more than 15 digits has to be text in quotes, or its last digits are lost.',
    ],
    [{ ...july, missing: 'lost' }, 'missing', `A reason is one of ${missingReasons.join(', ')}.`],
    [{ ...july, comments: 7 }, 'comments', 'This has to be text in quotes, or null.'],
    [{ ...july, actions: [{ text: 'a', owner: 'b', due: 'soon' }] }, 'actions[0].due', 'Write the day as 2018-07-01.'],
    [{ ...july, submit: 'yes' }, 'submit', 'This has to be true or false.'],
    [{ ...july, coments: 'x' }, 'coments', 'There is no field coments here.'],
    [{ ...july, authors: [1] }, 'authors', 'There is no field authors here.'],
  ])('%j: %s', (body, field, sentence) => expect(problemsOf(body)).toContainEqual([field, sentence]));

  test('whatever JSON comes: an answer in sentences, never a fault', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ ...anyFields }, { requiredKeys: [] })), (body) => {
        const read = readSent(body);
        if ('reading' in read) return;
        expect(read.problems.length).toBeGreaterThan(0);
        for (const { sentence } of read.problems) expect(sentence).toMatch(/^[A-Z].*\.$/s);
      }),
    );
  });
});

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const words = fc.oneof(fc.constant(null), fc.string({ maxLength: 30, unit: 'grapheme' }));
const figure = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.integer({ min: 0, max: 9_999 }).map((tenths) => tenths / 10),
  fc.integer({ min: 0, max: 9_999 }).map((tenths) => String(tenths / 10)),
);
const body = fc.record(
  {
    measure: fc.constantFrom('csc-01', 'hwy-02'),
    period_start: day,
    value: figure,
    numerator: figure,
    denominator: figure,
    missing: fc.constantFrom(null, ...missingReasons),
    expected_on: fc.oneof(fc.constant(null), day),
    provisional: fc.boolean(),
    unusual: words,
    comments: words,
    actions: fc.array(fc.record({ text: words, owner: words, due: fc.oneof(fc.constant(null), day) }), {
      maxLength: 8,
    }),
    kept: fc.array(fc.record({ finding: fc.constantFrom('W1:comments::7', 'B1:comments::x'), reason: words }), {
      maxLength: 5,
    }),
    submit: fc.boolean(),
  },
  { requiredKeys: ['measure', 'period_start'] },
);
const anyFields = {
  measure: fc.jsonValue(),
  period_start: fc.jsonValue(),
  value: fc.jsonValue(),
  actions: fc.jsonValue(),
  kept: fc.jsonValue(),
  submit: fc.jsonValue(),
};

test('each fault that the rules of the form find stands at a field that was sent', () => {
  fc.assert(
    fc.property(body, (sent) => {
      const reading = readingOf(sent);
      for (const { field } of contentOf(typedOfSent(reading), percent).problems) {
        const [, list, index, part] = /^(actions|kept)\[(\d+)\]\.(\w+)$/.exec(sentField(field) ?? '') ?? [];
        if (list) expect(reading[list as 'actions'][Number(index)]).toHaveProperty(part ?? '');
        else
          expect(Object.keys(submissionApi.components.schemas.SentReading.properties ?? {})).toContain(
            sentField(field),
          );
      }
    }),
  );
});

test('a number and the same number as text are one figure', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (thousandths) => {
      const value = thousandths / 1_000;
      const [number, text] = [value, String(value)].map(
        (each) => contentOf(typedOfSent(readingOf({ ...july, value: each })), percent).content.value,
      );
      expect(number).toBe(text);
      expect(number).not.toBeNull();
    }),
  );
});

test('whatever is read fits the description that is published, and so do its examples', () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const fits = ajv.compile(submissionApi.components.schemas.SentReading);
  fc.assert(fc.property(body, (sent) => void expect(fits(sent)).toBe(true)));
  for (const { value } of Object.values(sentExamples)) {
    expect(fits(value)).toBe(true);
    expect(problemsOf(value)).toEqual([]);
  }
  expect(fits({ ...july, authors: [1] })).toBe(false);
});

test('what is found stands at its field, with the name under which a warning is kept, and what comes next', () => {
  const lack = { field: 'unusual', sentence: 'Are you sure?' };
  const block = {
    rule: 'B9',
    place: { field: 'actionText', action: 1 },
    quote: '',
    at: 0,
    sentence: 'No.',
    mend: 'Mend.',
  } as const;
  const warning = {
    rule: 'W1',
    place: { field: 'comments' },
    quote: '7',
    at: 3,
    sentence: 'Which 7?',
    mend: '',
  } as const;
  const open = sentFindings([lack], [block, warning], []);
  expect(open).toEqual([
    { field: 'unusual', sentence: 'Are you sure?', finding: null, kept: null },
    { field: 'actions[1].text', sentence: 'No. Mend.', finding: null, kept: null },
    { field: 'comments', sentence: expect.stringMatching(/^Which 7\? /), finding: 'W1:comments::7', kept: null },
  ]);
  expect(isComplete(open)).toBe(false);
  expect(nextStep('draft', open)).toContain('until every finding is answered');
  const kept = sentFindings([], [warning], [{ finding: 'W1:comments::7', reason: 'The seventh bus.' }]);
  expect(kept).toEqual([
    { field: 'comments', sentence: 'Which 7?', finding: 'W1:comments::7', kept: 'The seventh bus.' },
  ]);
  expect(isComplete(kept)).toBe(true);
  expect(nextStep('draft', kept)).toContain('its data owner submits it');
  expect(nextStep('submitted', kept)).toContain('head of service');
});
