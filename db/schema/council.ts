import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { WarningRule } from '@/lib/commentary/finding';
import { languages } from '@/lib/translation/language';
import { release } from './closed-lists';
import { instant } from './instant';
import { people } from './people';

/** The council whose portal this is: one row. */
export const council = pgTable(
  'council',
  {
    id: integer().primaryKey().default(1),
    name: text().notNull(),
    /** Where a resident writes about a figure or about accessibility. */
    contact: text().notNull(),
    /** Said on every page while the content is a demonstration; null for a real council. */
    demonstration: text(),
    /** The nine characters by which the Office for National Statistics knows the area: E06000057. */
    areaCode: text(),
    /** The licence under which figures are published; null where nobody has said. */
    licence: text(),
    /** The language of the public pages' own words; null for English, as it was before there was a choice. */
    language: text({ enum: languages }),
  },
  (t) => [
    check('one_council', sql`${t.id} = 1`),
    check('an_area_code_is_a_letter_and_eight_digits', sql`${t.areaCode} ~ '^[A-Z][0-9]{8}$'`),
    check('a_licence_has_a_name', sql`length(trim(${t.licence})) > 0`),
    check('the_pages_speak_a_language_they_know', sql`${t.language} in ('en', 'cy')`),
  ],
);

/** The one-time addresses at which a record without a council is given one; of them all one at most still opens. */
export const setUpLinks = pgTable(
  'set_up_links',
  { tokenHash: text().primaryKey(), expiresAt: instant().notNull(), usedAt: instant() },
  (t) => [check('a_set_up_link_keeps_only_a_hash', sql`${t.tokenHash} ~ '^[0-9a-f]{64}$'`)],
);

export const services = pgTable(
  'services',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    slug: text().notNull(),
    /** The addresses that it had before, the first one first; they lead to the present one for ever. Null until it is renamed. */
    earlierSlugs: text().array(),
    name: text().notNull(),
    position: integer().notNull(),
    /** The one head of this service; null while the post is not filled. */
    headId: integer().references(() => people.id),
    /** Released by the performance officer, or rolling: published so many hours after an approval. */
    release: release().notNull().default('release'),
    quarantineHours: integer(),
    /** Where the figures come from, where a reader must know it: "Everything in this service is invented." */
    notice: text(),
    /** The post or team that answers questions about its figures, in public; null where the council's contact does. */
    contactName: text(),
    contactEmail: text(),
    contactPhone: text(),
  },
  (t) => [
    unique('one_service_per_address').on(t.slug),
    check('rolling_states_its_quarantine', sql`(${t.release} = 'rolling') = (${t.quarantineHours} is not null)`),
    check('a_quarantine_is_not_negative', sql`${t.quarantineHours} between 0 and 8760`),
    check('a_slug_is_lower_case_words', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('an_earlier_address_is_one', sql`cardinality(${t.earlierSlugs}) > 0`),
    check('a_contact_has_a_name', sql`length(trim(${t.contactName})) > 0`),
    check(
      'a_contact_has_a_name_and_can_be_reached',
      sql`(${t.contactName} is null) = (${t.contactEmail} is null and ${t.contactPhone} is null)`,
    ),
  ],
);

/** Who stands in for the head of a service, on whose word, from a day to a day, both included. */
export const deputies = pgTable(
  'deputies',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    serviceId: integer()
      .notNull()
      .references(() => services.id),
    headId: integer()
      .notNull()
      .references(() => people.id),
    deputyId: integer()
      .notNull()
      .references(() => people.id),
    fromDay: date().notNull(),
    untilDay: date().notNull(),
  },
  (t) => [
    check('nobody_deputises_for_themselves', sql`${t.headId} <> ${t.deputyId}`),
    check('a_span_ends_after_it_began', sql`${t.untilDay} >= ${t.fromDay}`),
    index('deputies_of_a_person').on(t.deputyId),
  ],
);

/** Kinds of warnings about words that a service is not shown, each with the reason. */
export const silencedChecks = pgTable(
  'silenced_checks',
  {
    serviceId: integer()
      .notNull()
      .references(() => services.id),
    rule: text().$type<WarningRule>().notNull(),
    reason: text().notNull(),
  },
  (t) => [
    primaryKey({ name: 'a_check_is_silenced_once', columns: [t.serviceId, t.rule] }),
    // What blocks is never silenced.
    check('only_warnings_are_silenced', sql`${t.rule} ~ '^W[1-9]$'`),
    check('a_silenced_check_says_why', sql`length(trim(${t.reason})) > 0`),
  ],
);
