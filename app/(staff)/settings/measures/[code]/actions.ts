'use server';

import { revalidatePath } from 'next/cache';
import { shownEverywhere } from '@/app/_server/lease';
import { type Answer, action } from '@/app/_staff/action';
import { effectFirst } from '@/app/_staff/effect-first';
import { mendMeasure } from '@/db/commands/measure/measure-edit';
import { redefineMeasure } from '@/db/commands/measure/redefine';
import { retireMeasure, takeRetirementBack } from '@/db/commands/measure/retire';
import { breakSeries, takeBreakBack } from '@/db/commands/measure/series-breaks';
import type { Acting } from '@/db/commands/road/who-and-when';
import { database } from '@/db/connection/pool';
import { measureRecord } from '@/db/queries/framework/measure-record';
import { Refused } from '@/lib/form/refused';
import type { Effect } from '@/lib/framework/effect';
import {
  BreakSeries,
  MendWords,
  Redefine,
  Retire,
  TakeBreakBack,
  TakeRetirementBack,
} from '@/lib/framework/steps/measure-steps';
import {
  breakBackEffect,
  breakEffect,
  mendEffect,
  redefineEffect,
  retireEffect,
  retirementBackEffect,
  type StepScene,
} from '@/lib/framework/steps/step-effects';
import type { Person } from '@/lib/people/person';

/** Mends a slip in the words of a measure, once its effect was seen. */
export const mend = action(MendWords, (acting, sent, who) =>
  step(acting, who, sent, {
    effect: mendEffect,
    take: (words) => mendMeasure(database(), acting, words),
    done: 'mended',
  }),
);

/** Gives a measure a new definition from a period on, by a decision, once its effect was seen. */
export const redefine = action(Redefine, (acting, sent, who) =>
  step(acting, who, sent, {
    effect: redefineEffect,
    take: (words) => redefineMeasure(database(), acting, words),
    done: 'redefined',
  }),
);

/** Records that figures from a period on are not alike with those before, once the effect was seen. */
export const breakAt = action(BreakSeries, (acting, sent, who) =>
  step(acting, who, sent, {
    effect: breakEffect,
    take: (words) => breakSeries(database(), acting, words),
    done: 'broken',
  }),
);

/** Takes a break back that no edition has told of, once the effect was seen. */
export const takeBack = action(TakeBreakBack, (acting, sent, who) =>
  step(acting, who, sent, {
    effect: breakBackEffect,
    take: (words) => takeBreakBack(database(), acting, words),
    done: 'unbroken',
  }),
);

/** Retires a measure, by a decision, once the effect was seen. */
export const retire = action(Retire, (acting, sent, who) =>
  step(acting, who, sent, {
    effect: retireEffect,
    take: async (words) => {
      await retireMeasure(database(), acting, words);
      await shownEverywhere();
    },
    done: 'retired',
  }),
);

/** Takes a retirement back that no edition has told of, once the effect was seen. */
export const bringBack = action(TakeRetirementBack, (acting, sent, who) =>
  step(acting, who, sent, {
    effect: retirementBackEffect,
    take: (words) => takeRetirementBack(database(), acting, words),
    done: 'back',
  }),
);

type Sent<Words> = {
  code: string;
  form: { intent: 'effect' | 'save'; seen: string };
  typed: Record<string, string | undefined>;
  words: Words;
};

type Step<Words> = {
  effect: (scene: StepScene, words: Words) => Effect;
  take: (words: Words & { code: string }) => Promise<unknown>;
  done: string;
};

/** A step of a measure: its effect, and once that has been seen the step itself. */
async function step<Words>(
  { today }: Acting,
  who: Person,
  { code, form, typed, words }: Sent<Words>,
  { effect, take, done }: Step<Words>,
): Promise<Answer> {
  try {
    const here = await measureRecord(database(), who, code, today);
    // Whoever may not see the page is refused by the command, which keeps the try in the record.
    const first = here && effectFirst(effect({ ...here, today }, words), form, typed);
    if (first) return first;
    await take({ ...words, code });
  } catch (error) {
    // What the page showed may not be what is there, so that it is made again.
    if (error instanceof Refused) revalidatePath(`/settings/measures/${code}`, 'layout');
    throw error;
  }
  // A second step of the same kind leads to another address, so that its page does not show the effect of the first.
  return `/settings/measures/${code}?done=${done}&step=${crypto.randomUUID().slice(0, 8)}`;
}
