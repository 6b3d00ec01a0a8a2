import { NotFound } from '@/app/_public/not-found';
import { publicAnswer } from '@/app/_public/public-page';
import { canonicalFile, cardFile, editionFile, runningHeadFile } from '@/app/(public)/data/edition-data';
import { numberedEdition } from '@/app/(public)/scorecards/numbered-edition';
import { fileIn } from '@/lib/open-data/open-file';

export const dynamic = 'force-dynamic';

type Params = { service: string; number: string; file: string };

/** The data of an edition as a file, the text behind its fingerprint, its picture, or its running head on paper. */
export const GET = publicAnswer<Params>(
  async ({ params: { service, number, file }, today }) => {
    const edition = await numberedEdition(service, number, today);
    if (file === 'canonical.json') return canonicalFile(edition);
    if (file === 'card.png') return cardFile(edition);
    if (file === 'print.css') return runningHeadFile(edition);
    const named = fileIn(file, ['data']);
    if (!named) throw new NotFound('There is no such file of an edition.', { href: '/data', text: 'All files' });
    return editionFile(edition, named.form);
  },
  // A picture takes the processor for some tenths of a second.
  { costly: (_, path) => path.endsWith('.png') },
);
