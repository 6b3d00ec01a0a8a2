import { settings } from '@/app/_server/settings';
import { aboutCouncil, councilFile } from '@/app/(public)/data/council-data';
import { editionSizes } from '@/app/(public)/data/edition-data';
import type { ServiceFiles } from '@/components/open-data/data-page';
import { publicDatabase } from '@/db/connection/pool';
import type { Council } from '@/db/queries/published/in-force';
import { frozenPage } from '@/db/queries/published/measures';
import { type DataEdition, measureList, readingsKnown } from '@/db/queries/published/open-data';
import { datasetBlock } from '@/lib/open-data/catalogue';
import type { OpenRow } from '@/lib/open-data/columns';
import { aboutSizes, type FileSize } from '@/lib/open-data/data-bytes';
import { councilAbout, type DataAbout, dataForms } from '@/lib/open-data/open-file';
import { measureRows } from '@/lib/open-data/open-rows';

/** How many periods a size is worked out from. */
const sampleLength = 48;

type Listed = { editionId: number; code: string; title: string; periods: number };

/** Some figures of the measure that has the most of them, by which the sizes of other files are worked out. */
async function sampleOf(council: Council, editions: DataEdition[], list: Listed[], date: string): Promise<OpenRow[]> {
  const longest = list.toSorted((a, b) => b.periods - a.periods)[0];
  const edition = editions.find(({ id }) => id === longest?.editionId);
  if (!longest || !edition) return [];
  const { id, head } = edition;
  const page = await frozenPage(publicDatabase(), id, longest.code);
  if (!page?.sheet) return [];
  const readings = await readingsKnown(publicDatabase(), id, [longest.code], { most: sampleLength });
  return measureRows({ head, council, row: page.row, sheet: page.sheet, date }, readings);
}

const measuresIn = (editions: DataEdition[]): Promise<Listed[]> =>
  measureList(
    publicDatabase(),
    editions.map(({ id }) => id),
  );

/** How large the files of the council are: that of every figure about, since nobody may ever ask for it. */
export async function councilSizes(
  council: Council,
  editions: DataEdition[],
  date: string,
): Promise<{ scorecards: FileSize[]; figures: FileSize[] }> {
  const list = await measuresIn(editions);
  const sample = await sampleOf(council, editions, list, date);
  const total = list.reduce((sum, { periods }) => sum + periods, 0);
  const scorecards = dataForms.map(async (form): Promise<FileSize> => {
    const { body } = await councilFile(council, { file: 'scorecards', form, date });
    return { form, bytes: body.length, isAbout: false };
  });
  return {
    scorecards: await Promise.all(scorecards),
    figures: await aboutSizes(aboutCouncil('figures', council, editions), sample, total),
  };
}

/** The files of the editions in force and of their measures. */
export async function serviceFiles(council: Council, editions: DataEdition[], date: string): Promise<ServiceFiles[]> {
  const list = await measuresIn(editions);
  const sample = await sampleOf(council, editions, list, date);
  const about: DataAbout = councilAbout('figures', council, date);
  const sizesOf = new Map<number, FileSize[]>();
  for (const { periods } of list)
    if (!sizesOf.has(periods)) sizesOf.set(periods, await aboutSizes(about, sample, periods));
  return Promise.all(
    editions.map(async ({ id, head }) => ({
      service: head.service,
      number: head.number,
      publishedAt: head.publishedAt,
      sha256: head.sha256,
      sizes: await editionSizes({ id, head, council, withdrawal: null }),
      measures: list
        .filter(({ editionId }) => editionId === id)
        .map(({ code, title, periods }) => ({ code, title, sizes: sizesOf.get(periods) ?? [] })),
    })),
  );
}

/** The data of the council for catalogues. */
export const councilDataset = (council: Council, editions: DataEdition[]): string =>
  datasetBlock({
    about: aboutCouncil('figures', council, editions),
    origin: settings().origin ?? '',
    covers: null,
    measured: editions.map(({ head }) => head.service.name),
  });
