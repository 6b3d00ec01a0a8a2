import { earlyHelp } from '../children/early-help';
import type { DemoMeasure } from '../demo-measure';
import { highwaysAndTransport } from '../highways-and-transport';
import type { StoryStep } from './story-step';

/** The present definition and target of a measure of the founding edition, which a decision of the lived year leads to. */
const present = (measures: DemoMeasure[], code: string): DemoMeasure => {
  const measure = measures.find((candidate) => candidate.code === code);
  if (!measure) throw new Error(`there is no ${code}`);
  return measure;
};
const families = present(earlyHelp, 'csc-18');
const buses = present(highwaysAndTransport, 'hwy-04');
const paths = present(highwaysAndTransport, 'hwy-06');
const family = 'family-and-childrens-services';
const roads = 'roads-and-travel';

/** What was decided in the lived year beside readings and editions: themes, meetings, targets, a definition, retirements. */
export const decisions: StoryStep[] = [
  { on: '2017-08-02', do: 'set meeting', committee: family, days: ['2017-09-07', '2017-11-30', '2018-03-01'] },
  { on: '2017-08-02', do: 'set meeting', committee: roads, days: ['2017-09-19', '2017-12-05', '2018-03-06'] },
  {
    on: '2017-08-03',
    do: 'set theme',
    theme: 'Children in care',
    codes: ['csc-02', 'csc-03', 'csc-04', 'csc-05', 'csc-06', 'csc-07', 'csc-15'],
  },
  { on: '2017-08-03', do: 'set theme', theme: 'Answered in time', codes: ['csc-08', 'hwy-01', 'hwy-11'] },
  {
    on: '2017-08-03',
    do: 'set theme',
    theme: 'Young people and the law',
    codes: ['csc-11', 'csc-12', 'csc-13', 'csc-14', 'csc-16'],
  },
  {
    on: '2017-08-03',
    do: 'set theme',
    theme: 'Getting about safely',
    codes: ['hwy-02', 'hwy-06', 'hwy-07', 'hwy-09', 'hwy-10'],
  },
  {
    on: '2017-09-20',
    do: 'redefine',
    code: 'hwy-06',
    from: '2017-04-01',
    definition: paths.definition,
    decision: {
      reason: 'Bridleways are counted as well, because riders asked the committee for it.',
      decidedBy: 'Roads and travel overview and scrutiny committee (invented)',
      decidedOn: '2017-09-19',
    },
  },
  {
    on: '2018-01-23',
    do: 'set target',
    code: 'hwy-04',
    from: '2018-01-01',
    target: buses.target ?? { shape: 'none' },
    decision: {
      reason: 'Nearer to what operators can keep while the works on the main road last.',
      decidedBy: 'Cabinet (invented)',
      decidedOn: '2018-01-22',
    },
  },
  {
    on: '2018-03-28',
    do: 'retire',
    code: 'csc-21',
    lastDay: '2018-03-31',
    decision: {
      reason: 'Reviews of foster homes are inspected and published by the inspectorate from April on.',
      decidedBy: 'Family and children’s services overview and scrutiny committee (invented)',
      decidedOn: '2018-03-01',
    },
  },
  {
    on: '2018-03-28',
    do: 'retire',
    code: 'hwy-13',
    lastDay: '2018-03-31',
    decision: {
      reason: 'It told more of the frost than of the work, and the condition of roads is measured already.',
      decidedBy: 'Roads and travel overview and scrutiny committee (invented)',
      decidedOn: '2018-03-06',
    },
  },
  {
    on: '2018-06-18',
    do: 'set target',
    code: 'csc-18',
    from: '2018-06-01',
    target: families.target ?? { shape: 'none' },
    decision: families.targetDecision ?? { reason: '', decidedBy: '', decidedOn: '' },
  },
];
