import { z } from 'zod';
import { together, unless } from '@/lib/form/fields-together';
import { isSlug } from '@/lib/text/page-address';
import type { Effect } from './effect';
import type { KeptFields } from './meanwhile';

/** A measure with its number in the report. */
export type Numbered = { code: string; title: string; number: number };

/** The name of the field in which the number of a measure stands. */
export const numberField = (code: string): string => `number-${code}`;

/** The form in which each measure of a service has its number. */
export const ReorderMeasures = z
  .object({
    service: z.string().refine(isSlug),
    was: z.string().max(50_000),
    intent: z.enum(['effect', 'save']),
    seen: z.string().max(50_000).default(''),
  })
  .catchall(z.string().max(20, 'Give a whole number, such as 7.'))
  .transform(
    together((typed) => {
      const { service, was, intent, seen, ...fields } = typed;
      const places = Object.entries(fields).map(([field, text]) => ({ field, number: text.trim() }));
      const problems = places.flatMap(({ field, number }, index) => {
        if (!/^[1-9]\d{0,3}$/.test(number)) return [{ field, sentence: 'Give a whole number from 1 to 9999.' }];
        const isTaken = places.slice(0, index).some((other) => other.number === number);
        const sentence = `Two measures have the number ${number}: give each one of its own.`;
        return isTaken ? [{ field, sentence }] : [];
      });
      const numbers = new Map(places.map(({ field, number }) => [field.replace(/^number-/, ''), Number(number)]));
      return unless(problems, { service, was, form: { intent, seen }, numbers, typed });
    }),
  );

/** The numbers of measures by what a sentence calls them. */
export const numberFields = (measures: Numbered[]): KeptFields =>
  Object.fromEntries(measures.map(({ code, title, number }) => [`the number of ${code}, “${title}”,`, String(number)]));

/** What other numbers would do to the scorecard of a service; `edition` is the one in force. */
export function orderEffect(measures: Numbered[], numbers: Map<string, number>, edition: number | null): Effect {
  const kept = edition === null ? '' : ` Edition ${edition} and those before it keep their order.`;
  const next = measures
    .map(({ code, title, number: was }) => ({ title, was, number: numbers.get(code) ?? was }))
    .sort((a, b) => a.number - b.number);
  return {
    sentences: [
      `The next edition has its measures in this order.${kept} The pages of the measures stay where they are.`,
    ],
    order: next.map(({ title, was, number }) => `${number}. ${title}${was === number ? '' : ` (now ${was})`}`),
  };
}
