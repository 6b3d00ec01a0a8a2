import { customType } from 'drizzle-orm/pg-core';

/** An instant, read as ISO in UTC: to the millisecond, or as finely as it was written. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  fromDriver: isoInstant,
});

/** An instant as the database writes it as ISO in UTC, which every connection of ours asks for. */
function isoInstant(written: string): string {
  const [, day, time, fraction = ''] = /^(\d+-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(written) ?? [];
  return day ? `${day}T${time}.${fraction.padEnd(3, '0')}Z` : new Date(written).toISOString();
}
