import { and, eq, type Placeholder, sql } from 'drizzle-orm';
import { type About, change, type Scene } from '@/db/commands/road/change';
import { noSuchReading, type StepScene } from '@/db/commands/road/step';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Connection, Database, Transaction } from '@/db/connection/client';
import { type Answers, preparedQuestions } from '@/db/connection/together';
import { personById, personIn } from '@/db/facts/person';
import { plannedActions } from '@/db/facts/reading-facts';
import { groundsFrom } from '@/db/facts/reading-ground';
import { contentFrom, type MeasureRow, placesOf, readingDetails } from '@/db/facts/reading-record';
import { measures, readings } from '@/db/schema';
import { Outdated, Refused, StepRefused } from '@/lib/form/refused';
import { type Content, keptContent } from '@/lib/reading/content';
import { canonical } from '@/lib/record/canonical';
import { outsidePeriods } from '@/lib/series/outside-periods';
import { isDay } from '@/lib/time/instant';
import { isStart } from '@/lib/time/period';
import { refuseUnknownActions, signedActions } from './completed-actions';
import { openReading } from './newest-revision';
import { beginReadings, type Changed } from './reading-versions';
import { aroundWriting, rewrite } from './rewrite';
import { forgetUnsaved } from './unsaved-typing';

export type { Changed } from './reading-versions';

type Save = {
  code: string;
  periodStart: string;
  version: number | null;
  content: Content;
  /** For the demonstration: whether a reading that is begun is marked as invented. No form asks for it. */
  illustrative?: boolean;
};

/** Saves what a reading says; `version` is the one seen, null when nothing was written yet. The same content changes nothing. */
export function saveReading(
  db: Database,
  acting: Acting,
  { code, periodStart, version, content, illustrative = false }: Save,
): Promise<Changed> {
  return change(db, acting, {
    command: 'save',
    permission: 'save',
    find: (tx) => findSaved(tx, acting, { code, periodStart, version, content }),
    work: async (tx, { place, reading, before, same, around }, who) => {
      const { measure } = place;
      const typing = { personId: who.id, measureId: measure.id, periodStart };
      if (reading && same) {
        await forgetUnsaved(tx, typing);
        return { readingId: reading.id, version: reading.version };
      }
      const outside = outsidePeriods(measure, periodStart);
      if (outside) throw new Refused(outside);
      const parsed = keptContent(content, measure);
      if ('problem' in parsed) throw new Refused(parsed.problem);
      const after = parsed.content;
      // A step of a day on which no period begins is not permitted.
      if (!around) throw new Error('a reading has no period');
      refuseUnknownActions(around.signed, after.completed);
      if (reading && before) return rewrite(tx, acting, place, { reading, before, after, around }, { forgets: typing });
      if (version !== null) throw new Outdated('This reading is not there any more: open it again.');
      const judged = { groundFor: groundsFrom(around), forgets: typing };
      const beginning = { measure, periodStart, content: after, illustrative };
      const [begun] = await beginReadings(tx, acting, [beginning], judged);
      if (!begun) throw new Error('a reading was not written');
      return begun;
    },
  });
}

type Around = Answers<ReturnType<typeof aroundSaving>>;
type SaveScene = Scene & StepScene & { before: Content | null; same: boolean; around: Around | null };

/** The reading that a save is about, locked, with what it says; the same content counts as seen, whatever version was. */
async function findSaved(
  tx: Transaction,
  acting: Acting,
  { code, periodStart, version, content }: Save,
): Promise<SaveScene> {
  const day = isDay(periodStart) ? periodStart : null;
  const { places, begun } = await askPlace(tx, { code, day });
  const [place] = places;
  if (!place) throw new StepRefused(noSuchReading);
  const { measure } = place;
  const { serviceId } = measure;
  const ofMeasure = { serviceId, subject: 'measure', subjectId: measure.id } as const;
  if (day === null || !isStart(day, measure)) {
    const about: About = { ...ofMeasure, details: { step: 'save', code } };
    const who = await personById(tx, acting.who);
    const nothing = { reading: null, periodStart: null, before: null, same: false, around: null };
    return { about, who, place, seenVersion: version, ...nothing };
  }
  const reading = await openReading(tx, measure.id, day, begun.length > 0);
  const around = await askAround(tx, {
    personId: acting.who,
    measureId: measure.id,
    measureIds: [measure.id],
    periodStart: day,
    readingIds: reading ? [reading.id] : [],
    starts: [...new Set(content.completed.map(({ start }) => start))],
  });
  const details = {
    step: 'save',
    ...readingDetails(measure, { periodStart, revision: reading?.revision ?? 0, version }),
  };
  const about: About = reading
    ? { serviceId, subject: 'reading', subjectId: reading.id, details }
    : { ...ofMeasure, details };
  const before = reading && contentFrom(reading, around.planned);
  const same = before !== null && canonical(before) === sameText(content, measure);
  const seenVersion = reading && same ? reading.version : version;
  return { about, who: around.who, place, reading, periodStart, seenVersion, before, same, around };
}

/** Where a save is to go, and whether anything is written there: a first look without a lock. */
const placeOfSave = (db: Connection, place: (name: 'code' | 'day') => Placeholder) => ({
  places: placesOf(db, { code: place('code') }),
  begun: db
    .select({ id: readings.id })
    .from(readings)
    .innerJoin(measures, eq(measures.id, readings.measureId))
    .where(and(eq(measures.code, place('code')), eq(readings.periodStart, sql`${place('day')}::date`)))
    .limit(1),
});
const askPlace = preparedQuestions<{ code: string; day: string | null }, ReturnType<typeof placeOfSave>>(placeOfSave);

type Saved = {
  personId: number;
  measureId: number;
  measureIds: number[];
  periodStart: string;
  readingIds: number[];
  /** The periods of the actions that are done. */
  starts: string[];
};

/** What is asked once the reading of a save is locked. */
const aroundSaving = (db: Connection, place: (name: keyof Saved) => Placeholder) => {
  const [measureId, periodStart] = [place('measureId'), place('periodStart')];
  return {
    who: personIn(place('personId')),
    planned: plannedActions(db, place('readingIds')),
    signed: signedActions(db, measureId, periodStart, place('starts')),
    ...aroundWriting(db, { measureIds: place('measureIds'), measureId, periodStart }),
  };
};
const askAround = preparedQuestions<Saved, ReturnType<typeof aroundSaving>>(aroundSaving);

const sameText = (content: Content, measure: MeasureRow): string | null => {
  const parsed = keptContent(content, measure);
  return 'content' in parsed ? canonical(parsed.content) : null;
};
