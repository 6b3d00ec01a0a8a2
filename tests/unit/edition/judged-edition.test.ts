import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { FormerReds } from '@/components/edition/former-reds';
import { MeasurePage } from '@/components/measure/measure-page';
import { ScorecardPage } from '@/components/scorecard/scorecard-page';
import { ServicesPage } from '@/components/scorecard/services-page';
import { RedsTable } from '@/components/service/reds-table';
import { editionText } from '@/lib/edition/canonical-text';
import { editionDifferences } from '@/lib/edition/difference/edition-difference';
import type { EditionHead, FrozenRow } from '@/lib/edition/edition';
import { freezeMeasure } from '@/lib/edition/measure-sheet';
import { measureView } from '@/lib/edition/measure-view';
import { formerReds, redsSentence } from '@/lib/edition/reds';
import { councilView } from '@/lib/scorecard/council-view';
import { countSentence } from '@/lib/scorecard/count-sentence';
import { scorecardAt } from '@/lib/scorecard/scorecard';
import { publishedReading } from '@/lib/series/published-reading';
import { workingFigure } from '@/lib/service/working-row';
import { linesOf, measureFile } from '../../support/open-data/measure-file';
import { recordOf, signed } from '../../support/reference/frozen-measure';

const reason = 'Half of July was a strike.';
const judged = { colour: 'green', rule: 'red', reason } as const;
const asAt = '2018-08-17';
const cut = { asAt, comparisonStart: 2017 };
const july = signed('2018-07-01', '70', { judged });
const plain = recordOf({ readings: [signed('2018-07-01', '70')] });
const record = recordOf({ readings: [july] });
const { row, sheet } = freezeMeasure(record, cut);
const before = freezeMeasure(plain, cut);
const other: FrozenRow = {
  ...freezeMeasure(recordOf({ readings: [signed('2018-07-01', '85')] }), cut).row,
  code: 'bus-02',
  number: 2,
};
const both = 'Judged Green by the head of service: Half of July was a strike. By the rule it is Red: 70% is below';

const head: EditionHead = {
  service: { slug: 'buses', name: 'Buses', notice: null },
  number: 2,
  asAt,
  publishedAt: '2018-08-17T08:30:00Z',
  publisher: 'the performance officer',
  comparisonYear: '2017/18',
  note: null,
  sha256: 'ab'.repeat(32),
};
const site = { council: 'Testshire', stylesheet: '/a.css', demonstration: null, today: asAt };
const text = (element: ReactElement) =>
  renderToStaticMarkup(element)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('what an edition freezes', () => {
  test('both colours, the reason and in whose name; the sum, the direction, the status and the statistics as without it', () => {
    expect(row.rag).toEqual({ ...before.row.rag, judged: { colour: 'green', reason, by: 'head of service' } });
    expect({ ...row, rag: before.row.rag }).toEqual(before.row);
    expect(sheet).toEqual(before.sheet);
    expect(publishedReading(record, july)).toEqual({
      ...publishedReading(plain, signed('2018-07-01', '70')),
      judged: { colour: 'green', reason, by: 'head of service' },
    });
  });

  test('nothing of it where nobody judged: the same text, byte for byte, as before there was such a thing', () => {
    for (const none of [undefined, null]) {
      const readings = [signed('2018-07-01', '70', none === null ? { judged: null } : {})];
      const now = freezeMeasure(recordOf({ readings }), cut).row;
      expect(editionText(head, [now])).toBe(editionText(head, [before.row]));
      expect(editionText(head, [now])).not.toContain('judged');
    }
  });

  test('a judgement of a colour that the rule does not give is none', () => {
    const green = freezeMeasure(recordOf({ readings: [signed('2018-07-01', '85', { judged })] }), cut);
    expect(green.row.rag).not.toHaveProperty('judged');
  });
});

