import { parse } from 'csv-parse/sync';
import type { OpenRow } from '@/lib/open-data/open-columns';
import type { PrintedFigure, PrintedMeasure, PrintedRow } from './frozen-view';
import type { LivedMeasure, LivedService } from './lived-service';
import type { SeenTarget } from './solver';

/** What an address of the public answers, as text. */
export type Read = (address: string) => Promise<string>;

const monthsIn = { monthly: 1, quarterly: 3, termly: 4, half_yearly: 6, annual: 12 } as const;
const ways: Record<string, number> = { improving: 1, worsening: -1, no_change: 0, increasing: 1, decreasing: -1 };
const some = (text: unknown): string | null =>
  text === undefined || text === null || text === '' ? null : String(text);

/** The first day of the period that ends on a day. */
function startOf(end: string, { frequency }: LivedMeasure): string {
  const month = Number(end.slice(0, 4)) * 12 + Number(end.slice(5, 7)) - monthsIn[frequency];
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

function targetIn(row: OpenRow): SeenTarget | null {
  const [, shape] = /^at (least|most) /.exec(row.target_rule ?? '') ?? [];
  if (!shape || !row.target) return null;
  return { shape: shape === 'least' ? 'at_least' : 'at_most', green: Number(row.target), amber: null };
}

/** A row of a file as a figure; none where it tells of no period. */
function figureIn(row: OpenRow, measure: LivedMeasure): PrintedFigure[] {
  const end = some(row.period_end);
  if (end === null) return [];
  const decimals = Number(row.decimal_places);
  const value = some(row.value);
  return [
    {
      start: startOf(end, measure),
      revision: String(row.status_marker ?? '').includes('[r]') ? 1 : 0,
      value,
      numerator: some(row.numerator),
      denominator: some(row.denominator),
      colour: some(row.performance_rag),
      why: some(row.value_note),
      decimals: value !== null && decimals < measure.decimals ? decimals : null,
      target: targetIn(row),
    },
  ];
}

const unquoted = (html: string): string => html.replaceAll('&#x27;', "'").replaceAll('&quot;', '"');

/** What the words within some markup say, one sentence each. */
const sentencesOf = (html: string): string[] =>
  unquoted(html.replaceAll(/<[^>]*>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=[.!?;:]) /);

type CanonicalRow = {
  code: string;
  period: { start: string } | null;
  current: { marks: string[] };
  previous: { text: string | null; rounded?: string; label: string };
  travel: { direction: string | null };
  trend: { points: { start: string; value: string | null }[] };
};

/** What the row of a measure says beside its figure. */
function rowIn({ period, current, previous, travel }: CanonicalRow, page: string, measure: LivedMeasure) {
  if (!period) return null;
  const isHigher = measure.polarity === 'higher' ? 1 : -1;
  const { direction } = travel;
  const row: PrintedRow = {
    start: period.start,
    revision: current.marks.includes('r') ? 1 : 0,
    way: direction === null ? null : (ways[direction] ?? 0) * isHigher || 0,
    previous: previous.text !== null && !previous.rounded ? previous.text : null,
    year: measure.comparator === 'previous_year' ? Number(previous.label.slice(0, 4)) : null,
    sentences: sentencesOf(page),
  };
  return row;
}

type Told = { number: number; asAt: string };

/** Everything that one edition prints of its measures: in its files, its canonical text, its page, the interface and the feed. */
async function editionBy(read: Read, slug: string, { measures }: LivedService, { number, asAt }: Told) {
  const own = `/scorecards/${slug}/editions/${number}`;
  const inCsv: OpenRow[] = parse(await read(`${own}/data.csv`), { bom: true, columns: true });
  const inJson: OpenRow[] = JSON.parse(await read(`${own}/data.json`)).data;
  const rows: CanonicalRow[] = JSON.parse(await read(`${own}/canonical.json`)).rows;
  const page = await read(`/scorecards/${slug}/${asAt}`);
  const feed = await read(`/scorecards/${slug}/feed.xml`);
  const [entry = ''] = new RegExp(`<title[^<]*<!\\[CDATA\\[[^\\]]*edition ${number},.*?</entry>`, 's').exec(feed) ?? [];
  const pages: PrintedMeasure[] = [];
  for (const measure of measures) {
    const { code } = measure;
    const readings = await read(`/api/v1/services/${slug}/editions/${number}/measures/${code}/readings`);
    const inApi: OpenRow[] = JSON.parse(readings).data;
    const figures = [...inCsv, ...inJson, ...inApi]
      .filter((row) => row.measure_id === code)
      .flatMap((row) => figureIn(row, measure));
    const row = rows.find((each) => each.code === code);
    const [body = ''] = new RegExp(`<tbody id="${code}".*?</tbody>`, 's').exec(page) ?? [];
    // A point of the trend says what a reading says.
    for (const { start, value } of row?.trend.points ?? [])
      if (value !== null && !figures.some((figure) => figure.start === start && Number(figure.value) === Number(value)))
        throw new Error(`The trend of ${code} says ${value} for ${start}.`);
    const latest = figures.find(({ start }) => start === row?.period?.start);
    if (new RegExp(`Red: [^.]*Measure ${code}\\b`).test(entry) && latest && latest.colour !== 'red')
      throw new Error(`The feed says that ${code} is Red.`);
    pages.push({ measure, row: row ? rowIn(row, body, measure) : null, figures });
  }
  return pages;
}

const unescaped = (markup: string, name: string): string =>
  unquoted(new RegExp(`${name}="([^"]*)"`).exec(markup)?.[1] ?? '');

/** The heights of a chart's points as figures on its own axis, null where it draws none, and what a pixel is there. */
function drawn(chart: string): { points: (number | null)[]; pixel: number } {
  const size = Number(unescaped(chart, 'font-size'));
  const [, axis = ''] = /<g text-anchor="end">(.*?)<\/g>/s.exec(chart) ?? [];
  const marks = [...axis.matchAll(/ y="([\d.]+)">([^<]*)</g)].map(([, y = '', text = '']) => ({
    y: Number(y) - size * 0.35,
    value: Number(text.replace('−', '-').replaceAll(/[^\d.-]/g, '')),
  }));
  const [first, last] = [marks[0], marks.at(-1)];
  if (!first || !last || first === last) return { points: [], pixel: 0 };
  const each = (last.value - first.value) / (last.y - first.y);
  const heights = unescaped(chart, 'data-y').split(' ');
  const points = heights.map((y) => (y === '-' ? null : first.value + (Number(y) - first.y) * each));
  return { points, pixel: Math.abs(each) };
}

/** What the page of a measure says besides: its chart draws what is printed and nothing else, and its words are of one period each. */
async function measureBy(read: Read, measure: LivedMeasure): Promise<PrintedMeasure[]> {
  const { code } = measure;
  const rows: OpenRow[] = parse(await read(`/measures/${code}/data.csv`), { bom: true, columns: true });
  const figures = rows.flatMap((row) => figureIn(row, measure));
  const page = await read(`/measures/${code}?show=all`);
  const embed = await read(`/measures/${code}/embed`);
  let charts = 0;
  for (const [chart] of `${page}${embed}`.matchAll(/<svg class="plot .*?<\/svg>/gs)) {
    const { points, pixel } = drawn(chart);
    if (points.length === 0) continue;
    charts += 1;
    for (const [at, { value, start }] of figures.slice(-points.length).entries()) {
      const point = points[at] ?? null;
      // A process chart leaves rounded figures out; heights and the axis are drawn to a tenth of a pixel.
      const isSame = point === null || (value !== null && Math.abs(point - Number(value)) < pixel / 4);
      if (!isSame) throw new Error(`The chart of ${code} draws ${point} for ${start}, where ${value} is printed.`);
    }
  }
  if (charts === 0 && figures.filter(({ value }) => value !== null).length > 1)
    throw new Error(`The page of ${code} has no chart.`);
  const said: string[] = JSON.parse(unescaped(page, 'data-readings') || '[]');
  return figures.map(({ start, revision }, at): PrintedMeasure => {
    const sentences = [said[at - figures.length + said.length] ?? ''];
    return { measure, row: { start, revision, way: null, previous: null, year: null, sentences }, figures };
  });
}

/** Everything that the public can read by HTTP of every edition of a service, the oldest first, and of its measures. */
export async function editionsBy(read: Read, slug: string, life: LivedService): Promise<PrintedMeasure[][]> {
  const list: { number: number; as_at: string }[] = JSON.parse(await read(`/api/v1/services/${slug}/editions`)).data;
  const pages: PrintedMeasure[][] = [];
  for (const { number, as_at: asAt } of list.toSorted((a, b) => a.number - b.number))
    pages.push(await editionBy(read, slug, life, { number, asAt }));
  for (const measure of life.measures) pages.push(await measureBy(read, measure));
  return pages;
}
