import { NotFound } from '@/app/_public/not-found';
import { publicPage } from '@/app/_public/public-page';
import { settings } from '@/app/_server/server-settings';
import { ProofreadPage } from '@/components/proofread/proofread-page';
import { nobodyHere } from '@/lib/proofread/page-words';

export const dynamic = 'force-dynamic';

/** The form by which a report is read against its own figures; nobody finds it where the council has not turned it on. */
export const GET = publicPage(({ site }) => {
  if (!settings().proofread) throw new NotFound(nobodyHere);
  return <ProofreadPage site={site} typed={{ text: '', on: '' }} problem={null} result={null} />;
});
