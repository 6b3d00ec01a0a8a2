import type { Content } from '@/lib/reading/content';
import { addDays, endOf } from '@/lib/time/period';
import { demoServices } from '../services';
import type { StoryStep } from './story-step';

/** What the road of a reading asks for beside the words of the founding edition: why a figure far from those before is right. */
const besideWords: Record<string, Partial<Content>> = {
  'csc-04': { unusual: 'Children who had waited longest have left the twelve months that are counted.' },
  'csc-05': { unusual: 'The extra panels of the spring have shortened the wait.' },
  'csc-09': { unusual: 'The plans that had lasted longest have left the twelve months that are counted.' },
  'csc-11': { unusual: 'The rate moves little as a rule; the figure is that of the Ministry of Justice.' },
  'csc-13': { unusual: 'Few are sentenced to custody in a year, so the rate moves in steps.' },
  'csc-16': { unusual: 'Very few finish in a month, so the share jumps.' },
  'hwy-04': { unusual: 'Snow and gas works came in the same quarter.' },
  'hwy-10': { unusual: 'Routes were redrawn, and days of snow are not counted.' },
};

/** The latest readings of the founding edition, written and approved a week after the end of their period. */
export const latestReadings: StoryStep[] = demoServices.flatMap(({ measures }) =>
  measures.flatMap(({ code, frequency, latest }): StoryStep[] => {
    if (!latest) return [];
    const { start, ...words } = latest;
    const on = addDays(endOf({ frequency, start }), 7);
    return [{ on, do: 'read', code, start, content: { ...words, ...besideWords[code] }, invented: false }];
  }),
);
