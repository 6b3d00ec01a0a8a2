import { z } from 'zod';
import { missing, together, unless } from '@/lib/form/fields-together';
import { limits } from '@/lib/form/limits';
import { textField } from '@/lib/form/typed-text';
import { isSlug } from '@/lib/text/page-address';
import { parseDay } from '@/lib/time/day-entry';
import { isDay } from '@/lib/time/instant';

const committee = z.string().refine(isSlug);
const typedDay = z.string().max(100, 'This is too long.');
const form = { intent: z.enum(['effect', 'save']), seen: z.string().max(50_000).default('') };

/** The form that adds a meeting. */
export const AddMeeting = z.strictObject({ committee, day: typedDay, ...form }).transform(
  together(({ committee, day, ...rest }) => {
    const parsed = parseDay(day);
    const input = { committee, day: 'day' in parsed ? parsed.day : '', form: rest, typed: { committee, day } };
    return unless('day' in parsed ? [] : [{ field: 'day', sentence: parsed.problem }], input);
  }),
);

/** The form that moves or cancels a meeting, with why. */
export const ChangeMeeting = z
  .strictObject({
    committee,
    day: z.string().refine(isDay),
    change: z.string().max(10).default(''),
    to: typedDay,
    reason: textField(limits.changeReason),
    ...form,
  })
  .transform(
    together(({ committee, day, change, to, reason, ...rest }) => {
      const parsed = parseDay(to);
      const isMoved = change === 'move';
      const problems = [
        ...(isMoved || change === 'cancel'
          ? []
          : [{ field: 'change', sentence: 'Choose what happens to the meeting.' }]),
        ...(isMoved && 'problem' in parsed ? [{ field: 'to', sentence: parsed.problem }] : []),
        ...missing('reason', reason, 'Say why. The public reads it.'),
      ];
      const toDay = isMoved && 'day' in parsed ? parsed.day : null;
      const typed = { committee, day, change, to, reason };
      return unless(problems, { committee, day, to: toDay, reason, form: rest, typed });
    }),
  );
