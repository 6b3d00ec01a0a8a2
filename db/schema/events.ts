import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, type PgColumn, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { checkedJson } from './checked-json';
import { kind, subject } from './closed-lists';
import { services } from './council';
import { instant } from './instant';
import { people } from './people';

/** Whether an event is a reading's return with a suggested wording; in words that the index of them has as well. */
const suggestion = ({ kind, details }: { kind: PgColumn; details: PgColumn }) =>
  sql`${kind} = 'reading_returned' and ${details} ? 'suggested'`;

/** The number of the file that an event was brought in by, as text; null for every other event. */
const ofImport = ({ details }: { details: PgColumn }) => sql`(${details} -> 'import' ->> 'id')`;

/** What happened, who did it and when; append-only, each chained to the one before it in the same service. */
export const events = pgTable(
  'events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    actorId: integer().references(() => people.id),
    /** Null for the council as a whole, which has a chain of its own. */
    serviceId: integer().references(() => services.id),
    kind: kind().notNull(),
    subject: subject().notNull(),
    subjectId: integer().notNull(),
    details: checkedJson(z.record(z.string(), z.unknown())).notNull(),
    previous: text(),
    hash: text().notNull(),
  },
  (t) => [
    unique('one_chain_per_service').on(t.serviceId, t.previous).nullsNotDistinct(),
    unique('an_event_hash_is_its_own').on(t.hash),
    check('an_event_hash_is_sha256', sql`${t.hash} ~ '^[0-9a-f]{64}$'`),
    index('events_of_a_subject').on(t.subject, t.subjectId, t.id),
    index('events_of_a_service').on(t.serviceId, t.id),
    index('events_of_a_person').on(t.actorId, t.id),
    // A person's last sign-in is found among all that they ever did.
    index('events_of_a_person_by_kind').on(t.actorId, t.kind, t.id),
    // Of a hundred thousand events a file has brought in a few: only they are in it.
    index('events_of_an_import')
      .on(ofImport(t))
      .where(sql`${ofImport(t)} is not null`),
    index('suggestions_of_a_reading').on(t.subjectId, t.id).where(suggestion(t)),
  ],
);

export const isSuggestion = suggestion(events);

/** The number of the file that brought an event in, in the words of its index. */
export const importOfEvent = ofImport(events);
