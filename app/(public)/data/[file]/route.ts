import { NotFound } from '@/app/_public/not-found';
import { publicPage } from '@/app/_public/public-page';
import { councilFile } from '@/app/(public)/data/council-data';
import { councilFiles, fileIn } from '@/lib/open-data/open-file';

export const dynamic = 'force-dynamic';

/** The data of the whole council as a file. */
export const GET = publicPage<{ file: string }>(
  async ({ request, params, council, today }) => {
    const named = fileIn(params.file, councilFiles);
    if (!named) throw new NotFound('There is no such file of data.', { href: '/data', text: 'All files' });
    const file = named.file === 'figures' ? 'figures' : 'scorecards';
    return councilFile(request, council, { file, form: named.form, date: today });
  },
  { costly: true },
);
