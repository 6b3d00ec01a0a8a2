import { z } from 'zod';
import { missing, together, unless } from '@/lib/form/fields-together';
import { limits } from '@/lib/form/limits';
import { textField } from '@/lib/form/typed-text';
import { isSlug } from '@/lib/text/page-address';
import { parseDay } from '@/lib/time/day-entry';
import { isDay } from '@/lib/time/instant';

const code = z.string().refine(isSlug);
const day = z.string().max(100, 'Write the day like 17 August 2018.');
const period = (sentence: string) => z.string().refine(isDay, sentence);

/** What each step of a measure is sent with: it shows its effect first, and is taken once that has been seen. */
const shown = { code, intent: z.enum(['effect', 'save']), seen: z.string().max(50_000).default('') };
type Shown = { code: string; intent: 'effect' | 'save'; seen: string };

/** A step as its command takes it, beside what shows its effect and what goes back into its fields. */
const stepOf = <Typed extends Shown, Words>(typed: Typed, words: Words) => {
  const { code, intent, seen, ...fields } = typed;
  return { code, form: { intent, seen }, typed: { code, ...fields }, words };
};

/** A slip in the words of a measure, as they were on the page and as they are mended. */
export const MendWords = z
  .strictObject({
    ...shown,
    title: textField(limits.title, 'Give the measure its title.'),
    definition: textField(limits.definition, 'Say exactly what is counted.'),
    wasTitle: z.string().max(limits.title.most),
    wasDefinition: z.string().max(limits.definition.most),
    mendReason: textField(limits.changeReason, 'Say what the slip was.'),
  })
  .transform((typed) => {
    const { title, definition, wasTitle, wasDefinition, mendReason: reason } = typed;
    return stepOf(typed, { title, definition, reason, was: { title: wasTitle, definition: wasDefinition } });
  });

const decided = {
  decidedBy: textField(limits.decidedBy, 'Say who decided it.'),
  decidedOn: day,
};

/** A day that was typed, or the problem at its field. */
function typedDay(field: string, typed: string, none: string) {
  const parsed = parseDay(typed);
  if ('day' in parsed) return { day: parsed.day, problems: [] };
  return { day: '', problems: [{ field, sentence: typed.trim() ? parsed.problem : none }] };
}

const whichDay = 'Enter the day of the decision.';
const optionalLabel = textField(limits.partLabel).optional();

/** A new definition from a period on, by a decision. A measure that is worked out of two numbers names them as well. */
export const Redefine = z
  .strictObject({
    ...shown,
    from: period('Choose the first period that is counted so.'),
    newTitle: textField(limits.title, 'Give the measure its title.'),
    newDefinition: textField(limits.definition, 'Say exactly what is counted.'),
    newNumerator: optionalLabel,
    newDenominator: optionalLabel,
    redefineReason: textField(limits.changeReason, 'Say why the definition changes.'),
    ...decided,
  })
  .transform(
    together((typed) => {
      const { from, newTitle: title, newDefinition: definition, redefineReason: reason, decidedBy } = typed;
      const { newNumerator: numeratorLabel, newDenominator: denominatorLabel } = typed;
      const decision = typedDay('decidedOn', typed.decidedOn, whichDay);
      const problems = [
        ...(numeratorLabel === undefined ? [] : missing('newNumerator', numeratorLabel, 'Say what the first counts.')),
        ...(denominatorLabel === undefined
          ? []
          : missing('newDenominator', denominatorLabel, 'Say out of what it is.')),
        ...decision.problems,
      ];
      const words = { from, title, definition, reason, decidedBy, decidedOn: decision.day };
      const labels = numeratorLabel && denominatorLabel ? { numeratorLabel, denominatorLabel } : {};
      return unless(problems, stepOf(typed, { ...words, ...labels }));
    }),
  );

/** A break in the series at a period. */
export const BreakSeries = z
  .strictObject({
    ...shown,
    breakStart: period('Choose the first period that is not alike with those before.'),
    breakReason: textField(limits.changeReason, 'Say why the figures are not alike with those before.'),
  })
  .transform((typed) => stepOf(typed, { periodStart: typed.breakStart, reason: typed.breakReason }));

/** A break that is taken back. */
export const TakeBreakBack = z
  .strictObject({ ...shown, periodStart: z.string().refine(isDay), reason: textField(limits.changeReason) })
  .transform(
    together((typed) => {
      const { periodStart, reason } = typed;
      const problems = missing(`unbreak-${periodStart}`, reason, 'Say why this break is taken back.');
      return unless(problems, stepOf(typed, { periodStart, reason }));
    }),
  );

/** A retirement, by a decision. */
export const Retire = z
  .strictObject({
    ...shown,
    retiredOn: day,
    retireReason: textField(limits.changeReason, 'Say why the measure is retired.'),
    retireDecidedBy: textField(limits.decidedBy, 'Say who decided it.'),
    retireDecidedOn: day,
  })
  .transform(
    together((typed) => {
      const { retireReason: reason, retireDecidedBy: decidedBy } = typed;
      const last = typedDay('retiredOn', typed.retiredOn, 'Enter its last day.');
      const decision = typedDay('retireDecidedOn', typed.retireDecidedOn, whichDay);
      const words = { retiredOn: last.day, reason, decidedBy, decidedOn: decision.day };
      return unless([...last.problems, ...decision.problems], stepOf(typed, words));
    }),
  );

/** A retirement that is taken back. */
export const TakeRetirementBack = z
  .strictObject({ ...shown, backReason: textField(limits.changeReason, 'Say why it is taken back.') })
  .transform((typed) => stepOf(typed, { reason: typed.backReason }));
