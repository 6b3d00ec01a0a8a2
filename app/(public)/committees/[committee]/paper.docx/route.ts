import { committeePaper } from '@/app/(public)/committees/committee-paper';

export const dynamic = 'force-dynamic';

/** The paper of a committee's services together. */
export const GET = committeePaper('docx');
