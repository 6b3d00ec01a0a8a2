import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MeasureRows } from '@/components/scorecard/measure-rows';
import type { FrozenRow } from '@/lib/edition/edition';
import { freezeRow } from '@/lib/edition/freeze-row';
import { withoutUnclosed } from '@/lib/edition/not-closed-yet';
import type { MeasureRecord } from '@/lib/series/measure-record';
import { statusAt } from '@/lib/status/data-status';
import { recordOf, signed } from '../../support/reference/frozen-measure';

const readings = [signed('2019-04-01', '79'), signed('2019-03-01', '78')];
const rowOf = (more: Partial<MeasureRecord> = {}, asAt = '2019-05-01') =>
  freezeRow(recordOf({ readings, ...more }), { asAt, comparisonStart: Number(asAt.slice(0, 4)) - 1 });

test('a row says that the year before is not closed, in its column and of its direction', () => {
  const { previous, travel, rag } = rowOf();
  expect(previous).toEqual({ text: null, why: '2018/19 not closed yet.', marker: 'x', label: '2018/19' });
  expect(travel.sentence).toBe(
    'Cannot be compared: there is no figure for 2018/19, because the year is not closed yet.',
  );
  // The target of the old year is carried on: April is judged.
  expect(rag.colour).toBe('red');
});

test('it says so over the reason that a measure gave for having no earlier figure, and not once the year has one of its own', () => {
  expect(rowOf({ whyNoOutturn: 'the cell was lost' }).previous.why).toBe('2018/19 not closed yet.');
  expect(rowOf({ withoutOutturn: [{ year: 2018, why: 'nobody counted' }] }).previous.why).toBe('Nobody counted.');
  expect(rowOf({ outturns: [{ year: 2018, value: '78' }] })).toMatchObject({
    previous: { text: '78%', label: '2018/19' },
    notes: [],
  });
});

test('a provisional and a revised outturn are marked, with their words; one that is neither has no mark at all', () => {
  const outturn = { year: 2018, value: '78', whyProvisional: 'March is late.', was: '77', publicNote: 'A slip.' };
  const { previous, notes } = rowOf({ outturns: [outturn] });
  expect(previous).toEqual({ text: '78%', why: null, label: '2018/19', marks: ['p', 'r'] });
  expect(notes).toEqual(['2018/19 was revised: was 77%, now 78%; A slip.', '2018/19 is provisional: March is late.']);
  expect(rowOf({ outturns: [{ year: 2018, value: '78' }] }).previous).not.toHaveProperty('marks');
});

test('without those words it is the row that was announced before there were any', () => {
  const before = withoutUnclosed(rowOf());
  expect(before.previous.why).toBe('No earlier figure.');
  expect(before.travel.sentence).toBe('Cannot be compared: there is no figure for 2018/19.');
  const closed = rowOf({ outturns: [{ year: 2018, value: '78' }] });
  expect(withoutUnclosed(closed)).toBe(closed);
});

test('the scorecard says so in the cell and in the words of the row, and marks an outturn that may still change', () => {
  const html = (row: FrozenRow) =>
    renderToStaticMarkup(
      createElement(
        'table',
        null,
        createElement(MeasureRows, {
          row: { ...row, status: statusAt(row.schedule, '2019-05-01') },
          comparisonYear: '2018/19',
          firstMonth: 0,
          corrected: [],
        }),
      ),
    );
  const open = html(rowOf());
  expect(open).toContain('<small>[x] not closed yet</small>');
  expect(open).toContain('2018/19 not closed yet.');
  const provisional = html(rowOf({ outturns: [{ year: 2018, value: '78', whyProvisional: 'March is late.' }] }));
  expect(provisional).not.toContain('not closed yet');
  expect(provisional).toMatch(/<b>78%<\/b><small>\[p\] provisional<\/small>/);
});
