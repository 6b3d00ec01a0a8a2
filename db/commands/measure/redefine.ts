import { and, asc, eq, gte } from 'drizzle-orm';
import type { Party } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { noneOf, oneOf } from '@/db/connection/written-out';
import { record } from '@/db/events/append-events';
import { seriesOf } from '@/db/facts/measure-series';
import type { MeasureRow } from '@/db/facts/reading-record';
import { definitionVersions, measures, readings } from '@/db/schema';
import { limits } from '@/lib/form/limits';
import { Refused } from '@/lib/form/refused';
import { givenText } from '@/lib/form/typed-text';
import { signedByPresent } from '@/lib/framework/steps/step-effects';
import { tidyText } from '@/lib/text/tidy-text';
import { isDay } from '@/lib/time/instant';
import { formatDate, name } from '@/lib/time/period';
import { periodDetails } from './measure-period';
import { administerMeasure, givenReason } from './measure-road';
import { refuseOtherStart } from './series-breaks';

/** What is not given stays as it is: the title, and the labels of the two parts. */
export type Redefinition = {
  code: string;
  from: string;
  title?: string;
  definition: string;
  numeratorLabel?: string;
  denominatorLabel?: string;
  reason: string;
  decidedBy: string;
  decidedOn: string;
};

/**
 * Gives a measure another wording from a period on, as its next version. Each reading is counted, signed and published by the
 * wording of its own period, so that nothing before `from` changes, neither what is published nor what is approved. From there
 * on no reading may have been approved or published: an approval would be void without anybody having touched it, and what
 * an edition has published by one definition stays with it. Where the way of counting did change in the
 * past, a break in the series says so.
 */
export function redefineMeasure(db: Database, party: Party, redefinition: Redefinition): Promise<string> {
  const { code, from } = redefinition;
  const read = (day: string) => decisionOf(redefinition, day);
  return administerMeasure(
    db,
    party,
    { code, step: 'redefine', read },
    async ({ tx, measure, words: decision, today }) => {
      refuseOtherStart(measure, from, today);
      const wording = wordingOf(measure, redefinition);
      const { wordings } = (await seriesOf(tx, [measure.id]))(measure.id);
      const latest = wordings.at(-1);
      if (latest && from <= latest.effectiveFrom)
        throw new Refused(
          `Version ${latest.version} counts from ${formatDate(latest.effectiveFrom)}: choose a later period for the next.`,
        );
      await refuseSigned(tx, measure, from);
      if (!latest) await tx.insert(definitionVersions).values(firstWording(measure));
      const version = (latest?.version ?? 1) + 1;
      await tx
        .insert(definitionVersions)
        .values({ measureId: measure.id, version, effectiveFrom: from, ...wording, ...decision });
      await tx
        .update(measures)
        .set({ ...wording, definitionVersion: version })
        .where(eq(measures.id, measure.id));
      await record(tx, {
        at: party.at,
        actorId: party.who,
        serviceId: measure.serviceId,
        kind: 'measure_redefined',
        subject: 'measure',
        subjectId: measure.id,
        details: { ...periodDetails(measure, from), version, ...wording, ...decision },
      });
      const period = name({ frequency: measure.frequency, start: from });
      return `${wording.title} (${code}) is counted by version ${version} of its definition from ${period} on.`;
    },
  );
}

function decisionOf({ reason: typed, decidedBy: by, decidedOn }: Redefinition, today: string) {
  const reason = givenReason(typed, 'Say why the definition changes.');
  const decidedBy = givenText(by, limits.decidedBy, 'Say who decided it.');
  if (!isDay(decidedOn)) throw new Refused('Write the day of the decision as 2018-08-17.');
  if (decidedOn > today) throw new Refused(`${formatDate(decidedOn)} has not come yet.`);
  return { reason, decidedBy, decidedOn };
}

type Words = Pick<MeasureRow, 'title' | 'definition' | 'numeratorLabel' | 'denominatorLabel'>;
const wordsOf = ({ title, definition, numeratorLabel, denominatorLabel }: Words): Words => ({
  title,
  definition,
  numeratorLabel,
  denominatorLabel,
});

/** The new wording of a measure; throws where it says nothing new or what cannot be kept. */
function wordingOf(measure: MeasureRow, redefinition: Redefinition): Words {
  const text = (typed: string | undefined, before: string, most: number, what: string) => {
    const words = tidyText(typed ?? before);
    if (!words || words.length > most) throw new Refused(`Give the ${what} in at most ${most} characters.`);
    return words;
  };
  const partLabel = (typed: string | undefined, before: string | null, what: string) => {
    if (typed === undefined) return before;
    if (measure.scale === null)
      throw new Refused('This measure takes its value directly, so it has no parts to label.');
    return text(typed, '', 120, what);
  };
  const wording = {
    title: text(redefinition.title, measure.title, 200, 'title'),
    definition: text(redefinition.definition, '', 2000, 'definition'),
    numeratorLabel: partLabel(redefinition.numeratorLabel, measure.numeratorLabel, 'label of the numerator'),
    denominatorLabel: partLabel(redefinition.denominatorLabel, measure.denominatorLabel, 'label of the denominator'),
  };
  const before = wordsOf(measure);
  const same = (Object.keys(wording) as (keyof Words)[]).every((key) => wording[key] === before[key]);
  if (same) throw new Refused(`${measure.title} is defined in these words already.`);
  return wording;
}

const firstWording = (measure: MeasureRow) => ({
  measureId: measure.id,
  version: 1,
  effectiveFrom: measure.requiredFrom,
  ...wordsOf(measure),
});

/** Throws if a reading from this period on is approved or published. Locks those on their way, so that none is approved in between. */
async function refuseSigned(tx: Transaction, measure: MeasureRow, from: string): Promise<void> {
  const fromPeriod = and(eq(readings.measureId, measure.id), gte(readings.periodStart, from));
  const open = await tx
    .select({ start: readings.periodStart, state: readings.state })
    .from(readings)
    .where(and(fromPeriod, noneOf(readings.state, 'published')))
    .orderBy(asc(readings.id))
    .for('update');
  const [published] = await tx
    .select({ start: readings.periodStart })
    .from(readings)
    .where(and(fromPeriod, oneOf(readings.state, 'published')))
    .orderBy(asc(readings.periodStart))
    .limit(1);
  const period = (start: string) => name({ frequency: measure.frequency, start });
  if (published) throw new Refused(signedByPresent('published', period(published.start)));
  const approved = open.find(({ state }) => state === 'approved');
  if (approved) throw new Refused(signedByPresent('approved', period(approved.start)));
}
