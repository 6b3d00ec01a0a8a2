import { availableParallelism, loadavg } from 'node:os';
import { step } from '../../scripts/program/step.mjs';
import { buildApplication } from '../../scripts/set-up/build.mjs';
import { openRecord } from '../../scripts/set-up/record.mjs';
import { ask } from './answer.mjs';
import { contend } from './contest.mjs';
import { historyVerdict, openEveryDay } from './history.mjs';
import { measuresVerdict } from './measures.mjs';
import { printSpeed, printVerdicts, printWeights } from './report.mjs';
import { buildBareNext, startApplication, startBareNext, startPlainServer } from './servers.mjs';
import { ratiosOf, weightVerdicts } from './verdicts.mjs';
import { weigh } from './weight.mjs';
import { checkWords, wordsVerdict } from './words.mjs';

const scorecard = '/scorecards/childrens-social-care';
const pages = [scorecard, '/', '/measures/csc-01'];

/** Weighs the public pages and times the scorecard beside its two rivals; answers 1 when a limit or a ratio fails, else 0. */
export async function bench(atEnd, { quick }) {
  const load = loadavg()[0];
  const env = await openRecord(atEnd);
  await buildApplication(env);
  const application = await step('Starting the application', () => startApplication(env, atEnd));
  const page = await ask(application + scorecard);
  if (page.status !== 200) throw new Error(`${scorecard} answers ${page.status}: there is nothing to measure.`);

  await step('Building the bare Next route handler', buildBareNext);
  const rivals = await step('Starting its rivals', async () => ({
    bare: await startBareNext(page, atEnd),
    plain: await startPlainServer(page, atEnd),
  }));
  const weights = [];
  for (const path of pages) weights.push(await weigh(application, path));

  const contenders = [
    { name: 'scorecard', label: 'a  the scorecard as served', url: application + scorecard },
    { name: 'bare', label: 'b  a bare Next route handler', url: rivals.bare },
    { name: 'plain', label: 'c  Node’s own http server', url: rivals.plain },
    { name: 'known', label: 'd  the scorecard, 304', url: application + scorecard, etag: page.headers.etag },
  ];
  const speed = await step(
    `Measuring, ${quick ? 'quickly' : 'about two and a half minutes'}`,
    () => contend(contenders, { quick }),
    contend.progress,
  );

  const history = await step('Opening days of fifty years of editions', () => openEveryDay(atEnd));

  const words = await step('Checking the words of 50 measures', checkWords);

  printWeights(weights);
  printSpeed(contenders, speed);
  return printVerdicts(
    [
      ...weightVerdicts(weights),
      ...ratiosOf(speed),
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
