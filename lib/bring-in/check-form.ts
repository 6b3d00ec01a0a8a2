import { z } from 'zod';
import { isAdministrator, isPerformanceOfficer, type Person } from '@/lib/people/person';

/** From which page a file is sent: that of the council's settings, or that of an owner's own figures. */
export const sendingPages = { settings: '/settings/bring-in', work: '/work/bring-in' } as const;
export type SendingPage = keyof typeof sendingPages;

/** Whether a person may send a file from a page at all; what of it comes in is judged row by row. */
export const maySendFrom = (who: Person, from: SendingPage): boolean =>
  from === 'settings' ? isPerformanceOfficer(who) || isAdministrator(who) : who.owns.length > 0;

const mostText = 200_000;

/** A table or a report that was pasted. */
export const PasteText = z.strictObject({
  from: z.enum(['settings', 'work']),
  text: z
    .string()
    .max(mostText, 'This is too long to be pasted: save it as a file, and send that.')
    .refine((text) => text.trim() !== '', 'Paste the text first.'),
});

/** As long as an answer may be: a word of a choice, or what a cell should say. */
const mostAnswer = 300;

/** What is to become of a file, with every answer under its own name. */
export const CheckFile = z
  .object({
    import: z.string().regex(/^[1-9]\d{0,8}$/),
    back: z.string().max(500),
    version: z.string().regex(/^\d{1,9}$/),
    intent: z.enum(['save', 'good', 'all', 'stop']),
    submits: z.literal('yes').optional(),
  })
  .catchall(z.string().max(mostAnswer, `An answer can have ${mostAnswer} characters: shorten it.`))
  .transform(({ import: id, version, back, intent, submits, ...answers }) => ({
    id: Number(id),
    version: Number(version),
    back,
    intent,
    submits: submits === 'yes',
    answers: answers as Record<string, string>,
  }));
