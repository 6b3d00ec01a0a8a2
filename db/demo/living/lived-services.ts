import type { DemoMeasure } from '../demo-measure';
import { type DemoService, demoServices } from '../services';
import { retiredMeasures } from './retired-measures';
import { livedReadings } from './story';

/** The period from which the targets of children's services count in the lived year: nothing is known of any before. */
const targetsFrom = '2017-04-01';

/** The council year that is closed when the lived year begins; its outturns are the invented figures of March 2017. */
const closedYear = { year: 2016, lastMonth: '2017-03-01', lastQuarter: '2017-01-01' };

/** What measures were before the lived year changed them: see the decisions of the story. */
const before: Record<string, Partial<DemoMeasure>> = {
  'csc-18': { target: { shape: 'at_least', green: '1650', amber: null }, targetDecision: undefined },
  'hwy-04': { target: { shape: 'at_least', green: '85', amber: '82' } },
  'hwy-06': {
    definition:
      'Of the public footpaths checked in the half year, the share that were signed and clear enough to walk.',
  },
  'hwy-12': { whyNoTarget: 'it is counted for the first time in 2018/19' },
  'hwy-08': { whyNoTarget: 'a target for each quarter is set from April 2018 on' },
};

const livingNotices: Record<string, string> = {
  'childrens-social-care':
    'In the edition of 17 August 2018 the latest figures, last year’s figures and the targets are those in Northumberland County Council’s printed report of that day. Everything before it is invented: earlier editions, figures, targets and corrections. So are all words, and the owners and dates of actions.',
};

/** The services as they stood when the lived year began: what the story writes is not there yet. */
export const livedServices: DemoService[] = demoServices.map((service) => ({
  ...service,
  notice: livingNotices[service.slug] ?? service.notice,
  measures: [...service.measures, ...retiredMeasures.filter(({ code }) => isOf(code, service))].map(beforeTheYear),
}));

/** Whether a code belongs to a service, as the first three letters of its codes say. */
function isOf(code: string, { measures }: DemoService): boolean {
  return measures[0]?.code.slice(0, 3) === code.slice(0, 3);
}

function beforeTheYear(measure: DemoMeasure): DemoMeasure {
  const { code, history } = measure;
  const written = livedReadings.get(code) ?? new Set();
  const closing = history.find(
    ({ start }) => start === (measure.frequency === 'monthly' ? closedYear.lastMonth : closedYear.lastQuarter),
  );
  const ofChildren = code.startsWith('csc-');
  const earlierOutturn = measure.comparator === 'previous_year' && closing;
  return {
    ...measure,
    ...before[code],
    targetFrom: ofChildren && measure.target ? latestOf(targetsFrom, history[0]?.start) : measure.targetFrom,
    // Its own first period, since the readings that the story writes are not among those that are laid in.
    from: measure.from ?? history[0]?.start ?? measure.latest?.start,
    history: history.filter(({ start }) => !written.has(start)),
    latest: null,
    earlierOutturn: earlierOutturn ? { year: closedYear.year, value: earlierOutturn.value } : null,
  };
}

/** The later of two days, the second of which may be missing. */
function latestOf(one: string, other: string | undefined): string {
  return other && other > one ? other : one;
}
