import { formatWeekday, londonDay } from '@/lib/time/day';
import { londonTime } from '@/lib/time/instant';

/** The next meeting of a committee, on a London day. */
export type ComingMeeting = { slug: string; name: string; day: string };
/** An announced release: of which service, as which edition, and at which instant. */
export type ComingRelease = { service: { slug: string; name: string }; number: number; dueAt: string };
/** A day to come in words, what is on it, and where more is said. */
export type ComingDay = { day: string; words: string; title: string; address: string };

/** How many days to come the front page names; the committees and the calendar have all. */
const mostShown = 5;

/** The next meetings and releases together, the earliest first. */
export function comingDays(meetings: ComingMeeting[], releases: ComingRelease[]): ComingDay[] {
  const meetingDays = meetings.map(({ slug, name, day }) => ({
    day,
    words: formatWeekday(day),
    title: name,
    address: `/committees/${slug}`,
  }));
  const releaseDays = releases.map(({ service, number, dueAt }) => ({
    day: londonDay(dueAt),
    words: `${formatWeekday(londonDay(dueAt))}, ${londonTime(dueAt)}`,
    title: `${service.name}, edition ${number}`,
    address: '/calendar',
  }));
  return [...meetingDays, ...releaseDays]
    .sort((a, b) => a.day.localeCompare(b.day) || a.title.localeCompare(b.title))
    .slice(0, mostShown);
}
