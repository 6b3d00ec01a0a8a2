import { addDays, dayOf, isWeekend } from './day';

/**
 * The bank holidays of England, from 2002 on. Source: Banking and Financial Dealings Act 1971, schedule 1, and the royal
 * proclamations under it, as gov.uk/bank-holidays lists them; Good Friday and Christmas Day are holidays by common law.
 */

/** A bank holiday with the name that it goes by. */
export type BankHoliday = { day: string; name: string };

/** A bank holiday by proclamation as a council has entered it; `insteadOf` is the usual one that it takes the place of. */
export type ProclaimedHoliday = BankHoliday & { insteadOf: string | null };

/** Days by proclamation that are known here already. */
const proclaimed: ProclaimedHoliday[] = [
  { day: '2002-06-03', name: 'Golden Jubilee', insteadOf: null },
  { day: '2002-06-04', name: 'Spring bank holiday', insteadOf: '2002-05-27' },
  { day: '2011-04-29', name: 'Royal wedding', insteadOf: null },
  { day: '2012-06-04', name: 'Spring bank holiday', insteadOf: '2012-05-28' },
  { day: '2012-06-05', name: 'Diamond Jubilee', insteadOf: null },
  { day: '2020-05-08', name: 'Early May bank holiday', insteadOf: '2020-05-04' },
  { day: '2022-06-02', name: 'Spring bank holiday', insteadOf: '2022-05-30' },
  { day: '2022-06-03', name: 'Platinum Jubilee', insteadOf: null },
  { day: '2022-09-19', name: 'State funeral of Queen Elizabeth II', insteadOf: null },
  { day: '2023-05-08', name: 'Coronation of King Charles III', insteadOf: null },
];

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

/**
 * The bank holidays of a year that are weekdays, in order, with those that a council has entered; a holiday at a weekend is
 * kept on the next free weekday.
 */
export function bankHolidays(year: number, entered: ProclaimedHoliday[] = []): BankHoliday[] {
  const day = (month: number, date: number) =>
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const added = [...proclaimed, ...entered];
  const [christmas, boxing] = movedToWeekdays([day(12, 25), day(12, 26)]);
  const usual = [
    { day: movedToWeekdays([day(1, 1)])[0] as string, name: 'New Year’s Day' },
    { day: addDays(easter(year), -2), name: 'Good Friday' },
    { day: addDays(easter(year), 1), name: 'Easter Monday' },
    { day: mondayFrom(day(5, 1)), name: 'Early May bank holiday' },
    { day: mondayFrom(day(5, 25)), name: 'Spring bank holiday' },
    { day: mondayFrom(day(8, 25)), name: 'Summer bank holiday' },
    { day: christmas as string, name: 'Christmas Day' },
    { day: boxing as string, name: 'Boxing Day' },
  ].filter((holiday) => !added.some(({ insteadOf, day }) => insteadOf === holiday.day || day === holiday.day));
  const own = added.filter((holiday) => holiday.day.startsWith(day(1, 1).slice(0, 5)));
  return [...usual, ...own.map(({ day, name }) => ({ day, name }))].sort((a, b) => a.day.localeCompare(b.day));
}

/** Whether a day is neither a Saturday, a Sunday nor a bank holiday of England. */
export const isWorkingDay = (iso: string, entered: ProclaimedHoliday[] = []): boolean =>
  !isWeekend(iso) && !bankHolidays(dayOf(iso).year, entered).some(({ day }) => day === iso);

const mondayFrom = (iso: string): string => addDays(iso, (8 - dayOf(iso).dayOfWeek) % 7);

/** Those at a weekend move to the next weekday that none of the others has; each stays in its place in the list. */
function movedToWeekdays(holidays: string[]): string[] {
  const taken = holidays.filter((holiday) => !isWeekend(holiday));
  return holidays.map((holiday) => {
    if (!isWeekend(holiday)) return holiday;
    let free = holiday;
    while (isWeekend(free) || taken.includes(free)) free = addDays(free, 1);
    taken.push(free);
    return free;
  });
}
