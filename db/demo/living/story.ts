import { childrenAutumn2017 } from './children-autumn-2017';
import { childrenSpring2018 } from './children-spring-2018';
import { childrenSummer2017 } from './children-summer-2017';
import { childrenWinter2018 } from './children-winter-2018';
import { decisions } from './decisions';
import { livedEditions } from './editions';
import { highwaysYear } from './highways-year';
import { latestReadings } from './latest-readings';
import type { StoryStep } from './story-step';
import { underWay } from './under-way';

/** The usual time of a step, in London: readings come in the morning, corrections later, editions after both. */
const usual: Record<StoryStep['do'], string> = {
  'set meeting': '09:00',
  'set theme': '09:10',
  redefine: '10:00',
  'set target': '10:00',
  retire: '10:00',
  read: '09:00',
  correct: '13:00',
  publish: '09:30',
  withdraw: '11:00',
  announce: '15:30',
  'move release': '15:00',
  release: '09:30',
  'give early reading': '15:45',
  'ask to show': '16:00',
};

const moment = (step: StoryStep) => `${step.on} ${timeOf(step)}`;

/** The time in London at which a step begins. */
export const timeOf = (step: StoryStep): string => step.at ?? usual[step.do];

/** Everything that happens in the lived year, in its order. */
export const story: StoryStep[] = [
  ...decisions,
  ...childrenSummer2017,
  ...childrenAutumn2017,
  ...childrenWinter2018,
  ...childrenSpring2018,
  ...highwaysYear,
  ...latestReadings,
  ...underWay,
  ...livedEditions,
].toSorted((one, other) => moment(one).localeCompare(moment(other)));

/** The periods whose readings the story writes, by the code of their measure. */
export const livedReadings: Map<string, Set<string>> = new Map(
  story.flatMap((step) => (step.do === 'read' ? [[step.code, startsOf(step.code)] as const] : [])),
);

function startsOf(code: string): Set<string> {
  return new Set(story.flatMap((step) => (step.do === 'read' && step.code === code ? [step.start] : [])));
}
