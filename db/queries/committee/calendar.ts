import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { enteredHolidays, namedMeetings } from '@/db/facts/committee-facts';
import { measures, services } from '@/db/schema';
import { holidayUse, movedPapers, type NamedMeeting } from '@/lib/committee/holiday-effect';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { type BankHoliday, bankHolidays, type ProclaimedHoliday } from '@/lib/time/bank-holidays';

/** A bank holiday that was entered: why it stands, or else what taking it away would do. */
type EnteredHoliday = ProclaimedHoliday & { use: string | null; without: string[] };

/** How many days after its period measures of a service are due. */
type Lag = { service: { slug: string; name: string }; code: string; number: number; title: string; days: number };

export type KeptCalendar = {
  /** The bank holidays of this year and the next one, those that were entered among them. */
  years: { year: number; holidays: BankHoliday[] }[];
  entered: EnteredHoliday[];
  meetings: NamedMeeting[];
  lags: Lag[];
};

/** The days by which the council works, as a performance officer keeps them; null for everybody else. */
export async function keptCalendar(db: Database, who: Person, today: string): Promise<KeptCalendar | null> {
  if (!may(who, 'enter_holiday')) return null;
  const entered = await enteredHolidays(db);
  const meetings = await namedMeetings(db);
  const year = Number(today.slice(0, 4));
  const lags = await db
    .select({
      service: { slug: services.slug, name: services.name },
      code: measures.code,
      number: measures.number,
      title: measures.title,
      days: measures.lagDays,
    })
    .from(measures)
    .innerJoin(services, and(eq(services.id, measures.serviceId), isNull(measures.retiredOn)))
    .orderBy(asc(services.position), asc(measures.number));
  return {
    years: [year, year + 1].map((one) => ({ year: one, holidays: bankHolidays(one, entered) })),
    entered: entered.map((holiday) => {
      const others = entered.filter(({ day }) => day !== holiday.day);
      return {
        ...holiday,
        use: holidayUse(holiday, entered, meetings, today),
        without: movedPapers(entered, others, meetings, today),
      };
    }),
    meetings,
    lags,
  };
}
