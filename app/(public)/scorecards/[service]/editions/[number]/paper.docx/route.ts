import { editionPaper } from '@/app/(public)/scorecards/edition-paper';

export const dynamic = 'force-dynamic';

/** The committee paper of an edition. */
export const GET = editionPaper('docx');
