import { describe, expect, test } from 'vitest';
import { eventKinds } from '@/lib/record/event';
import { eventTopics, kindsOf } from '@/lib/record/event-topics';
import { everything, historyHref, historyQuestion } from '@/lib/record/history-question';

describe('what a history is narrowed to', () => {
  test('nothing that is given narrows nothing', () => {
    expect(historyQuestion({})).toMatchObject({ question: everything, problems: [] });
  });

  test('a person, a topic, a measure, days as people write them, and a page', () => {
    const parameters = {
      person: '7',
      topic: 'people',
      measure: 'csc-02',
      from: '1 July 2018',
      until: '31/7/2018',
      before: '99',
    };
    expect(historyQuestion(parameters).question).toEqual({
      person: 7,
      topic: 'people',
      measure: 'csc-02',
      from: '2018-07-01',
      until: '2018-07-31',
      before: 99,
    });
  });

  test.each([
    ['person', '-1'],
    ['person', '1.5'],
    ['person', '99999999999'],
    ['person', 'ada'],
    ['topic', 'toString'],
    ['topic', 'everything'],
    ['before', '0'],
    ['before', '1 or 1=1'],
  ])('%s=%s narrows nothing', (name, value) => expect(historyQuestion({ [name]: value }).question).toEqual(everything));

  test('a day that is none is told, and kept as it was typed', () => {
    const { question, typed, problems } = historyQuestion({ from: '31 June 2018', until: 'soon' });
    expect(question).toEqual(everything);
    expect(typed).toMatchObject({ from: '31 June 2018', until: 'soon' });
    expect(problems.map(({ field }) => field)).toEqual(['from', 'until']);
  });

  test('days the wrong way round are told', () => {
    const [problem] = historyQuestion({ from: '2 July 2018', until: '1 July 2018' }).problems;
    expect(problem?.sentence).toBe('The last day lies before the first: there is nothing between them.');
  });

  test('a part that is given twice counts as it stands first', () => {
    expect(historyQuestion({ person: ['3', '4'] }).question.person).toBe(3);
  });

  test('its address reads as the same question again', () => {
    const { question } = historyQuestion({ person: '7', from: '1 July 2018', measure: 'a&b=c' });
    const query = new URL(historyHref('/history/council', question), 'http://localhost').searchParams;
    expect(historyQuestion(Object.fromEntries(query)).question).toEqual(question);
    expect(historyHref('/history/council', everything)).toBe('/history/council');
    expect(historyHref('/x', question, { before: 5 })).toContain('before=5');
  });
});

test('every kind of event belongs to one topic', () => {
  const kinds = Object.keys(eventTopics).flatMap((topic) => kindsOf(topic as keyof typeof eventTopics));
  expect(kinds.sort()).toEqual([...eventKinds].sort());
});
