import { z } from 'zod';
import { missingReasons } from '@/lib/figure/missing-reason';
import type { Problem } from '@/lib/form/form-state';
import { unitNames } from '@/lib/measure/measure';
import type { Typed } from '@/lib/reading/content-entry';
import { isSlug } from '@/lib/text/page-address';
import { isDay } from '@/lib/time/instant';

/** No number of JSON is read that another program could have rounded before: more digits than these go as text. */
const safeDigits = 15;

const problems = {
  text: 'This has to be text in quotes, or null.',
  figure: 'Write the figure as a number or as text, such as 81 or "80.9".',
  digits: `A number of more than ${safeDigits} digits has to be text in quotes, or its last digits are lost.`,
  day: 'Write the day as 2018-07-01.',
  long: 'This text is too long.',
  truth: 'This has to be true or false.',
};

const text = z.string(problems.text).max(20_000, problems.long).nullish();
const figure = z
  .union([z.string().max(100, problems.figure), z.number()], problems.figure)
  .nullish()
  .refine(
    (value) => typeof value !== 'number' || String(value).replaceAll(/\D/g, '').length <= safeDigits,
    problems.digits,
  )
  .refine((value) => typeof value !== 'number' || !String(value).includes('e'), problems.digits)
  .transform((value) => (value === null || value === undefined ? '' : String(value)));
const day = z.string(problems.day).refine(isDay, problems.day).meta({ format: 'date' });
const truth = z.boolean(problems.truth);

const list = <T extends z.ZodType>(item: T, most: number, what: string) =>
  z.array(item, `This has to be a list of ${what}.`).max(most, `At most ${most} ${what} fit.`).default([]);

/** Fields that are not here are refused, never passed over; `other` is said of what has no fields at all. */
const onlyThese = (other: string) => ({
  error: ({ code, keys }: { code: string; keys?: unknown }): string =>
    code === 'unrecognized_keys' ? `There is no field ${String([keys].flat()[0]).slice(0, 60)} here.` : other,
});

/** What a system sends of one reading. */
export const SentReading = z.strictObject(
  {
    measure: z
      .string('Give the id of the measure, such as csc-01.')
      .toLowerCase()
      .refine(isSlug, 'This is not the id of a measure.')
      .describe('The id of the measure, such as csc-01.'),
    period_start: day.describe('The first day of the period, such as 2018-07-01.'),
    unit: z
      .enum(unitNames, `A unit is one of ${unitNames.join(', ')}.`)
      .optional()
      .describe('The unit of the figure: refused where it is not that of the measure.'),
    value: figure.describe('The figure; may be left out where its parts are sent.'),
    numerator: figure.describe('The upper part of the sum.'),
    denominator: figure.describe('The lower part of the sum.'),
    missing: z
      .enum(missingReasons, `A reason is one of ${missingReasons.join(', ')}.`)
      .nullish()
      .describe('Why there is no figure. A figure that is missing is never 0.'),
    expected_on: day.nullish().describe('When a figure that is not available yet is expected.'),
    provisional: truth.default(false).describe('Whether the figure may still change.'),
    unusual: text.describe('Why a figure far from its history is right.'),
    comments: text.describe('The comments, as the public reads them.'),
    actions: list(
      z.strictObject(
        {
          text: text.describe('What is being done.'),
          owner: text.describe('The role that does it, never the name of a person.'),
          due: day.nullish().describe('The day by which it is done.'),
        },
        onlyThese('An action has the fields text, owner and due.'),
      ),
      8,
      'actions',
    ),
    kept: list(
      z.strictObject(
        {
          finding: z
            .string(problems.text)
            .max(6_000, problems.long)
            .describe('The name of the warning, as a finding gave it.'),
          reason: text.describe('Why it stands.'),
        },
        onlyThese('A warning that is kept has the fields finding and reason.'),
      ),
      20,
      'warnings',
    ).describe('Warnings about the words that stand, each with a reason.'),
    submit: truth
      .default(true)
      .describe('Whether it is submitted where nothing is left to mend; false leaves a draft.'),
  },
  onlyThese('The body has to be one JSON object.'),
);
export type SentReading = z.output<typeof SentReading>;

/** What is wrong with a body, each at its own field; the reading where nothing is. */
export function readSent(body: unknown): { reading: SentReading } | { problems: Problem[] } {
  const result = SentReading.safeParse(body);
  if (result.success) return { reading: result.data };
  return {
    problems: result.error.issues.map((issue) => ({
      field: pathText(issue.path) || unknownKey(issue),
      sentence: issue.message,
    })),
  };
}

const unknownKey = (issue: z.core.$ZodIssue): string | null =>
  issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? null) : null;

/** 'actions[0].due' */
const pathText = (path: PropertyKey[]): string =>
  path.reduce<string>((so, part) => {
    if (typeof part === 'number') return `${so}[${part}]`;
    return so ? `${so}.${String(part)}` : String(part);
  }, '');

/** The fields of the reading form as what was sent fills them: it is read by the rules of the form. */
export function typedOfSent(sent: SentReading): Typed {
  const actions = sent.actions.flatMap(({ text, owner, due }, index) => [
    [`actionText${index + 1}`, text ?? ''],
    [`actionOwner${index + 1}`, owner ?? ''],
    [`actionDue${index + 1}`, due ?? ''],
  ]);
  const kept = sent.kept.flatMap(({ finding, reason }, index) => [
    [`keptFinding${index + 1}`, finding],
    [`keptReason${index + 1}`, reason ?? ''],
  ]);
  return {
    value: sent.value,
    numerator: sent.numerator,
    denominator: sent.denominator,
    missing: sent.missing ?? '',
    expectedOn: sent.expected_on ?? '',
    provisional: sent.provisional ? 'on' : '',
    unusual: sent.unusual ?? '',
    comments: sent.comments ?? '',
    ...Object.fromEntries(actions),
    ...Object.fromEntries(kept),
  };
}

const plainFields: Record<string, string> = {
  figure: 'value',
  expectedOn: 'expected_on',
};

/** The field of what is sent that a field of the reading form was filled from: 'actions[0].due' for actionDue1. */
export function sentField(formField: string | null): string | null {
  const [, part, number] = /^action(Text|Owner|Due)(\d+)$/.exec(formField ?? '') ?? [];
  if (part) return `actions[${Number(number) - 1}].${part.toLowerCase()}`;
  const [, kept, n] = /^kept(Finding|Reason)(\d+)$/.exec(formField ?? '') ?? [];
  if (kept) return `kept[${Number(n) - 1}].${kept.toLowerCase()}`;
  return formField === null ? null : (plainFields[formField] ?? formField);
}

/** What is wrong with a day on which no period of the measure begins. */
export const notAPeriod = 'No period of this measure begins on this day: send the first day of the period.';
