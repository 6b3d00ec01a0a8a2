import { demoServices } from '../services';
import { retiredMeasures } from './retired-measures';
import type { ReadingStep, StoryStep } from './story-step';

/** An invented reading with its words: why the figure is as it is, and one action with the role that owns it and its day. */
export type Written = {
  code: string;
  start: string;
  comments: string;
  action?: [text: string, owner: string, due: string];
  /** The figure as it was first written, where a correction follows; else it is that of the invented history. */
  value?: string;
  /** Why a figure far from those before is right. */
  unusual?: string;
  done?: string[];
  judged?: NonNullable<ReadingStep['judged']>;
};

const figures = new Map(
  [...demoServices.flatMap(({ measures }) => measures), ...retiredMeasures].flatMap(({ code, history }) =>
    history.map(({ start, value }) => [`${code} ${start}`, value] as const),
  ),
);

/** The figure of the invented history for a period; that there is none is a fault. */
export function inventedFigure(code: string, start: string): string {
  const value = figures.get(`${code} ${start}`);
  if (value === undefined) throw new Error(`${code} has no invented figure from ${start}`);
  return value;
}

/** What was written on a day, as steps of the story. */
export const writtenOn = (on: string, readings: Written[]): StoryStep[] =>
  readings.map(
    ({ code, start, comments, action, value = inventedFigure(code, start), done, judged, unusual = null }) => {
      const actions = action ? [{ text: action[0], owner: action[1], due: action[2] }] : [];
      return {
        on,
        do: 'read',
        code,
        start,
        content: { value, comments, actions, unusual },
        invented: true,
        ...(done && { done }),
        ...(judged && { judged }),
      };
    },
  );
