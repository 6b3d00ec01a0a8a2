import type { Content } from '@/app/_public/answer';
import { contentOf } from '@/app/_public/answer';
import { dataFile, jsonContent, metadataFile } from '@/app/_public/files/data-file';
import { pictureFile } from '@/app/_public/files/picture-file';
import { NotFound } from '@/app/_public/not-found';
import { madeOnce } from '@/app/_public/rendered';
import { siteOf } from '@/app/_public/site';
import { forADay } from '@/app/_server/cache-and-policy-headers';
import { publicDatabase } from '@/db/connection/pool';
import { type InForce, rowsOf } from '@/db/queries/published/in-force';
import { latestReadings, measuresOf } from '@/db/queries/published/open-data';
import { scorecardCard } from '@/lib/card/card';
import { editionText } from '@/lib/edition/canonical-text';
import type { FileSize } from '@/lib/open-data/data-bytes';
import type { OpenRow } from '@/lib/open-data/open-columns';
import { type DataForm, dataForms, scorecardAbout } from '@/lib/open-data/open-file';
import { type OpenMeasure, scorecardRow } from '@/lib/open-data/open-rows';
import { runningHeadSheet } from '@/lib/scorecard/running-head';
import { formatDate, londonDay } from '@/lib/time/period';

/** What the files of an edition are made of. */
type Filed = Pick<InForce, 'id' | 'head' | 'council' | 'withdrawal'>;
type Whose = Pick<OpenMeasure, 'head' | 'council' | 'date'> & { id: number };

/** The measures of editions as their scorecards show them, edition by edition, each read on a day of its own. */
export async function scorecardRows(editions: Whose[]): Promise<OpenRow[]> {
  const ids = editions.map(({ id }) => id);
  const measures = await measuresOf(publicDatabase(), ids);
  const latest = await latestReadings(publicDatabase(), ids);
  return editions.flatMap(({ id, ...whose }) =>
    measures
      .filter(({ editionId }) => editionId === id)
      .map(({ row, sheet }) => {
        const known = latest.find(({ editionId, code }) => editionId === id && code === row.code);
        return scorecardRow({ ...whose, row, sheet }, known ?? null);
      }),
  );
}

/** The measures of an edition as they read on the day of its publication. */
const rowsOfEdition = ({ id, head, council }: Filed): Promise<OpenRow[]> =>
  scorecardRows([{ id, head, council, date: londonDay(head.publishedAt) }]);

/** A file of an edition; of a withdrawn one there is none. */
export function editionFile(
  edition: Filed,
  form: DataForm | 'metadata',
  rows = () => rowsOfEdition(edition),
): Promise<Content> {
  const { head, council } = standing(edition);
  const about = scorecardAbout(head, council);
  return madeOnce([head.sha256, siteOf(council), head.service.slug, form], async () =>
    form === 'metadata' ? metadataFile(about) : dataFile(about, form, [await rows()]),
  );
}

/** How large the files of an edition are. */
export async function editionSizes(edition: Filed): Promise<FileSize[]> {
  let rows: Promise<OpenRow[]> | undefined;
  const readOnce = () => {
    rows ??= rowsOfEdition(edition);
    return rows;
  };
  const sizes = dataForms.map(async (form): Promise<FileSize> => {
    const { body } = await editionFile(edition, form, readOnce);
    return { form, bytes: body.length, isAbout: false };
  });
  return Promise.all(sizes);
}

/** The picture of an edition for links from elsewhere. */
export function cardFile(edition: Filed): Promise<Content> {
  const { id, head, council } = standing(edition);
  return madeOnce([head.sha256, siteOf(council), head.service.slug, 'card'], async () =>
    pictureFile(scorecardCard({ head, council }, await rowsOf(publicDatabase(), id))),
  );
}

/** The running head of an edition on paper, as a style sheet: a page may not bring styles of its own. */
export function runningHeadFile(edition: Filed): Content {
  const { head } = standing(edition);
  const headers = { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': forADay };
  return { ...contentOf(Buffer.from(runningHeadSheet(head))), headers };
}

/** The very text whose SHA-256 is the fingerprint of an edition. */
export function canonicalFile(edition: Filed): Promise<Content> {
  const { id, head } = standing(edition);
  return madeOnce([head.sha256, 'canonical'], async () => {
    const { sha256: _, ...without } = head;
    return jsonContent(editionText(without, await rowsOf(publicDatabase(), id)));
  });
}

function standing(edition: Filed): Filed {
  const { withdrawal, head } = edition;
  if (!withdrawal) return edition;
  const { slug } = head.service;
  const when = `Edition ${head.number} was withdrawn on ${formatDate(londonDay(withdrawal.at))}: ${withdrawal.reason}`;
  throw new NotFound(when, { href: `/scorecards/${slug}/editions`, text: 'All editions' });
}
