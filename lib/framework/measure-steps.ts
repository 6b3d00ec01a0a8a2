import { z } from 'zod';
import { limits } from '@/lib/form/limits';
import { missing, together, unless } from '@/lib/form/together';
import { textField } from '@/lib/form/typed-text';
import { isSlug } from '@/lib/text/page-address';
import { parseDay } from '@/lib/time/day-entry';
import { isDay } from '@/lib/time/instant';

const code = z.string().refine(isSlug);
const day = z.string().max(100, 'Write the day like 17 August 2018.');
const period = (sentence: string) => z.string().refine(isDay, sentence);

/** A slip in the words of a measure, as they were on the page and as they are mended. */
export const MendWords = z
  .strictObject({
    code,
    title: textField(limits.title, 'Give the measure its title.'),
    definition: textField(limits.definition, 'Say exactly what is counted.'),
    wasTitle: z.string().max(limits.title.most),
    wasDefinition: z.string().max(limits.definition.most),
    mendReason: textField(limits.changeReason, 'Say what the slip was.'),
  })
  .transform(({ wasTitle, wasDefinition, mendReason: reason, ...words }) => ({
    ...words,
    reason,
    was: { title: wasTitle, definition: wasDefinition },
  }));

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

/** A new definition from a period on, by a decision. */
export const Redefine = z
  .strictObject({
    code,
    from: period('Choose the first period that is counted so.'),
    newTitle: textField(limits.title, 'Give the measure its title.'),
    newDefinition: textField(limits.definition, 'Say exactly what is counted.'),
    redefineReason: textField(limits.changeReason, 'Say why the definition changes.'),
    ...decided,
  })
  .transform(
    together(({ newTitle: title, newDefinition: definition, redefineReason: reason, decidedOn, ...typed }) => {
      const decision = typedDay('decidedOn', decidedOn, whichDay);
      return unless(decision.problems, { ...typed, title, definition, reason, decidedOn: decision.day });
    }),
  );

/** A break in the series at a period. */
export const BreakSeries = z
  .strictObject({
    code,
    breakStart: period('Choose the first period that is not alike with those before.'),
    breakReason: textField(limits.changeReason, 'Say why the figures are not alike with those before.'),
  })
  .transform(({ breakStart: periodStart, breakReason: reason, ...typed }) => ({ ...typed, periodStart, reason }));

/** A break that is taken back. */
export const TakeBreakBack = z
  .strictObject({ code, periodStart: z.string().refine(isDay), reason: textField(limits.changeReason) })
  .transform(
    together((typed) =>
      unless(missing(`unbreak-${typed.periodStart}`, typed.reason, 'Say why this break is taken back.'), typed),
    ),
  );

/** A retirement, by a decision. */
export const Retire = z
  .strictObject({
    code,
    retiredOn: day,
    retireReason: textField(limits.changeReason, 'Say why the measure is retired.'),
    retireDecidedBy: textField(limits.decidedBy, 'Say who decided it.'),
    retireDecidedOn: day,
  })
  .transform(
    together(({ code, retiredOn, retireReason: reason, retireDecidedBy: decidedBy, retireDecidedOn }) => {
      const last = typedDay('retiredOn', retiredOn, 'Enter its last day.');
      const decision = typedDay('retireDecidedOn', retireDecidedOn, whichDay);
      const problems = [...last.problems, ...decision.problems];
      return unless(problems, { code, retiredOn: last.day, reason, decidedBy, decidedOn: decision.day });
    }),
  );
