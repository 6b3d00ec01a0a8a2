import { describe, expect, test } from 'vitest';
import { questionsOfHistory, wishesAsPublished } from '@/lib/bring-in/plan/row/published-before';
import { ada, council, line, measureNow } from '../../../support/bring-in/planned-council';
import { wish } from '../../../support/council/wishes';

const reading = (period: string, more: Record<string, string> = {}) =>
  wish('reading', 2, { measure: 'bus-01', period, figure: '90', ...more });
const twoMonths = [reading('April 2026'), reading('May 2026')];
const published = {
  'published:before': 'yes',
  'published:where': ' the annual report ',
  'published:on': '13 June 2026',
};
const ids = (answers: Record<string, string>, wishes = twoMonths, now = council()) =>
  questionsOfHistory(wishes, now, answers).map(({ id, answer, proposed }) => [id, answer, proposed]);

describe('whether figures were published before', () => {
  test('is asked of several periods before a first edition, and is not open: until somebody says so they are drafts', () =>
    expect(ids({})).toEqual([['published:before', null, 'no']]));

  test('is not asked of one period, of what says it itself, and of a service that has an edition', () => {
    expect(ids({}, [reading('April 2026')])).toEqual([]);
    const own = { published_where: 'Report', published_on: '13 June 2026' };
    expect(ids({}, [reading('April 2026', own), reading('May 2026', own)])).toEqual([]);
    const services = council().services.map((service) => ({ ...service, firstEditionAsAt: '2026-07-01' }));
    expect(ids({}, twoMonths, council({ services }))).toEqual([]);
  });

  test('where it is so, asks where and when, and waits for both', () => {
    const where = ['published:where', 'the annual report', undefined];
    expect(ids({ 'published:before': 'yes' })).toEqual([
      ['published:before', 'yes', 'no'],
      ['published:where', null, undefined],
      ['published:on', null, undefined],
    ]);
    expect(ids({ ...published, 'published:on': 'soon' }).slice(1)).toEqual([where, ['published:on', null, undefined]]);
    expect(ids({ ...published, 'published:where': 'x'.repeat(201) })[1]).toEqual(['published:where', null, undefined]);
    expect(ids(published).slice(1)).toEqual([where, ['published:on', '13 June 2026', undefined]]);
  });
});

describe('an answer where and when', () => {
  const plannedAs = (period: string, more: Record<string, string> = {}, now = council()) => {
    const wishes = [...twoMonths, reading(period, more)];
    const [last] = wishesAsPublished(wishes, questionsOfHistory(wishes, now, published)).slice(-1);
    return line('reading', last?.fields ?? {}, now, { who: ada });
  };

  test('makes history of a period that was over on that day, and a draft of a later one', () => {
    expect(plannedAs('May 2026')).toMatch(
      /^create Readings 2: Published in the annual report on 13 June 2026; the head of/,
    );
    expect(plannedAs('June 2026')).toBe('create Readings 2: A draft: 90.0%.');
  });

  test('says what of a row stays behind, and lays nothing where there is no figure', () => {
    expect(plannedAs('May 2026', { comments: 'It rained.' })).toMatch(
      /What the row says beside its figure stays behind\.$/,
    );
    expect(plannedAs('May 2026', { figure: '', mark: 'not collected' })).toBe(
      'same Readings 2: There is no figure of this period, so that no history comes of it.',
    );
  });

  test('leaves what says its own place as it is', () =>
    expect(plannedAs('May 2026', { published_where: 'Cabinet', published_on: '1 July 2026' })).toMatch(
      /Published in Cabinet on 1 July 2026/,
    ));

  test('is none while one of the two is missing', () => {
    const questions = questionsOfHistory(twoMonths, council(), { ...published, 'published:on': '' });
    expect(wishesAsPublished(twoMonths, questions)).toEqual(twoMonths);
    expect(measureNow().history.size).toBe(0);
  });
});
