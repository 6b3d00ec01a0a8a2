import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { log } from '@/app/_server/log';
import { noteInVain, unlessJammed } from '@/app/_server/waits/bounded-waits';
import { patience } from '@/app/_server/waits/staff-waits';
import type { Acting } from '@/db/commands/road/who-and-when';
import { unreachable } from '@/db/connection/unreachable';
import { type FormAction, type FormState, Mistyped, type Problem, withInstead } from '@/lib/form/form-state';
import { isOutdated, Refused } from '@/lib/form/refused';
import type { Person } from '@/lib/people/person';
import { ownAddress } from '@/lib/text/page-address';
import { type Fields, fieldsOf, keyIn, notOurs, read, sendingOf, typedIn } from './form-fields';
import { noteAway, noteTrouble } from './form-trouble';
import { wishStatus } from './http-status-of-page';
import { addressWithTyping } from './kept-typing';
import { fromOwnPage, presentAddress } from './origin';
import { present, signInAddress } from './session';

/** What an action answers: where to go on our own site, a sentence to stay with, or where to go outside (single sign-on). */
export type Answer = string | { done: string; typed?: Record<string, string> } | { leaveFor: string };

type Options = {
  /** False for what changes nothing, such as working a figure out: then the form may be sent any number of times. */
  once?: boolean;
};

/**
 * The one doorway for every change by somebody who is signed in: from our own page? who? what? – then the command and its
 * answer. A refusal keeps everything typed; where the session has ended, it is kept for its person. `who` is the person as
 * this request found them, for what is read before the command, which asks the record again.
 */
export function action<T>(
  schema: z.ZodType<T>,
  run: (acting: Acting, input: T, who: Person) => Promise<Answer>,
  { once = true }: Options = {},
): FormAction {
  return doorway(schema, async (fields) => {
    const here = await present();
    if (!here) {
      const address = ownAddress(await presentAddress());
      return { elsewhere: signInAddress(await addressWithTyping(address, typedIn(fields))) };
    }
    const key = once ? sendingOf(fields) : undefined;
    const start = { begun: false, late: false };
    const acting = { who: here.who.id, at: here.at, today: here.today, start, ...(key && { key }) };
    // While others wait in vain a change that has not begun is given up, and then never begins.
    const leave = () => {
      start.late = !start.begun;
      return start.late;
    };
    return (input) => unlessJammed(run(acting, input, here.who), patience.begin, leave);
  });
}

/** The same doorway for those who are not signed in yet, and for signing out. */
export function visitorAction<T>(schema: z.ZodType<T>, run: (input: T) => Promise<Answer>): FormAction {
  return doorway(schema, async () => run);
}

type Work<T> = (input: T) => Promise<Answer>;

function doorway<T>(
  schema: z.ZodType<T>,
  admit: (fields: Fields) => Promise<Work<T> | { elsewhere: string }>,
): FormAction {
  return async (_state, form) => {
    const fields = fieldsOf(form);
    if (!fields || !fromOwnPage(await headers())) {
      log.warn({ audit: 'form_refused', address: await presentAddress() }, 'a form did not come from our own page');
      return { problems: [{ field: null, sentence: notOurs }], typed: {} };
    }
    const typed = typedIn(fields);
    const answer = await answerTo(fields).catch(async (error: unknown) => {
      if (unreachable(error)) {
        noteInVain(error);
        await noteAway();
      }
      return { problems: problemsOf(error) };
    });
    if (typeof answer === 'string') redirect(ownAddress(answer));
    if ('leaveFor' in answer) redirect(answer.leaveFor);
    // What was done is done: the form's next sending is another one, so it gets another key.
    if ('done' in answer) return { problems: [], typed, ...answer, key: crypto.randomUUID() };
    await noteTrouble();
    const filled = withInstead(typed, answer.problems);
    return { problems: answer.problems, typed: filled, key: keyIn(fields) } satisfies FormState;
  };

  async function answerTo(fields: Fields): Promise<Answer | { problems: Problem[] }> {
    const work = await admit(fields);
    if (typeof work !== 'function') return work.elsewhere;
    const parsed = read(schema, fields);
    return 'problems' in parsed ? parsed : work(parsed.input);
  }
}

/** The problems that a person can mend; any other error is a fault, and is thrown on. */
function problemsOf(error: unknown): Problem[] {
  if (isOutdated(error)) wishStatus(409);
  if (error instanceof Mistyped) return error.problems;
  if (error instanceof Refused) return [{ field: null, sentence: error.message }];
  if (unreachable(error)) return [{ field: null, sentence: away }];
  throw error;
}

const away =
  'The record cannot be reached at this moment, so nothing was changed. What you typed is still here: please try again in a minute.';
