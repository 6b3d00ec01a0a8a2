import { describe, expect, test } from 'vitest';
import { emptyRecord } from '@/lib/framework/measure-effect';
import { targetBackEffect, targetEffect } from '@/lib/framework/target-effect';
import { type TargetGround, type TypedTarget, targetDraft } from '@/lib/framework/target-entry';
import { SetTarget, TakeTargetBack } from '@/lib/framework/target-form';
import { targetWords } from '@/lib/framework/target-words';
import { type MeasureRecord, type ReadingRecord, unwritten } from '@/lib/series/measure-record';
import { draft, target } from '../../support/council/drafts';

const today = '2018-08-10';
/** Assessments begun in twelve months, of which at least 95 are wanted: the measure of the picture. */
const facts = draft({
  unit: 'number',
  decimals: 0,
  window: 'rolling12',
  scale: null,
  numeratorLabel: null,
  denominatorLabel: null,
  requiredFrom: '2017-04-01',
});
const before = {
  id: 1,
  effectiveFrom: '2017-04-01',
  target: { shape: 'at_least', green: '95', amber: '90' },
  decision: null,
} as const;
const decision = {
  reason: 'Each of the ten teams begins eleven.',
  decidedBy: 'the children’s services board',
  decidedOn: '2018-03-22',
};
const figure = (month: string, value: string, state = 'published'): ReadingRecord => ({
  ...unwritten(`2018-${month}-01`),
  id: Number(month),
  value,
  state,
});
const record: MeasureRecord = {
  ...emptyRecord(facts),
  targets: [before],
  readings: [figure('07', '92'), figure('06', '96'), figure('05', '101'), figure('04', '94'), figure('03', '99')],
};
const wanted = target('110', {
  effectiveFrom: '2018-04-01',
  target: { shape: 'at_least', green: '110', amber: '100' },
  decision,
});

describe('what a target would do', () => {
  test('July’s 92 would be Red where it is Amber; what is published stays, and the next edition tells the change', () => {
    expect(targetEffect(record, wanted, today)).toEqual({
      sentences: [
        'July 2018’s 92 would be Red. Now it is Amber.',
        'From April 2018: at least 110, amber from 100.',
        'Editions that are published keep their colours.',
        'The next one would say: “Target changed from 95 to 110 from Apr 2018 by the children’s services board on 22 March 2018: Each of the ten teams begins eleven. On the old target this would be Amber.”',
        'No approval would have to be given again.',
      ],
      figures: {
        caption: 'The figures from April 2018 on',
        rows: [
          { period: 'April 2018', figure: '94', now: 'amber', next: 'red' },
          { period: 'May 2018', figure: '101', now: 'green', next: 'amber' },
          { period: 'June 2018', figure: '96', now: 'green', next: 'red' },
          { period: 'July 2018', figure: '92', now: 'amber', next: 'red' },
        ],
      },
    });
  });

  test('taken back: July’s 92 would be Amber again, and the target before counts on', () => {
    const later = { id: 2, effectiveFrom: '2018-07-01', target: wanted.target, decision };
    const set = { ...record, targets: [before, later] };
    const { sentences, figures } = targetBackEffect(set, '2018-07-01', today);
    expect(sentences.slice(0, 2)).toEqual([
      'At least 110, amber from 100 does not count from July 2018 on any more.',
      'At least 95, amber from 90 counts on, as before July 2018.',
    ]);
    expect(figures?.rows).toEqual([{ period: 'July 2018', figure: '92', now: 'red', next: 'amber' }]);
    expect(targetBackEffect(record, '2017-04-01', today).sentences[1]).toBe(
      'No target counts in its place: figures have no colour until one is set.',
    );
  });

  test('approvals that were given by another target are named', () => {
    const waiting = { ...record, readings: [figure('07', '92', 'approved'), figure('06', '96', 'approved')] };
    expect(targetEffect(waiting, wanted, today).sentences.at(-1)).toBe(
      '2 approvals would have to be given again, since an approval signs the target: June 2018, July 2018.',
    );
  });

  test('only the periods until the next target are judged by it', () => {
    const later = { ...before, id: 2, effectiveFrom: '2018-06-01', decision };
    const { sentences, figures } = targetEffect({ ...record, targets: [before, later] }, wanted, today);
    expect(sentences[0]).toBe('May 2018’s 101 would be Amber. Now it is Green.');
    expect(sentences).toContain('It counts until another target takes over, which is set from June 2018 already.');
    expect(figures?.rows.map(({ period }) => period)).toEqual(['April 2018', 'May 2018']);
  });

  test('before there is a figure it says from when it judges', () =>
    expect(targetEffect({ ...record, readings: [] }, wanted, today).sentences[0]).toBe(
      'No approved figure is here from April 2018 on: this target judges the first that comes.',
    ));
});

