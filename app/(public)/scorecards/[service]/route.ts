import { redirectTo } from '@/app/_public/answer';
import { publicAnswer } from '@/app/_public/public-page';
import { serviceInForce } from '@/app/(public)/scorecards/public-service-route';
import { scorecardOn } from '@/app/(public)/scorecards/scorecard-on-a-day';
import { parseDay } from '@/lib/time/day-entry';

export const dynamic = 'force-dynamic';

/** The scorecard of today; a day that was picked leads on to the address of that day. */
export const GET = publicAnswer<{ service: string }>(async (question) => {
  const { params, query, today } = question;
  const picked = query.get('date');
  if (picked === null) return scorecardOn(today, question);
  const { head } = await serviceInForce(params.service, today);
  const parsed = parseDay(picked);
  const day = 'day' in parsed ? parsed.day : picked;
  return redirectTo(`/scorecards/${head.service.slug}/${encodeURIComponent(day)}`);
});
