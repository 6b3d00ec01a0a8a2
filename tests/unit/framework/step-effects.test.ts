import { describe, expect, test } from 'vitest';
import { emptyRecord } from '@/lib/framework/measure-effect';
import { Redefine, Retire } from '@/lib/framework/steps/measure-steps';
import {
  breakBackEffect,
  breakEffect,
  mendEffect,
  redefineEffect,
  retireEffect,
  retirementBackEffect,
  type StepScene,
} from '@/lib/framework/steps/step-effects';
import { type ReadingRecord, unwritten } from '@/lib/series/measure-record';
import { decision, draft } from '../../support/council/drafts';

const kept = draft({ comparator: 'previous_period', requiredFrom: '2026-04-01' });
const figure = (month: string, value: string, state = 'published'): ReadingRecord => ({
  ...unwritten(`2026-${month}-01`),
  state,
  value,
});
const readings = [figure('07', '82.5', 'approved'), figure('06', '80'), figure('05', '81')];
const scene: StepScene = {
  record: { ...emptyRecord(kept), readings, periodsHere: ['2026-05-01', '2026-06-01', '2026-07-01'] },
  draft: kept,
  isPublished: true,
  today: '2026-08-17',
};
const words = ({ sentences }: { sentences: string[] }) => sentences.join(' ');

describe('before a step of a measure is taken, its page says', () => {
  test('of a slip: the words before and after, and that no approval is void', () => {
    const mended = { title: 'Buses that run', definition: kept.definition };
    expect(words(mendEffect(scene, mended))).toBe(
      'The title: “Buses that run” instead of “Buses that ran”. The next edition would say in the row: Measure, Buses that run. ' +
        'The next edition tells the public that this was a slip, and what stood there. ' +
        'The same is counted as before, so every approval holds. What is published stays as it is.',
    );
    expect(words(mendEffect({ ...scene, isPublished: false }, mended))).toContain('none tells of it');
    expect(() => mendEffect(scene, { ...mended, title: 'Trams and ferries' })).toThrow(/more of the title than a slip/);
  });

  test('of a definition: from when it counts, what the public reads, and that nothing is compared across it', () => {
    const wording = { title: kept.title, definition: 'Journeys that began.', from: '2026-08-01', ...decision };
    const effect = words(redefineEffect(scene, { ...wording, numeratorLabel: 'began', denominatorLabel: 'planned' }));
    expect(effect).toContain('From August 2026 on it is “Buses that ran” and counts: “Journeys that began”.');
    expect(effect).toContain('Its figures are began out of planned.');
    expect(effect).toContain('earlier periods keep version 1 of its definition, and the two are never compared.');
    expect(effect).toContain('“More buses were bought. Decided by Cabinet on 30 June 2026.”');
    expect(() => redefineEffect(scene, { ...wording, from: '2026-07-01' })).toThrow(
      /The reading of July 2026 is approved by the present definition/,
    );
    expect(() => redefineEffect(scene, { ...wording, from: '2026-05-01' })).toThrow(/figure of May 2026 is published/);
  });

  test('of a break: July’s 82.5 against June’s 80 improves, and cannot be compared any more', () => {
    const at = { periodStart: '2026-07-01', reason: 'Trams left.' };
    const effect = words(breakEffect(scene, at));
    expect(effect).toContain('The next edition would say in the row: Direction of travel, cannot be compared yet.');
    expect(effect).toMatch(/Its direction of travel would read: “.*break/);
    const broken = { ...scene, record: { ...scene.record, breaks: [{ start: '2026-07-01', reason: 'Trams left.' }] } };
    expect(() => breakEffect(broken, at)).toThrow('The series of Buses that ran breaks at July 2026 already.');
    expect(words(breakBackEffect(broken, at))).toContain('in the row: Direction of travel, Improving.');
  });

  test('of a retirement: the last figure that is asked for, and what the public reads; and of its way back', () => {
    const retirement = { retiredOn: '2026-09-30', ...decision };
    const effect = words(retireEffect(scene, retirement));
    expect(effect).toContain('Its last day is 30 September 2026. Editions up to that day show it.');
    expect(effect).toContain('The last figure that is asked for is that of August 2026.');
    expect(effect).toContain('“Retired after 30 September 2026: More buses were bought. Decided by Cabinet on 30 June');
    expect(words(retireEffect(scene, { ...retirement, retiredOn: '2026-08-01' }))).toContain('next edition is without');
    const retired = { ...scene, record: { ...scene.record, retiredOn: '2026-09-30' } };
    expect(words(retirementBackEffect(retired))).toContain('figures are asked for after August 2026');
  });
});

test('a step is read with what shows its effect apart from what its command takes', () => {
  const sent = { code: 'bus-07', intent: 'effect', retiredOn: '30 September 2026', retireReason: 'It ended.' };
  const retired = Retire.parse({ ...sent, retireDecidedBy: 'Cabinet', retireDecidedOn: '30 June 2026' });
  expect(retired).toEqual({
    code: 'bus-07',
    form: { intent: 'effect', seen: '' },
    typed: { ...sent, intent: undefined, retireDecidedBy: 'Cabinet', retireDecidedOn: '30 June 2026' },
    words: { retiredOn: '2026-09-30', reason: 'It ended.', decidedBy: 'Cabinet', decidedOn: '2026-06-30' },
  });
  const named = { code: 'bus-07', intent: 'save', from: '2026-08-01', newTitle: 'Buses', newDefinition: 'Journeys.' };
  const decided = { redefineReason: 'The guide changed.', decidedBy: 'Cabinet', decidedOn: '30 June 2026' };
  expect(Redefine.parse({ ...named, ...decided }).words).not.toHaveProperty('numeratorLabel');
  const bad = Redefine.safeParse({ ...named, ...decided, newNumerator: '', newDenominator: 'journeys' });
  expect(bad.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ['newNumerator', 'Say what the first counts.'],
  ]);
});
