import type { Database } from '@/db/connection/client';
import { aroundSteps } from './every-command/around';
import { frameworkSteps } from './every-command/framework';
import { peopleSteps } from './every-command/people';
import { publishedSteps } from './every-command/published';
import { releasesSteps } from './every-command/releases';
import { type Council, type Step, sceneOf } from './every-command/scene';
import { seriesSteps } from './every-command/series';
import { signInSteps } from './every-command/sign-in';
import { smallCountsSteps } from './every-command/small-counts';
import { systemsSteps } from './every-command/systems';

/**
 * One of every command that changes a row which the public or a right rests on, in an order in which each may be; a council
 * with three bus measures from March 2026 on. Every guarded table has at least two rows at the end.
 */
export function everyCommand(db: Database, council: Council): Step[] {
  const scene = sceneOf(db, council);
  return [
    publishedSteps,
    frameworkSteps,
    smallCountsSteps,
    seriesSteps,
    aroundSteps,
    signInSteps,
    systemsSteps,
    peopleSteps,
    releasesSteps,
  ].flatMap((steps) => steps(scene));
}