describe('what the public reads of it', () => {
  const scorecard = (show: 'all' | 'red') => scorecardAt(head, [row, other], asAt, { show, order: 'report' });
  const page = (show: 'all' | 'red') =>
    text(
      createElement(ScorecardPage, {
        site,
        scorecard: scorecard(show),
        address: '/scorecards/buses',
        latest: null,
        corrected: [],
      }),
    );

  test('the scorecard: the tag with the rule’s beneath, the counts, the list of what is Red, and why', () => {
    const words = page('all');
    expect(words).toContain('Both rated measures meet their target; none is getting worse');
    expect(words).toContain('1 Judged by the rule 1 Green, 1 Red');
    expect(words).toContain('What is Red, and why: by the rule or as judged');
    expect(words).toContain('Judged Green rule: Red');
    expect(words.split(both)).toHaveLength(2);
    expect(words.split('Judged Green by the head of service:')).toHaveLength(3);
    expect(words).toContain('Why is it judged green, and red by the rule?');
  });

  test('the view of what is Red has it, and says by what', () => {
    const { rows } = scorecard('red');
    expect(rows.map(({ code }) => code)).toEqual(['bus-01']);
    expect(page('red')).toContain('the 1 of 2 measures that are Red, by the rule or as judged');
  });

  test('the first page counts it, and has it among what is Red by the rule', () => {
    const { summary } = scorecard('all');
    const view = councilView([{ head, rows: [row, other], before: new Map() }], asAt);
    const words = text(createElement(ServicesPage, { site, view, coming: [] }));
    expect(words).toContain(`${head.service.name}: 1 of 2 rated`);
    expect(words).toContain('Judged Green by the head of service:');
    const { judged: _, ...rest } = summary;
    expect(countSentence(rest)).toBe('2 measures: 2 Green.');
  });

  test('its own page: the tag, the sentence, and the words of that period', () => {
    const readings = [publishedReading(record, july)];
    const view = measureView({
      date: asAt,
      row,
      sheet,
      readings,
      span: '2y',
      oldest: '2018-07-01',
      address: '/measures/bus-01',
    } as unknown as Parameters<typeof measureView>[0]);
    const props = { site, head, row, view } as unknown as Parameters<typeof MeasurePage>[0];
    const words = text(createElement(MeasurePage, props));
    expect(words).toContain('Judged Green rule: Red');
    expect(words).toContain(both);
    expect(words).toContain('Half of July was a strike. By the rule it is Red.');
    expect(words).toContain('judged Green, by the rule Red');
  });

  test('the file: the rule’s colour, the judged one and why, which no spreadsheet takes for a formula', () => {
    const forged = signed('2018-06-01', '70', { judged: { ...judged, reason: '=1+1 is what the strike cost us.' } });
    const readings = [
      publishedReading(record, july),
      publishedReading(record, forged),
      publishedReading(plain, signed('2018-05-01', '70')),
    ];
    const council = { name: 'Testshire', areaCode: 'E06000999', licence: 'OGL' };
    const colours = linesOf(measureFile('Buses', sheet, readings, council)).map(
      ({ performance_rag: rag, rag_by_rule: byRule, judged_reason: why }) => [rag, byRule, why],
    );
    expect(colours).toEqual([
      ['red', 'red', ''],
      ['green', 'red', "'=1+1 is what the strike cost us."],
      ['green', 'red', 'Half of July was a strike.'],
    ]);
  });

  test('the Reds with cause and action have it', () => {
    const reds = scorecardAt(head, [row, other], asAt, { show: 'all', order: 'report' }).all.slice(0, 1);
    const words = text(createElement(RedsTable, { reds }));
    expect(words).toContain('The one Red, by the rule or as judged, with cause and action');
    expect(words).toContain(both);
  });

  test('what became of the Reds: by the rule it still is one, and it says how it is judged', () => {
    const reds = formerReds([before.row], [row], []);
    expect(reds[0]).toMatchObject({ outcome: 'red', is: { colour: 'red', judged: { colour: 'green' } } });
    expect(redsSentence(reds, 'a year ago')).toBe(
      'The one measure that was Red a year ago is still Red by the rule, and judged otherwise by a head of service.',
    );
    expect(redsSentence([...reds, { outcome: 'green' }], 'a year ago')).toBe(
      'Of 2 that were Red a year ago: 1 is Green, 1 still Red; 1 of them is judged otherwise by a head of service.',
    );
    expect(text(createElement(FormerReds, { reds, card: '/scorecards/buses', when: 'A year ago' }))).toContain(both);
    expect(formerReds([row], [row], [])).toHaveLength(1);
  });

  test('the working scorecard has both', () => {
    expect(workingFigure(row, row)).toMatchObject({ colour: 'red', judged: { colour: 'green' } });
    expect(workingFigure(other, other)).not.toHaveProperty('judged');
  });
});

describe('between two editions', () => {
  const changes = (was: FrozenRow, is: FrozenRow) =>
    editionDifferences({ asAt, rows: [was] }, { asAt, rows: [is] }).map(({ sentence }) => sentence);
  const amber: FrozenRow = { ...row, rag: { ...row.rag, judged: { colour: 'amber', reason, by: 'head of service' } } };

  test('it comes, changes and goes in a sentence each', () => {
    expect(changes(before.row, row)).toEqual([
      'Judged Green by the head of service: Half of July was a strike. By the rule it is Red.',
    ]);
    expect(changes(row, amber)).toEqual([
      'Judged Amber by the head of service: Half of July was a strike. By the rule it is Red; was judged Green.',
    ]);
    expect(changes(row, before.row)).toEqual(['Not judged any more: the rule’s colour stands; was judged Green.']);
    expect(changes(row, row)).toEqual([]);
  });
});
