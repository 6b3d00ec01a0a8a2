import { describe, expect, test } from 'vitest';
import { editionDifferences } from '../../../lib/edition/difference/edition-difference';
import type { FrozenRow } from '../../../lib/edition/edition';
import { changesBlocks } from '../../../lib/paper/changes-since';
import type { Since } from '../../../lib/paper/paper-source';
import { hiddenRow, paperRow, redRow } from '../../support/paper/paper-council';
import { cellTexts, wordsOf } from '../../support/paper/paper-words';

const meeting = { day: '2018-07-05', committee: 'Travel committee' };
const since = (before: FrozenRow[], rows: FrozenRow[]): Since => ({
  kind: 'changes',
  edition: 1,
  meeting,
  before,
  differences: editionDifferences({ asAt: '2018-07-01', rows: before }, { asAt: '2018-08-17', rows }),
});
const groups = (before: FrozenRow[], rows: FrozenRow[]): Record<string, string> => {
  const table = changesBlocks({ since: since(before, rows), rows }).find((block) => block.kind === 'table');
  return Object.fromEntries(table?.kind === 'table' ? table.rows.map(cellTexts) : []);
};
const earlier = { period: { label: 'Jun 2018', range: '1 to 30 June 2018', start: '2018-06-01' } };

describe('what changed since the committee met', () => {
  test('names what turned, what is worse, what is still Red, and counts the actions', () => {
    const before = [paperRow(1, earlier), redRow(2, earlier), redRow(3, earlier)];
    const rows = [redRow(1), paperRow(2), redRow(3, { actions: [] })];
    expect(groups(before, rows)).toEqual({
      'Turned Red': '1, Buses 1: 84% for Jul 2018; was 91% for Jun 2018. Turned Red; was Green.',
      'Turned Green': '2, Buses 2: 91% for Jul 2018; was 84% for Jun 2018. Turned Green; was Red.',
      'Getting worse': '3, Buses 3: 84% for Jul 2018; was 84% for Jun 2018.',
      'Still Red': 'Measure 3.',
      Corrected: 'None',
      Actions: '2 actions are recorded; 1 has a date.',
    });
  });

  test('names corrections, new measures and retired ones', () => {
    const corrected = paperRow(1, { current: { text: '89%', why: null, marks: ['r'] } });
    const found = groups([paperRow(1), paperRow(2)], [corrected, paperRow(3)]);
    expect(found.Corrected).toBe('1, Buses 1: Jul 2018 corrected: was 91%, now 89%.');
    expect(found['New measures']).toBe('3, Buses 3: New: 91% for Jul 2018.');
    expect(found.Retired).toBe('2, Buses 2: No longer on the scorecard.');
  });

  test('does not say again what has come to be hidden', () => {
    const before = [redRow(1, { current: { text: '4.4%', why: null, marks: [] } })];
    const found = groups(before, [hiddenRow(1)]);
    expect(JSON.stringify(found)).not.toContain('4.4%');
  });

  test.each([
    [{ kind: 'first' }, 'This is the first edition'],
    [
      { kind: 'none', meeting: meeting.day, committee: 'Travel committee' },
      'No edition of this scorecard had been published when Travel committee met',
    ],
    [{ kind: 'withdrawn', edition: 1, meeting }, 'Edition 1, which stood then, has been withdrawn'],
  ] as [Since, string][])('%j is said in a sentence', (reason, words) => {
    expect(
      changesBlocks({ since: reason, rows: [paperRow(1)] })
        .flatMap(wordsOf)
        .join(' '),
    ).toContain(words);
  });
});
