import { publicAnswer } from '@/app/_public/public-page';
import { scorecardOn } from '@/app/(public)/scorecards/scorecard-on-a-day';

export const dynamic = 'force-dynamic';

/** The scorecard as it was at the end of a day. */
export const GET = publicAnswer<{ service: string; date: string }>((question) =>
  scorecardOn(question.params.date, question),
);
