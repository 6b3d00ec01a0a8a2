import { setTimeout as wait } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import { type Outcome, releaseDue } from '@/db/commands/release/releases-due';
import { publishRolling } from '@/db/commands/release/rolling';
import { liveIn } from '@/db/commands/server/lived-day';
import { sweepPassing } from '@/db/commands/server/passing';
import { recordMoment } from '@/db/connection/clock';
import { jobsDatabase } from '@/db/connection/pool';
import { unreachable } from '@/db/connection/unreachable';
import { announcedMoments } from '@/db/queries/release/announcements';
import { headsKept } from '@/db/queries/server/server-health';
import { headsNow } from '@/db/queries/verify/chain-heads';
import { headsText } from '@/lib/record/chain-head';
import { driftOf, driftSentence } from '@/lib/time/clock-drift';
import { lookForFiles } from './bring-in-job';
import { keepAway } from './chain-heads-away';
import { moment, now } from './clock';
import { jobsConnection, queues } from './jobs-connection';
import { shownEverywhere } from './lease';
import { log } from './log';
import { makePapersDue } from './papers-due';
import { settings } from './server-settings';

/** How far a sweep looks ahead, and how early a job may come by another clock than ours, in milliseconds. */
const [ahead, early] = [90_000, 5_000];

/** Kept on globalThis because the pages and the start of the server are bundled apart. */
const processGlobals = globalThis as { candourJobs?: PgBoss; candourJobsBegun?: boolean };

/** Starts the jobs of this process and returns at once; while the database is away it goes on trying. */
export function startJobs(): void {
  if (processGlobals.candourJobsBegun) return;
  processGlobals.candourJobsBegun = true;
  void begin();
}

async function begin(): Promise<void> {
  while (!processGlobals.candourJobs) {
    const boss = new PgBoss(jobsConnection());
    boss.on('error', troubled);
    try {
      await liveIn(jobsDatabase(), settings().today);
      await boss.start();
      await boss.work<{ dueAt: string }>(queues.release, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
        for (const { data } of jobs) await releaseAt(data.dueAt);
      });
      await boss.work(queues.sweep, { pollingIntervalSeconds: 2 }, sweep);
      await boss.work(queues.papers, { pollingIntervalSeconds: 1 }, makePapersDue);
      await boss.schedule(queues.sweep, '* * * * *', {}, { retryLimit: 0 });
      await keepHeadsDaily(boss);
      processGlobals.candourJobs = boss;
      lookForFiles();
      // What fell due while no process was there.
      await boss.send(queues.sweep, {}, { retryLimit: 3 });
    } catch (error) {
      troubled(error);
      await boss.stop({ graceful: false }).catch(troubled);
      await wait(2_000);
    }
  }
}

/** Has some process awake at the moment of a release, by the clock that this portal lives by; the sweep makes up for a loss. */
export async function wakeAt(dueAt: string): Promise<void> {
  const startAfter = new Date(Date.now() + Date.parse(dueAt) - Date.parse(now()));
  const patience = { retryLimit: 5, retryDelay: 1, expireInSeconds: 60 };
  await processGlobals.candourJobs?.send(queues.release, { dueAt }, { startAfter, ...patience }).catch(troubled);
}

/** Has some process make the papers of what was just published, where they are to lie ready; the sweep makes up for a loss. */
export async function wakePapers(): Promise<void> {
  if (settings().papers === 'asked') return;
  await processGlobals.candourJobs?.send(queues.papers, {}, { retryLimit: 2, expireInSeconds: 300 }).catch(troubled);
}

/** Waits out the last moments before a release by the record's clock, and releases what is due; a moment that was moved away finds nothing. */
async function releaseAt(dueAt: string): Promise<void> {
  try {
    const left = async () => Date.parse(dueAt) - Date.parse(await agreedMoment());
    if ((await left()) > early) return;
    for (let still = await left(); still > 0; still = await left()) await wait(Math.max(1, still));
    await release();
  } catch (error) {
    troubled(error);
    // The job is tried again, by another server perhaps.
    throw error;
  }
}

/** This moment by the clock of the record, by which everything is released; a fault where ours does not agree with it. */
async function agreedMoment(): Promise<string> {
  const before = now();
  const theirs = await recordMoment(jobsDatabase());
  const ahead = driftOf({ before, theirs, after: now() });
  if (ahead !== null) throw new Error(driftSentence(ahead));
  return theirs;
}

async function release(): Promise<void> {
  const outcomes = await releaseDue(jobsDatabase(), await agreedMoment());
  for (const outcome of outcomes) tell(outcome);
  if (outcomes.length === 0) return;
  await wakePapers();
  await shownEverywhere();
}

function tell(outcome: Outcome): void {
  if ('why' in outcome) log.error({ announcement: outcome.id, why: outcome.why }, 'an announced release failed');
  else log.info({ announcement: outcome.id, edition: outcome.editionId }, 'an announced edition is released');
}

/** Once a minute in one of the processes: what is due, what has ripened, the moments that are near, and what has passed. */
async function sweep(): Promise<void> {
  const until = new Date(Date.parse(now()) + ahead).toISOString();
  const roll = async () => {
    if ((await publishRolling(jobsDatabase(), await agreedMoment())).length > 0) await shownEverywhere();
  };
  const look = async () => {
    for (const dueAt of await announcedMoments(jobsDatabase(), until)) await wakeAt(dueAt);
  };
  const tidy = async () => {
    await sweepPassing(jobsDatabase());
  };
  // A fault in one of them is logged, and does not keep the others from being done.
  for (const task of [release, roll, look, tidy, wakePapers]) await task().catch(troubled);
}

/** An hour at which little happens; a failure is tried again each half hour until the next day. */
const daily = { cron: '17 2 * * *', again: { retryLimit: 47, retryDelay: 1_800, expireInSeconds: 120 } };

/** Takes a part in carrying heads away each day, where the settings say whither; and now, if none has left for a day. */
async function keepHeadsDaily(boss: PgBoss): Promise<void> {
  const { file, url } = settings().heads;
  if (!file && !url) return;
  await boss.work(queues.heads, { pollingIntervalSeconds: 2 }, carryHeads);
  await boss.schedule(queues.heads, daily.cron, {}, daily.again);
  const { last } = await headsKept(jobsDatabase());
  if (last === null || Date.parse(moment()) - Date.parse(last) > 86_400_000)
    await boss.send(queues.heads, {}, { ...daily.again, singletonKey: 'begun', singletonMinutes: 10 });
}

async function carryHeads(): Promise<void> {
  try {
    const heads = await headsNow(jobsDatabase());
    await keepAway(headsText(heads, moment()), settings().heads);
    log.info({ chains: heads.length }, 'the heads of the record have left this machine');
  } catch (error) {
    troubled(error);
    // The job is tried again; the officer's page says so until one try succeeds.
    throw error;
  }
}

let lastLogged = Number.NEGATIVE_INFINITY;

/** Logs trouble with the jobs, once in ten seconds while the database is away, and never ends the process. */
function troubled(error: unknown): void {
  if (!unreachable(error)) log.error({ error }, 'the jobs met a fault');
  else if (performance.now() - lastLogged >= 10_000) {
    lastLogged = performance.now();
    log.warn({ error }, 'the jobs cannot reach the database');
  }
}
