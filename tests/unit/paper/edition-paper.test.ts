import { describe, expect, test } from 'vitest';
import { editionPaper } from '../../../lib/paper/edition-paper';
import { hiddenRow, paperRow, paperSourceOf, redRow } from '../../support/paper/paper-council';
import { cellTexts, headings, paperText, tableWith } from '../../support/paper/paper-words';

const paper = editionPaper(paperSourceOf([redRow(1), paperRow(2), hiddenRow(3)]));

describe('a committee paper', () => {
  test('says first what is Red and why, then what changed, then everything', () => {
    expect(headings(paper)).toEqual([
      'One of three rated measures misses its target; one is getting worse',
      'What is Red, and why',
      'What has changed',
      'All three measures',
      'How the Reds have moved',
      'In words',
      'What is being done',
      'What is counted',
      'How to read this paper',
      'Where these figures come from',
    ]);
  });

  test('has service, day and edition in its running head, and the address in its foot', () => {
    expect(paper.runningHead).toEqual({ left: 'Buses, performance at 17 August 2018', right: 'Edition 2' });
    expect(paper.foot).toBe('Testshire · testshire.example/scorecards/buses/editions/2');
    expect(paper.title).toBe('Buses: performance at 17 August 2018 – Testshire');
  });

  test('gives the cause and the actions of a Red, each with who does it and by when', () => {
    expect(tableWith(paper, 'Why').rows.map(cellTexts)).toEqual([
      [
        '1',
        'Buses 1',
        '84% [p] provisional at least 90% Worsening',
        'A bridge was closed.',
        'Lead the buses round the bridge.  Head of Buses, by 30 September 2018 Mend the bridge.  Head of Bridges, no date set',
      ],
    ]);
  });

  test('hides what the edition hides, and explains [c] above the table', () => {
    const [, , row] = tableWith(paper, 'Against target').rows.map(cellTexts);
    expect(row).toEqual(['3', 'Buses 3', 'Jul 2018', '[c] hidden', 'at least 90%', '[c] hidden', 'Green', 'Improving']);
    expect(paperText(paper)).toContain('[c] stands in the place of a figure that is hidden');
    const open = editionPaper(paperSourceOf([paperRow(1)]));
    expect(paperText(open)).not.toContain('[c]');
  });

  test('lists every action by its day, those without one last, and marks a day that had passed', () => {
    const late = { text: 'Paint it.', owner: 'Head of Paint', due: '2018-08-16' };
    const { rows } = tableWith(editionPaper(paperSourceOf([redRow(1), paperRow(2, { actions: [late] })])), 'By');
    expect(rows.map(cellTexts).map(([by, action]) => [by, action])).toEqual([
      ['16 August 2018 this day has passed', 'Paint it.'],
      ['30 September 2018', 'Lead the buses round the bridge.'],
      ['no date set', 'Mend the bridge.'],
    ]);
  });

  test('says that a demonstration is one, on the cover, on each page and at the end', () => {
    const council = {
      name: 'Testshire',
      contact: 'a@b.example',
      demonstration: 'The people are invented.',
      licence: null,
    };
    const demonstration = editionPaper(paperSourceOf([paperRow(1)], { council }));
    expect(demonstration.runningHead.left).toMatch(/Demonstration$/);
    expect(paperText(demonstration).match(/The people are invented\./g)).toHaveLength(2);
  });

  test('says of a judged colour that it is judged, with the rule’s', () => {
    const judged = { colour: 'green', reason: 'half of July was a strike', by: 'head of service' } as const;
    const row = redRow(1, { rag: { colour: 'red', sentence: 'Red: 84% is below 90%.', judged } });
    const words = paperText(editionPaper(paperSourceOf([row, paperRow(2)])));
    expect(words).toContain('Judged Green\nrule: Red');
    expect(words).toContain('Judged Green by the head of service: half of July was a strike.');
    expect(words).toContain('1 of these colours is judged by a head of service; by the rule there are 1 Green, 1 Red.');
  });

  test('of an edition without measures is one all the same', () => {
    expect(headings(editionPaper(paperSourceOf([])))).toContain('Nothing is Red');
  });
});
