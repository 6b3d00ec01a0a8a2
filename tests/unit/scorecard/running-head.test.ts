import { expect, test } from 'vitest';
import { runningHeadSheet } from '@/lib/scorecard/running-head';

const sheetOf = (name: string) =>
  runningHeadSheet({ service: { slug: 'x', name, notice: null }, asAt: '2018-08-17', number: 4 });

test('a printed page has service and day on the left of its head, and the edition on the right', () => {
  expect(sheetOf('Buses, trams')).toBe(
    '@page{@top-left{content:"Buses, trams: performance at 17 August 2018"}@top-right{content:"Edition 4"}}\n',
  );
});

test.each(['a"}@import url(//x)', "Children's", 'a\\', 'a\nb', '</style>', 'é’–', '\u{1f600}'])(
  '%j cannot end the text that it stands in',
  (name) => {
    const [, left = ''] = /@top-left\{content:"([^"]*)"\}@top-right/.exec(sheetOf(name)) ?? [];
    expect(left).not.toMatch(/[\n<>{}@'/]/);
    const read = left.replaceAll(/\\([0-9a-f]+) /g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
    expect(read).toBe(`${name}: performance at 17 August 2018`);
  },
);
