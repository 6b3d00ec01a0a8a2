import { settings } from '@/app/_server/settings';
import { aboutCouncil, councilFile } from '@/app/(public)/data/council-data';
import { editionSizes } from '@/app/(public)/data/edition-data';
import type { ServiceFiles } from '@/components/open-data/data-page';
import { publicDatabase } from '@/db/connection/pool';
import type { Council } from '@/db/queries/published/in-force';
import { type DataEdition, measureList, measuresOf, readingsKnown } from '@/db/queries/published/open-data';
import { datasetBlock } from '@/lib/open-data/catalogue';
import type { OpenRow } from '@/lib/open-data/columns';
import { type FileSize, sizesBy } from '@/lib/open-data/data-bytes';
import { dataForms, scorecardAbout } from '@/lib/open-data/open-file';
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

/** Every file of data on a day: those of the council, of each edition in force, and of each of its measures. */
export async function dataFiles(council: Council, editions: DataEdition[], date: string) {
  const [first] = editions;
  if (!first) return null;
  const list = await measureList(
    publicDatabase(),
    editions.map(({ id }) => id),
  );
  const about = aboutCouncil('figures', council, editions);
  const sizes = await sizesBy(about, await sampleOf(council, first, date));
  const scorecards = dataForms.map(async (form): Promise<FileSize> => {
    const { body } = await councilFile(council, { file: 'scorecards', form, date });
    return { form, bytes: body.length, isAbout: false };
  });
  const services = editions.map(
    async ({ id, head }): Promise<ServiceFiles> => ({
      service: head.service,
      number: head.number,
      publishedAt: head.publishedAt,
      sha256: head.sha256,
      sizes: await editionSizes({ id, head, council, withdrawal: null }),
      measures: list
        .filter(({ editionId }) => editionId === id)
        .map(({ code, title, periods }) => ({ code, title, sizes: sizes(periods) })),
    }),
  );
  return {
    // That of every figure is worked out, since nobody may ever ask for it.
    files: { scorecards: await Promise.all(scorecards), figures: sizes(sum(list)) },
    services: await Promise.all(services),
    dataset: datasetOf(council, editions, list),
  };
}

const sum = (list: Listed[]): number => list.reduce((total, { periods }) => total + periods, 0);

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
