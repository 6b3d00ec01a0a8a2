import { z } from 'zod';
import { together, unless } from '@/lib/form/fields-together';
import { limits } from '@/lib/form/limits';
import { textField } from '@/lib/form/typed-text';
import { isSlug } from '@/lib/text/page-address';
import { formatMonth } from '@/lib/time/day';
import { type MeasureDraft, measureDraft } from './measure-entry';

const short = z
  .string()
  .max(100, 'This is too long.')
  .transform((typed) => typed.trim());
const chosen = z.string().max(40).default('');
const tick = z.literal('yes').optional();

const fields = {
  number: short,
  title: textField(limits.title, 'Give the measure its title.'),
  definition: textField(limits.definition, 'Say exactly what is counted.'),
  unit: chosen,
  decimals: chosen,
  polarity: chosen,
  frequency: chosen,
  startMonth: chosen,
  window: chosen,
  since: short,
  lagDays: short,
  requiredFrom: short,
  comparator: chosen,
  noChangeBand: short,
  scale: chosen,
  numeratorLabel: textField(limits.partLabel),
  denominatorLabel: textField(limits.partLabel),
  whyNoTarget: textField(limits.whyNoTarget),
  source: textField(limits.source),
  ownerRole: textField(limits.ownerRole),
  notes: textField(limits.measureNotes).default(''),
  countsPeople: tick,
  outsideHundred: tick,
  compareStored: tick,
  digitsFollow: tick,
  periodsAddUp: tick,
  intent: z.enum(['effect', 'save']),
  seen: z.string().max(50_000).default(''),
};

/** The form that adds a measure to a service. */
export const AddMeasure = z.strictObject({ ...fields, code: short, service: z.string().refine(isSlug) }).transform(
  together((typed) => {
    const draft = measureDraft(typed);
    return 'problems' in draft ? draft : unless([], { draft: draft.input, typed });
  }),
);

/** The form that changes a measure, with why, and with what it was opened with. */
export const ChangeMeasure = z
  .strictObject({
    ...fields,
    /** The code that the measure has, and the one that it is to have. */
    measure: z.string().refine(isSlug),
    code: short,
    reason: textField(limits.changeReason, 'Say why it changes. The history of the measure tells it.'),
    was: z.string().max(50_000),
  })
  .transform(
    together((typed) => {
      const draft = measureDraft(typed);
      return 'problems' in draft
        ? draft
        : unless([], { draft: draft.input, reason: typed.reason, was: typed.was, typed });
    }),
  );

/** What the form of a measure holds when it is opened. */
export function typedMeasure(draft: MeasureDraft): Record<string, string> {
  const { countsPeople, outsideHundred, compareAs, digitsFollow, periodsAddUp, notes, ...words } = draft;
  const ticks = { countsPeople, outsideHundred, compareStored: compareAs === 'stored', digitsFollow, periodsAddUp };
  const ticked = Object.entries(ticks).flatMap(([name, on]) => (on ? [[name, 'yes']] : []));
  const texts = Object.entries(words).map(([name, value]) => [name, value === null ? '' : String(value)]);
  return {
    ...Object.fromEntries([...texts, ...ticked]),
    requiredFrom: formatMonth(draft.requiredFrom),
    notes: notes.join('\n'),
  };
}
