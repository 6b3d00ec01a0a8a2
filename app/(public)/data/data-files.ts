import { LRUCache } from 'lru-cache';
import { siteOf } from '@/app/_public/site';
import { settings } from '@/app/_server/server-settings';
import { aboutCouncil } from '@/app/(public)/data/council-data';
import { scorecardRows } from '@/app/(public)/data/edition-data';
import type { ServiceFiles } from '@/components/open-data/data-page';
import { publicDatabase } from '@/db/connection/pool';
import type { Council } from '@/db/queries/published/in-force';
import { type DataEdition, measureList, measuresOf, readingsKnown } from '@/db/queries/published/open-data';
import { datasetBlock } from '@/lib/open-data/catalogue';
import { sizesBy } from '@/lib/open-data/data-bytes';
import type { OpenRow } from '@/lib/open-data/open-columns';
import { scorecardAbout } from '@/lib/open-data/open-file';
import { measureRows } from '@/lib/open-data/open-rows';

/** How many figures a size is worked out from. */
const sampleLength = 240;

type Listed = Awaited<ReturnType<typeof measureList>>[number];

/** Some figures of an edition, by which the sizes of other files are worked out. */
async function sampleOf(council: Council, { id, head }: DataEdition, date: string): Promise<OpenRow[]> {
  const measures = await measuresOf(publicDatabase(), [id]);
  const codes = measures.map(({ row }) => row.code);
  const readings = await readingsKnown(publicDatabase(), id, codes, { most: sampleLength });
  return measures.flatMap(({ row, sheet }) => {
    const own = readings.filter(({ code }) => code === row.code);
    return sheet && own.length > 0 ? measureRows({ head, council, row, sheet, date }, own) : [];
  });
}

type DataFiles = Awaited<ReturnType<typeof sizedFiles>>;
/** The last few lists: of a day and the day before it, while an edition is published, or with and without a setting. */
const held = new LRUCache<string, DataFiles, () => Promise<DataFiles>>({
  max: 4,
  fetchMethod: (_name, _stale, { context: make }) => make(),
  ignoreFetchAbort: true,
});

/**
 * Every file of data on a day: those of the council, of each edition in force, and of each of its measures; null where there is
 * none. It is worked out once for the editions that it is of.
 */
export async function dataFiles(council: Council, editions: DataEdition[], date: string): Promise<DataFiles | null> {
  const [first] = editions;
  if (!first) return null;
  const make = () => sizedFiles(council, [first, ...editions.slice(1)], date);
  return held.forceFetch(JSON.stringify(dependsOn(council, editions, date)), { context: make });
}

/** What a list of files follows from beside this build. */
export const dependsOn = (council: Council, editions: DataEdition[], date: string): unknown[] => [
  siteOf(council),
  editions.map(({ head }) => [head.sha256, head.service.slug]),
  date,
];

/** The sizes are worked out from some rows, since nobody may ever ask for most of the files. */
async function sizedFiles(council: Council, editions: [DataEdition, ...DataEdition[]], date: string) {
  const [first] = editions;
  const list = await measureList(
    publicDatabase(),
    editions.map(({ id }) => id),
  );
  const figures = await sizesBy(aboutCouncil('figures', council, editions), await sampleOf(council, first, date));
  const scorecard = await scorecardRows([{ ...first, council, date }]);
  const scorecards = await sizesBy(aboutCouncil('scorecards', council, editions), scorecard);
  const services = editions.map(({ id, head }): ServiceFiles => {
    const measures = list.filter(({ editionId }) => editionId === id);
    return {
      service: head.service,
      number: head.number,
      publishedAt: head.publishedAt,
      sha256: head.sha256,
      sizes: scorecards(measures.length),
      measures: measures.map(({ code, title, periods }) => ({ code, title, sizes: figures(periods) })),
    };
  });
  const periods = list.reduce((total, measure) => total + measure.periods, 0);
  return {
    files: { scorecards: scorecards(list.length), figures: figures(periods) },
    services,
    dataset: datasetOf(council, editions, list),
  };
}

/** The data of the council and of each edition in force for catalogues. */
function datasetOf(council: Council, editions: DataEdition[], list: Listed[]): string {
  const origin = settings().origin ?? '';
  const titles = (wanted: (measure: Listed) => boolean) => list.filter(wanted).map(({ title }) => title);
  const first = list
    .map(({ oldest }) => oldest)
    .filter((day) => day !== null)
    .sort()[0];
  const last = editions
    .map(({ head }) => head.asAt)
    .sort()
    .at(-1);
  const covers = first && last ? { from: first, until: last } : null;
  return datasetBlock([
    { about: aboutCouncil('figures', council, editions), origin, covers, measured: titles(() => true) },
    ...editions.map(({ id, head }) => ({
      about: scorecardAbout(head, council),
      origin,
      covers,
      measured: titles(({ editionId }) => editionId === id),
    })),
  ]);
}
