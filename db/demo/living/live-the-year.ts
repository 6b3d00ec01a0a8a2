import { eq } from 'drizzle-orm';
import { setMeeting } from '@/db/commands/committee/meetings';
import { askException } from '@/db/commands/disclosure/exceptions';
import { redefineMeasure } from '@/db/commands/measure/redefine';
import { retireMeasure } from '@/db/commands/measure/retire';
import { setTarget } from '@/db/commands/measure/targets';
import { setTheme } from '@/db/commands/measure/theme';
import { announceRelease } from '@/db/commands/release/announce';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { withdrawEdition } from '@/db/commands/release/withdraw';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { targetsOf } from '@/db/facts/measure-facts';
import { measures } from '@/db/schema';
import { targetFields } from '@/lib/framework/target-effect';
import { londonInstant } from '@/lib/time/instant';
import { acknowledged, giveEarly, postpone, releaseNow } from './release-steps';
import { story, timeOf } from './story';
import type { StoryStep } from './story-step';
import { type Hands, walkCorrection, walkReading } from './walk-reading';

/** The performance officer, and the hands of each service by the letters with which the codes of its measures begin. */
export type Cast = { officer: number; hands: Record<string, Hands> };

/** Lives the year before the founding edition, step by step, through the commands of the product. */
export async function liveTheYear(db: Database, cast: Cast): Promise<void> {
  for (const step of story)
    await takeStep(db, step, cast).catch((cause: unknown) => {
      throw new Error(`the demonstration cannot ${step.do} on ${step.on}: ${String(cause)}`, { cause });
    });
}

async function takeStep(db: Database, step: StoryStep, { officer, hands }: Cast): Promise<unknown> {
  const acting = { who: officer, at: londonInstant(step.on, timeOf(step)), today: step.on };
  switch (step.do) {
    case 'read':
      return walkReading(db, step, handsFor(step.code, hands));
    case 'correct':
      return walkCorrection(db, step, handsFor(step.code, hands));
    case 'publish':
      return publishEdition(db, acting, { ...step, acknowledged: await acknowledged(db, step) });
    case 'announce': {
      const dueAt = londonInstant(step.dueOn, '09:30');
      return announceRelease(db, acting, { ...step, dueAt, acknowledged: await acknowledged(db, step) });
    }
    case 'move release':
      return postpone(db, acting, step);
    case 'give early reading':
      return giveEarly(db, acting, step);
    case 'ask to show': {
      const { code, start, reason } = step;
      return askException(db, { ...acting, who: handsFor(code, hands).owner }, { code, periodStart: start, reason });
    }
    case 'release':
      return releaseNow(db, acting.at);
    case 'withdraw':
      return withdrawEdition(db, acting, step);
    case 'set target':
      return decideTarget(db, acting, step);
    case 'redefine':
      return redefineMeasure(db, acting, { ...step, ...step.decision });
    case 'retire': {
      const { code, lastDay, decision } = step;
      return retireMeasure(db, acting, { code, retiredOn: lastDay, ...decision });
    }
    case 'set theme':
      for (const code of step.codes) await setTheme(db, acting, { code, theme: step.theme, was: '' });
      return;
    case 'set meeting':
      for (const day of step.days) await setMeeting(db, acting, { committee: step.committee, day });
  }
}

function handsFor(code: string, hands: Cast['hands']): Hands {
  const own = hands[code.slice(0, 3)];
  if (!own) throw new Error(`nobody is there for ${code}`);
  return own;
}

type TargetSet = Extract<StoryStep, { do: 'set target' }>;

async function decideTarget(db: Database, acting: Acting, step: TargetSet): Promise<void> {
  const { code, from, target, decision } = step;
  const [measure] = await db.select().from(measures).where(eq(measures.code, code));
  if (!measure) throw new Error(`there is no ${code}`);
  const was = targetFields(await targetsOf(db, [measure.id]), measure);
  const draft = { effectiveFrom: from, target, tolerance: null, whyNone: null, decision };
  await setTarget(db, acting, { code, draft, was });
}
