import { expect, test } from 'vitest';
import type { MeasureReadiness } from '@/lib/release/measure-readiness';
import { workingGroups } from '@/lib/service/working-groups';
import { actFor, type WorkingRow } from '@/lib/service/working-row';
import { workingSentence } from '@/lib/service/working-sentence';

const july = { start: '2026-07-01', label: 'Jul 2026', range: '1 to 31 July 2026' };

function row(number: number, readiness: Partial<MeasureReadiness>, more: Partial<WorkingRow> = {}): WorkingRow {
  const code = `bus-0${number}`;
  const stand = { number, code, title: `Buses ${number}`, period: july, sentence: '', href: '', owner: 'Olive' };
  const dates = { due: '2026-08-14', daysLate: 0, submitted: null, approved: null };
  return {
    readiness: { ...stand, ...dates, state: 'due', ...readiness },
    targetWords: '',
    published: null,
    next: null,
    isOwn: true,
    returned: null,
    act: null,
    nextDue: null,
    blocks: [],
    ...more,
  };
}
const review = { act: { text: 'Review', href: '/reviews/1', isPressing: true } };
const rows = [
  row(1, { state: 'published' }),
  row(2, { state: 'approved' }),
  row(3, { state: 'submitted' }, review),
  row(4, { state: 'due', due: '2026-08-31' }),
  row(5, { state: 'returned' }),
  row(6, { state: 'overdue', daysLate: 3 }),
  row(7, { state: 'overdue', daysLate: 30 }),
  row(8, { state: 'draft' }, { isOwn: false }),
];
const names = { head: 'Hana', edition: 2 };
const groupsFor = (viewpoint: 'owner' | 'head' | 'officer') =>
  workingGroups(rows, viewpoint, names).map((group) => [
    group.title,
    ...group.rows.map((each) => each.readiness.number),
  ]);

test('an owner reads first what is late or came back, then by due day, then what others have', () => {
  expect(groupsFor('owner')).toEqual([
    ['Now', 7, 6, 5],
    ['Due by 31 August 2026', 4],
    ['With Hana', 3],
    ['With other owners', 8],
    ['Approved, waiting for edition 2', 2],
    ['Published, nothing due', 1],
  ]);
});

test('a head reads first what waits for their review, a performance officer what is late', () => {
  expect(groupsFor('head').map(([title]) => title)).toEqual([
    'Waiting for you',
    'Late',
    'Still to write, in time',
    'Approved, waiting for edition 2',
    'Published, nothing due',
  ]);
  expect(groupsFor('officer')).toEqual([
    ['Late', 7, 6],
    ['With Hana', 3],
    ['Still to write, in time', 4, 5, 8],
    ['Approved, waiting for edition 2', 2],
    ['Published, nothing due', 1],
  ]);
});

test('the sentence says what waits for whom, and how far the edition is', () => {
  const sentenceFor = (viewpoint: 'owner' | 'head' | 'officer', blockers = 0) =>
    workingSentence(rows, viewpoint, { edition: 2, blockers });
  const progress = '1 of the 7 readings for edition 2 is approved.';
  expect(sentenceFor('owner')).toBe(
    `4 readings wait for you: 2 are late, 1 came back and 1 can be written in time. ${progress}`,
  );
  expect(sentenceFor('head')).toBe(`1 reading waits for your review. ${progress}`);
  expect(sentenceFor('officer')).toBe(`2 readings are late. ${progress}`);
  expect(sentenceFor('officer', 1)).toBe(
    `Edition 2 is not ready: 1 thing blocks it and 2 readings are late. ${progress}`,
  );
  expect(workingSentence([rows[0] as WorkingRow], 'owner', { edition: 2, blockers: 0 })).toBe(
    'Nothing waits for you. Nothing is on its way to edition 2: every reading that is due is published.',
  );
});

test('each row offers the first step that is open to a person, at the place where it is taken', () => {
  const place = { code: 'bus-01', period: july, daysLate: 0 };
  const act = (state: MeasureReadiness['state'], steps: Parameters<typeof actFor>[0], daysLate = 0) =>
    actFor(steps, { ...place, state, daysLate }, 7);
  const reading = '/readings/bus-01/2026-07-01';
  expect(act('due', ['save'])).toEqual({ text: 'Enter Jul 2026', href: reading, isPressing: false });
  expect(act('overdue', ['save'], 3)?.isPressing).toBe(true);
  expect(act('draft', ['save', 'submit'])).toMatchObject({ text: 'Go on', href: reading });
  expect(act('returned', ['save', 'submit'])).toEqual({ text: 'Answer', href: reading, isPressing: true });
  expect(act('submitted', ['withdraw'])).toMatchObject({ text: 'Take it back', href: reading });
  expect(act('submitted', ['approve', 'return'])).toEqual({ text: 'Review', href: '/reviews/7', isPressing: true });
  expect(act('approved', ['return'])).toMatchObject({ text: 'Return', href: '/reviews/7' });
  expect(act('published', ['correct'])).toMatchObject({ text: 'Correct', href: reading });
  expect(act('published', [])).toEqual({ text: 'View', href: reading, isPressing: false });
  expect(actFor([], { ...place, state: 'due' }, null)).toBeNull();
});
