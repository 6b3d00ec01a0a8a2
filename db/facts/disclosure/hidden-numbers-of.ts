import type { Connection } from '@/db/connection/client';
import { factsOf, type MeasureWithFacts } from '@/db/facts/measure-facts';
import type { Counted } from '@/db/facts/periods/counted-readings';
import type { HiddenNumber } from '@/lib/commentary/reading-text';
import type { CountedReading } from '@/lib/disclosure/counted-measure';
import { hiddenNumbers } from '@/lib/disclosure/hidden-numbers';
import { type ServiceHidden, serviceHidden } from './service-hidden';

/** A reading as it is typed, with the measure that it belongs to. */
type TypedReading = { measure: Pick<MeasureWithFacts, 'id' | 'serviceId' | 'countsPeople'>; reading: CountedReading };

/**
 * The numbers that the words of a reading must not say, because the public is not shown them: weighed with everything else of the
 * service that counts on a day.
 */
export async function hiddenNumbersOf(
  db: Connection,
  { measure: { id: measureId, serviceId, countsPeople }, reading }: TypedReading,
  asAt: string,
  counted: Counted,
): Promise<HiddenNumber[]> {
  if (!countsPeople) return [];
  const facts = await factsOf(db, { serviceId }, asAt, counted);
  const measure = facts.find(({ id }) => id === measureId);
  if (!measure) return [];
  const service = await serviceHidden(db, facts, asAt, counted, { measureId, reading });
  return hiddenNumbersAt(service, measure.code, reading.start);
}

/** The numbers that the words of a measure's reading of a period must not say, in a service that was weighed. */
export function hiddenNumbersAt({ measures, weighed }: ServiceHidden, code: string, start: string): HiddenNumber[] {
  const [hidden, own] = [measures.get(code), weighed.get(code)];
  if (!hidden || !own) return [];
  // Later periods have words of their own.
  const until = own.readings.filter((reading) => reading.start <= start);
  return hiddenNumbers({ ...own, readings: until }, hidden);
}
