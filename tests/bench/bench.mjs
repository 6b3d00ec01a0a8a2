import { availableParallelism, loadavg } from 'node:os';
import { step } from '../../scripts/program/step.mjs';
import { buildApplication } from '../../scripts/set-up/build.mjs';
import { openRecord } from '../../scripts/set-up/ready-database.mjs';
import { ask } from './answer.mjs';
import { historyVerdict, openEveryDay } from './history.mjs';
import { loadLong, longVerdicts } from './load/long-load.mjs';
import { contend } from './load/rounds.mjs';
import { memoryOf } from './machine.mjs';
import { measuresVerdict } from './measures.mjs';
import { hasNginx, startNginx } from './nginx.mjs';
import { printSpeed, printVerdicts, printWeights } from './report.mjs';
import { buildBareNext, processes, startApplication, startBareNext, startPlainServer } from './servers.mjs';
import { frontVerdict, memoryVerdicts, ratiosOf, weightVerdicts } from './verdicts.mjs';
import { weigh } from './weight.mjs';
import { checkWords, wordsVerdict } from './words.mjs';

const scorecard = '/scorecards/childrens-social-care';
const pages = [scorecard, '/', '/measures/csc-01'];

/**
 * Weighs the public pages and times the scorecard and the front page of many services beside their rivals; with `long`, for so many
 * minutes over 64 connections too. Answers 1 when a limit or a ratio fails, else 0.
 */
export async function bench(atEnd, { quick, long }) {
  const load = loadavg()[0];
  const env = await openRecord(atEnd);
  await buildApplication(env);
  const application = await step('Starting the application', () => startApplication(env, atEnd));
  const { pid, startedIn } = processes.get(application);
  // A machine that is busy with other things may take longer for the first page than a reader is kept waiting.
  let page = await ask(application + scorecard);
  for (let tries = 0; page.status === 503 && tries < 20; tries += 1) page = await ask(application + scorecard);
  if (page.status !== 200) throw new Error(`${scorecard} answers ${page.status}: there is nothing to measure.`);

  await step('Building the bare Next route handler', buildBareNext);
  const rivals = await step('Starting its rivals', async () => ({
    bare: await startBareNext(page, atEnd),
    plain: await startPlainServer(page, atEnd),
    nginx: hasNginx ? await startNginx(page, application, atEnd) : null,
  }));
  const weights = [];
  for (const path of pages) weights.push(await weigh(application, path));
  const history = await step('Opening days of fifty years of editions', () => openEveryDay(atEnd));
  // Others were asked meanwhile: the memory that a start leaves is given back within a dozen seconds.
  const memory = { idle: memoryOf(pid) };

  const contenders = [
    { name: 'scorecard', label: 'a  the scorecard as served', url: application + scorecard },
    { name: 'bare', label: 'b  a bare Next route handler', url: rivals.bare },
    { name: 'plain', label: 'c  Node’s own http server', url: rivals.plain },
    { name: 'known', label: 'd  the scorecard, 304', url: application + scorecard, isKnown: true },
    { name: 'front', label: 'g  the front page of many services', url: `${history.application}/` },
    { name: 'beside', label: 'h  a scorecard beside it', url: history.application + scorecard },
  ];
  if (rivals.nginx)
    contenders.push(
      { name: 'nginx', label: 'e  nginx, from a file', url: rivals.nginx.fixed },
      { name: 'proxied', label: 'f  the scorecard behind nginx', url: rivals.nginx.proxied + scorecard },
    );
  const speed = await step(
    `Measuring, ${quick ? 'quickly' : 'about three minutes'}`,
    () => contend(contenders, { quick }),
    contend.progress,
  );
  memory.loaded = memoryOf(pid);
  const longLoad = long
    ? await step(`64 connections for ${long} minutes`, () => loadLong(application + scorecard, { pid, minutes: long }))
    : null;

  const words = await step('Checking the words of 50 measures', checkWords);

  printWeights(weights);
  printSpeed(contenders, speed);
  console.log(`\nStarted in ${(startedIn / 1000).toFixed(1)} s, the database being there.`);
  return printVerdicts(
    [
      ...weightVerdicts(weights),
      frontVerdict(history.front),
      ...ratiosOf(speed),
      ...memoryVerdicts(memory),
      ...(longLoad ? longVerdicts(longLoad) : []),
      historyVerdict(history),
      measuresVerdict(history.measures),
      wordsVerdict(words),
    ],
    {
      load,
      others: speed.others,
      cores: availableParallelism(),
    },
  );
}
