import { expect, test } from 'vitest';
import { livedServices } from '@/db/demo/living/lived-services';
import { livedReadings, story, timeOf } from '@/db/demo/living/story';
import { inventedFigure } from '@/db/demo/living/written-readings';
import { demoServices } from '@/db/demo/services';
import { endOf } from '@/lib/time/period';

const measures = new Map(
  livedServices.flatMap((service) => service.measures).map((measure) => [measure.code, measure]),
);
const written = story.flatMap((step) => (step.do === 'read' ? [step] : []));

test('the story goes forward in time, from August 2017 to the founding day', () => {
  const moments = story.map((step) => `${step.on} ${timeOf(step)}`);
  expect(moments).toEqual(moments.toSorted());
  expect([story[0]?.on, story.at(-1)?.on]).toEqual(['2017-08-02', '2018-08-17']);
});

test('no sentence is said twice, in the year or in the founding edition', () => {
  const sentences = written.flatMap(({ content: { comments, actions = [] } }) =>
    [comments ?? '', ...actions.map(({ text }) => text)].flatMap((text) => text.split(/(?<=[.:;]) /).filter(Boolean)),
  );
  expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual([]);
});

test('each reading is of a measure that is there, of a period that had ended, with actions still to come', () => {
  for (const { on, code, start, content } of written) {
    const measure = measures.get(code);
    expect(measure && endOf({ frequency: measure.frequency, start }) < on, `${code} ${start}`).toBe(true);
    for (const { due } of content.actions ?? []) expect(due && due > on, `${code} ${start}`).toBe(true);
  }
});

test('each figure is that of the invented history in the end: first ones that a correction changes apart', () => {
  const corrected = story.flatMap((step) => (step.do === 'correct' ? [`${step.code} ${step.start}`] : []));
  const latest = new Set(
    demoServices.flatMap((service) => service.measures.map((m) => `${m.code} ${m.latest?.start}`)),
  );
  const others = written.filter(
    ({ code, start, left, content }) => !latest.has(`${code} ${start}`) && !left && content.value,
  );
  const differing = others.filter(({ code, start, content }) => content.value !== inventedFigure(code, start));
  expect(differing.map(({ code, start }) => `${code} ${start}`).toSorted()).toEqual(corrected.toSorted());
  expect(others.length).toBeGreaterThan(60);
});

test('what the story writes is not laid in beforehand, and nothing else of the history is missing', () => {
  for (const service of demoServices)
    for (const { code, history } of service.measures) {
      const laidIn = measures.get(code)?.history.map(({ start }) => start) ?? [];
      const walked = livedReadings.get(code) ?? new Set();
      expect(history.map(({ start }) => start).filter((start) => !walked.has(start))).toEqual(laidIn);
    }
});
