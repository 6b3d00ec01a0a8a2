import { beforeAll, describe, expect, test } from 'vitest';
import { paperDocx } from '@/lib/paper/docx/paper-docx';
import { jointPaper, lastPublished } from '@/lib/paper/joint-paper';
import type { JointSource } from '@/lib/paper/paper-source';
import { docxParts, docxText, pdfPages } from '../../support/paper/file-texts';
import { hiddenRow, paperRow, paperSourceOf, redRow } from '../../support/paper/paper-council';
import { cellTexts, headings, paperText, squeezed, tableWith } from '../../support/paper/paper-words';
import { testPdfMaker } from '../../support/paper/test-typeset';

const trams = {
  head: {
    ...paperSourceOf([]).head,
    service: { slug: 'trams', name: 'Trams', notice: 'Figures are counted by hand.' },
    number: 5,
    publishedAt: '2018-08-20T08:30:00Z',
    sha256: 'b'.repeat(64),
  },
  address: 'https://testshire.example/scorecards/trams/editions/5',
};
const meeting = { day: '2018-07-05', committee: 'Travel committee' };

/** What the paper of the Travel committee is made from: one Red of three in the Buses, one of two in the Trams. */
const jointSourceOf = (more: Partial<JointSource> = {}): JointSource => ({
  council: paperSourceOf([]).council,
  committee: { slug: 'travel', name: 'Travel committee' },
  last: meeting.day,
  next: '2018-09-06',
  address: 'https://testshire.example/committees/travel',
  services: [
    paperSourceOf([redRow(1), paperRow(2), hiddenRow(3)]),
    paperSourceOf([paperRow(1), redRow(2)], { ...trams, since: { kind: 'same', edition: 5, meeting } }),
  ],
  without: [],
  ...more,
});
const paper = jointPaper(jointSourceOf());

describe('the paper of a committee', () => {
  test('says first over all services what is Red and what changed, then each service', () => {
    expect(headings(paper)).toEqual([
      'Two of five rated measures miss their target; two are getting worse',
      'Buses: what is Red, and why',
      'Trams: what is Red, and why',
      'Buses: what has changed',
      'Trams: what has changed since the meeting of 5 July 2018',
      'Buses: all three measures',
      'Buses: how the Reds have moved',
      'Buses: in words',
      'Buses: what is being done',
      'Buses: what is counted',
      'Trams: all two measures',
      'Trams: how the Reds have moved',
      'Trams: in words',
      'Trams: what is being done',
      'Trams: what is counted',
      'How to read this paper',
      'Where these figures come from',
    ]);
    const pages = paper.blocks.flatMap((block) => (block.kind === 'heading' && block.page ? [block.text] : []));
    expect(pages).toEqual(['Buses: all three measures', 'Trams: all two measures']);
  });

  test('counts each service, and 3 and 2 measures together are 5', () => {
    const { columns, rows } = tableWith(paper, 'Measures');
    expect(columns.map(({ head }) => head)).toEqual(
      'Service,Measures,Red,Amber,Green,No colour,Worsening,Improving,Overdue'.split(','),
    );
    expect(rows.map(cellTexts)).toEqual([
      ['Buses edition 2', '3', '1', '0', '2', '0', '1', '2', '0'],
      ['Trams edition 5', '2', '1', '0', '1', '0', '1', '1', '0'],
      ['All together', '5', '2', '0', '3', '0', '2', '3', '0'],
    ]);
  });

  test('has committee and meeting in its running head, is of the day of its latest edition, and names both fingerprints', () => {
    expect(paper.title).toBe('Travel committee: performance for the meeting of 6 September 2018 – Testshire');
    expect(paper.runningHead).toEqual({ left: 'Travel committee', right: 'Meeting of 6 September 2018' });
    expect(paper.madeAt).toBe('2018-08-20T08:30:00.000Z');
    expect(lastPublished(jointSourceOf().services)).toBe('2018-08-20T08:30:00.000Z');
    expect(paperText(paper)).toContain('a'.repeat(64));
    expect(paperText(paper)).toContain('b'.repeat(64));
    expect(paperText(paper)).toContain('Trams: Figures are counted by hand.');
  });

  test('where nothing was published since the committee met, says which edition it has seen', () => {
    expect(paperText(paper)).toContain(
      'Nothing has been published since: edition 5 was in force when Travel committee met on 5 July 2018.',
    );
  });

  test('without a meeting to come it is of the day; a service without a scorecard is named; one service has no table of counts', () => {
    const [buses] = jointSourceOf().services;
    const one = jointPaper(jointSourceOf({ next: null, services: buses ? [buses] : [], without: ['Ferries'] }));
    expect(one.runningHead.right).toBe('At 17 August 2018');
    expect(paperText(one)).toContain('Ferries reports to the committee as well; no scorecard of it is in force.');
    expect(() => tableWith(one, 'Measures')).toThrow();
    expect(paperText(one)).toContain('1 Red');
  });
});

describe('its files', () => {
  let pages: string[];
  let document: string;
  beforeAll(async () => {
    pages = await pdfPages(testPdfMaker()(paper));
    document = (await docxParts(await paperDocx(paper))).get('word/document.xml') ?? '';
  });

  test('say every figure of both services, and begin a page with each of them', () => {
    const texts = [squeezed(pages.join(' ')), squeezed(docxText(document))];
    for (const text of texts)
      for (const words of ['All together 5 2 0 3 0 2 3 0', 'Trams: all two measures', 'edition 5 was in force'])
        expect(text).toContain(squeezed(words));
    const begins = pages.filter((page) => /^\S.{0,120}(Buses|Trams): all (two|three) measures/.test(page));
    expect(begins).toHaveLength(2);
    expect(document.match(/<w:pageBreakBefore\/>/g)).toHaveLength(2);
  });
});
