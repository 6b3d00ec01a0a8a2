import { NotFound } from '@/app/_public/not-found';
import { publicAnswer } from '@/app/_public/public-page';
import { canonicalFile, editionFile } from '@/app/(public)/data/edition-data';
import { numberedEdition } from '@/app/(public)/scorecards/numbered-edition';
import { fileIn } from '@/lib/open-data/open-file';

export const dynamic = 'force-dynamic';

type Params = { service: string; number: string; file: string };

/** The data of an edition as a file, or the text behind its fingerprint. */
export const GET = publicAnswer<Params>(async ({ params: { service, number, file }, today }) => {
  const edition = await numberedEdition(service, number, today);
  if (file === 'canonical.json') return canonicalFile(edition);
  const named = fileIn(file, ['data']);
  if (!named) throw new NotFound('There is no such file of an edition.', { href: '/data', text: 'All files' });
  return editionFile(edition, named.form);
});
