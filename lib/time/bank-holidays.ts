import { addDays, dayOf, isWeekend } from './day';

/**
 * The bank holidays of England, from 2002 on. Source: Banking and Financial Dealings Act 1971, schedule 1, and the royal
 * proclamations under it, as gov.uk/bank-holidays lists them; Good Friday and Christmas Day are holidays by common law.
 */

/** Days by proclamation for one year: those that were added, and those of the usual ones that they took the place of. */
const proclaimed: Record<number, { added: string[]; moved?: string }> = {
  2002: { added: ['2002-06-03', '2002-06-04'], moved: '2002-05-27' },
  2011: { added: ['2011-04-29'] },
  2012: { added: ['2012-06-04', '2012-06-05'], moved: '2012-05-28' },
  2020: { added: ['2020-05-08'], moved: '2020-05-04' },
  2022: { added: ['2022-06-02', '2022-06-03', '2022-09-19'], moved: '2022-05-30' },
  2023: { added: ['2023-05-08'] },
};

/** Easter Sunday by the Gregorian calendar (the algorithm of Meeus, Jones and Butcher). */
export function easter(year: number): string {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const [march, first] = [`${String(year).padStart(4, '0')}-03-22`, epact + weekday - 7 * late];
  return addDays(march, first);
}

/** The bank holidays of a year that are weekdays, in order; a holiday at a weekend is kept on the next free weekday. */
export function bankHolidays(year: number): string[] {
  const day = (month: number, date: number) =>
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const { added, moved } = proclaimed[year] ?? { added: [] };
  const usual = [
    ...movedToWeekdays([day(1, 1)]),
    addDays(easter(year), -2),
    addDays(easter(year), 1),
    mondayFrom(day(5, 1)),
    mondayFrom(day(5, 25)),
    mondayFrom(day(8, 25)),
    ...movedToWeekdays([day(12, 25), day(12, 26)]),
  ];
  return [...usual.filter((holiday) => holiday !== moved), ...added].sort();
}

/** Whether a day is neither a Saturday, a Sunday nor a bank holiday of England. */
export const isWorkingDay = (iso: string): boolean => !isWeekend(iso) && !bankHolidays(dayOf(iso).year).includes(iso);

const mondayFrom = (iso: string): string => addDays(iso, (8 - dayOf(iso).dayOfWeek) % 7);

/** Those at a weekend move to the next weekday that none of the others has. */
function movedToWeekdays(holidays: string[]): string[] {
  const taken = holidays.filter((holiday) => !isWeekend(holiday));
  for (const holiday of holidays.filter(isWeekend)) {
    let free = holiday;
    while (isWeekend(free) || taken.includes(free)) free = addDays(free, 1);
    taken.push(free);
  }
  return taken;
}
