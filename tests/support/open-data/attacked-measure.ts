import { measureAbout } from '@/lib/open-data/open-file';
import { measureRows, scorecardRow } from '@/lib/open-data/open-rows';
import { publishedOf, sheetOf } from '../reference/frozen-measure';
import { headOf, known, measureOf } from './measure-file';

/** A measure in whose every text stands the one given. */
export function attackedMeasure(text: string) {
  const council = { name: text, areaCode: 'E06000999', licence: text };
  const head = headOf({ service: { slug: 'buses', name: text, notice: null } });
  const sheet = sheetOf({
    benchmarks: [
      {
        name: text,
        source: text,
        alike: false,
        note: text,
        values: [{ from: '2017-04-01', until: '2018-03-31', value: '-12.5' }],
      },
    ],
  });
  const readings = [
    publishedOf('2018-06-01', null, { missing: null, hidden: { why: text }, comments: text }),
    publishedOf('2018-07-01', '-2.5', {
      comments: text,
      judged: { colour: 'amber', reason: text, by: 'head of service' },
      corrects: { was: text, reason: 'error', note: text },
      elsewhere: { where: text, on: '2018-06-13' },
    }),
  ];
  const measure = { ...measureOf(sheet, { title: text, unit: text }, council), head };
  return {
    about: measureAbout(head, council, measure.row),
    rows: measureRows(measure, known(readings)),
    scorecard: scorecardRow(measure, known(readings).at(-1) ?? null),
  };
}