const ground: TargetGround = { ...facts, targets: [before] };
const typed: TypedTarget = {
  shape: 'at_least',
  greenFrom: '110',
  greenTo: '',
  amberFrom: '100',
  amberTo: '',
  tolerance: '',
  later: '',
  from: 'April 2018',
  whyNone: '',
  ...decision,
  decidedOn: '22 March 2018',
};
const problems = (more: Partial<TypedTarget>, on: TargetGround = ground) => {
  const found = targetDraft({ ...typed, ...more }, on, today);
  return 'problems' in found ? found.problems.map(({ field, sentence }) => [field, sentence]) : [];
};

describe('the form of a target', () => {
  test('says what is kept; a tolerance is worked out exactly, and its words are kept', () => {
    expect(targetDraft(typed, ground, today)).toEqual({ input: { ...wanted, whyNone: null } });
    const made = targetDraft({ ...typed, amberFrom: '', tolerance: 'within 10%' }, ground, today);
    expect(made).toMatchObject({
      input: {
        target: { shape: 'at_least', green: '110', amber: '99' },
        tolerance: 'Amber within 10% of the target: 99 or more.',
      },
    });
  });

  test('the first target may be without a decision, and then without all of it', () => {
    const first = { ...ground, targets: [] };
    const bare = { reason: '', decidedBy: '', decidedOn: '' };
    expect(targetDraft({ ...typed, ...bare }, first, today)).toMatchObject({ input: { decision: null } });
    expect(problems({ ...bare, decidedBy: 'Cabinet' }, first).map(([field]) => field)).toEqual(['reason', 'decidedOn']);
  });

  test.each<[string, Partial<TypedTarget>, string, RegExp]>([
    ['no shape', { shape: '' }, 'shape', /^Choose what/],
    ['no figure', { greenFrom: '' }, 'greenFrom', /from which it is green/],
    ['a figure in words', { greenFrom: 'ninety' }, 'greenFrom', /in words/],
    ['one end of a range', { shape: 'between', amberFrom: '' }, 'greenTo', /upper end/],
    ['one end of amber', { shape: 'between', greenTo: '120' }, 'amberTo', /both ends/],
    ['amber and a tolerance', { tolerance: 'within 5%' }, 'tolerance', /not both/],
    ['a tolerance that is none', { amberFrom: '', tolerance: 'roughly' }, 'tolerance', /within 5%/],
    ['an amber that is better', { amberFrom: '120' }, 'amberFrom', /must be worse/],
    ['a shape that does not fit', { shape: 'at_most', amberFrom: '' }, 'greenFrom', /does not fit/],
    ['no month', { from: '' }, 'from', /^Enter the month/],
    ['no target and no reason', { shape: 'none' }, 'whyNone', /^Say why it has no target/],
    ['no reason', { reason: '' }, 'reason', /^Say why/],
    ['nobody who decided', { decidedBy: '' }, 'decidedBy', /^Say who/],
    ['a decision to come', { decidedOn: '11 August 2018' }, 'decidedOn', /has not come yet/],
    [
      'the same target again',
      { greenFrom: '95', amberFrom: '90' },
      'greenFrom',
      /^That is the target already, from Apr 2017/,
    ],
    ['a month before the first target', { from: 'March 2017' }, 'from', /^The first period of this measure/],
  ])('%s is told at its field', (_, more, field, sentence) => {
    const [[found, message] = []] = problems(more);
    expect(found).toBe(field);
    expect(message).toMatch(sentence);
  });

  test('no target comes before one that was set without a decision', () => {
    const late = { ...ground, targets: [{ ...before, effectiveFrom: '2018-06-01' }] };
    expect(problems({}, late)).toEqual([
      ['from', 'The target from Jun 2018 was set without a decision, so it stays the first: choose a later period.'],
    ]);
  });

  test('the fields are those of the page, and a removal says why', () => {
    const fields = { ...typed, code: 'bus-01', was: '{}', intent: 'effect' };
    expect(SetTarget.safeParse(fields).success).toBe(true);
    expect(SetTarget.safeParse({ ...fields, measureId: '1' }).success).toBe(false);
    const removal = TakeTargetBack.safeParse({ code: 'bus-01', from: '2018-04-01', reason: ' ', intent: 'save' });
    expect(removal.error?.issues[0]).toMatchObject({
      path: ['remove-2018-04-01'],
      message: 'Say why this target is taken back.',
    });
  });
});

