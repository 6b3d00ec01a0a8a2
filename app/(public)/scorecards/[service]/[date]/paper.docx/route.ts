import { paperOnDay } from '@/app/(public)/scorecards/edition-paper';

export const dynamic = 'force-dynamic';

/** Leads to the paper of the edition in force at the end of a day. */
export const GET = paperOnDay('docx');