test('a target in words has its amber', () => {
  const percent = { unit: 'percent', decimals: 1 } as const;
  expect(targetWords({ shape: 'at_most', green: '12', amber: '14.5' }, percent)).toBe('at most 12%, amber up to 14.5%');
  expect(targetWords({ shape: 'between', green: '30', greenTo: '40', amber: '28', amberTo: '44' }, percent)).toBe(
    'between 30% and 40%, amber from 28% to 44%',
  );
  expect(targetWords({ shape: 'none' }, percent)).toBe('watched, without a target');
});

describe('a profile over the year', () => {
  const quarterly: TargetGround = { ...ground, frequency: 'quarterly' };
  const profile = { greenFrom: '108', amberFrom: '', later: 'October 2018: 110, amber from 105\n\nJan 2019: 112' };
  const later = [
    { effectiveFrom: '2018-10-01', target: { shape: 'at_least', green: '110', amber: '105' } },
    { effectiveFrom: '2019-01-01', target: { shape: 'at_least', green: '112', amber: null } },
  ];

  test('a line for each later step is kept under one decision', () => {
    expect(targetDraft({ ...typed, ...profile }, quarterly, today)).toMatchObject({
      input: { effectiveFrom: '2018-04-01', target: { green: '108', amber: null }, decision, later },
    });
    const range = {
      shape: 'between',
      greenFrom: '100',
      greenTo: '120',
      amberFrom: '',
      later: 'July 2018: 90 to 110, amber 80 to 120',
    };
    expect(targetDraft({ ...typed, ...range }, { ...ground, polarity: 'nearest' }, today)).toMatchObject({
      input: {
        later: [{ target: { shape: 'between', green: '90', greenTo: '110', amber: '80', amberTo: '120' } }],
      },
    });
    const tolerant = { ...profile, tolerance: 'within 10%', later: 'October 2018: 120' };
    expect(targetDraft({ ...typed, ...tolerant }, quarterly, today)).toMatchObject({
      input: { tolerance: 'Amber within 10% of the target: 97.2 or more.', later: [{ target: { amber: '108' } }] },
    });
  });

  test.each<[string, string, RegExp]>([
    ['no colon', 'October 2018 110', /is not a step: write the month, a colon/],
    ['no figure', 'October 2018: many', /^“October 2018: many”: /],
    ['no period begins then', 'November 2018: 110', /No period of this measure begins in November 2018/],
    ['a step before the first', 'April 2017: 110', /does not come after Apr 2018/],
    ['the same target again', 'October 2018: 108', /From Oct 2018 the target is what it is before/],
    ['an amber that is better', 'October 2018: 110, amber 115', /From Oct 2018: /],
    ['too many', 'October 2018: 110\n'.repeat(61), /60 steps at most/],
  ])('%s is told beside the lines', (_, lines, sentence) => {
    const found = problems({ ...profile, later: lines }, quarterly);
    expect(found[0]?.[0]).toBe('later');
    expect(found[0]?.[1]).toMatch(sentence);
  });

  test('another target in its middle is in the way, a measure without a target has none, and it wants a decision', () => {
    const other = { ...before, effectiveFrom: '2018-07-01', decision };
    expect(problems(profile, { ...quarterly, targets: [before, other] })).toEqual([
      ['later', expect.stringMatching(/^Another target is set from Jul 2018 already, in the middle of this profile/)],
    ]);
    expect(problems({ shape: 'none', whyNone: 'it begins anew', later: 'October 2018: 110' })[0]?.[0]).toBe('later');
    const bare = { ...profile, reason: '', decidedBy: '', decidedOn: '' };
    expect(problems(bare, { ...quarterly, targets: [] }).map(([field]) => field)).toEqual([
      'reason',
      'decidedBy',
      'decidedOn',
    ]);
  });

  test('108 in the first two quarters, then 110: each figure by its own step, and no change between them', () => {
    const made = targetDraft({ ...typed, ...profile }, quarterly, today);
    if (!('input' in made)) throw new Error('no draft');
    const year = {
      ...record,
      frequency: 'quarterly' as const,
      readings: [
        { ...unwritten('2018-10-01'), id: 2, value: '109', state: 'published' },
        { ...unwritten('2018-04-01'), id: 1, value: '109', state: 'published' },
      ],
    };
    const { sentences, figures } = targetEffect(year, made.input, '2019-01-20');
    expect(sentences).toContain(
      'At least 108 for two quarters from April 2018, then at least 110, amber from 105 for one quarter, then at least 112.',
    );
    expect(sentences.filter((sentence) => sentence.includes('Target changed'))).toHaveLength(1);
    expect(figures?.rows.map(({ next }) => next)).toEqual(['green', 'amber']);
  });
});
