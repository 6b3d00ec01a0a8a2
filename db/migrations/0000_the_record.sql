CREATE TYPE "public"."comparator" AS ENUM('previous_year', 'previous_period', 'same_period_last_year');--> statement-breakpoint
CREATE TYPE "public"."comparison" AS ENUM('shown', 'stored');--> statement-breakpoint
CREATE TYPE "public"."frequency" AS ENUM('monthly', 'quarterly', 'termly', 'half_yearly', 'annual');--> statement-breakpoint
CREATE TYPE "public"."event_kind" AS ENUM('demonstration_seeded', 'reading_saved', 'reading_submitted', 'reading_withdrawn', 'reading_approved', 'reading_returned', 'correction_begun', 'step_refused', 'edition_published', 'signed_in', 'sign_in_refused', 'signed_out', 'sessions_ended', 'person_invited', 'password_set', 'identity_linked', 'role_given', 'role_taken', 'owner_named', 'head_named', 'deputy_named', 'person_left');--> statement-breakpoint
CREATE TYPE "public"."missing_reason" AS ENUM('not_available_yet', 'not_applicable', 'not_collected', 'method_changed', 'suppressed_at_source');--> statement-breakpoint
CREATE TYPE "public"."period_window" AS ENUM('single', 'snapshot', 'rolling12', 'ytd', 'since');--> statement-breakpoint
CREATE TYPE "public"."polarity" AS ENUM('higher', 'lower', 'none');--> statement-breakpoint
CREATE TYPE "public"."release_mode" AS ENUM('release', 'rolling');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('performance_officer', 'administrator', 'councillor');--> statement-breakpoint
CREATE TYPE "public"."target_shape" AS ENUM('at_least', 'at_most', 'between', 'none');--> statement-breakpoint
CREATE TYPE "public"."reading_state" AS ENUM('draft', 'submitted', 'returned', 'approved', 'published');--> statement-breakpoint
CREATE TYPE "public"."event_subject" AS ENUM('council', 'service', 'measure', 'reading', 'edition', 'person');--> statement-breakpoint
CREATE TYPE "public"."unit" AS ENUM('percent', 'number', 'days', 'working_days', 'weeks', 'months', 'hours', 'minutes', 'per_1000', 'per_10000', 'per_100000', 'pounds', 'pounds_thousand', 'kilograms', 'tonnes', 'score');--> statement-breakpoint
CREATE TABLE "council" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"contact" text NOT NULL,
	"demonstration" text,
	CONSTRAINT "one_council" CHECK ("council"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "deputies" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deputies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"service_id" integer NOT NULL,
	"head_id" integer NOT NULL,
	"deputy_id" integer NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	CONSTRAINT "nobody_deputises_for_themselves" CHECK ("deputies"."head_id" <> "deputies"."deputy_id"),
	CONSTRAINT "a_span_ends_after_it_began" CHECK ("deputies"."until_day" >= "deputies"."from_day")
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "services_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"head_id" integer,
	"release" "release_mode" DEFAULT 'release' NOT NULL,
	"quarantine_hours" integer,
	"notice" text,
	CONSTRAINT "one_service_per_address" UNIQUE("slug"),
	CONSTRAINT "rolling_states_its_quarantine" CHECK (("services"."release" = 'rolling') = ("services"."quarantine_hours" is not null)),
	CONSTRAINT "a_quarantine_is_not_negative" CHECK ("services"."quarantine_hours" between 0 and 8760),
	CONSTRAINT "a_slug_is_lower_case_words" CHECK ("services"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "edition_rows" (
	"edition_id" integer NOT NULL,
	"number" integer NOT NULL,
	"code" text NOT NULL,
	"row" jsonb NOT NULL,
	CONSTRAINT "one_row_per_number" PRIMARY KEY("edition_id","number"),
	CONSTRAINT "one_row_per_measure" UNIQUE("edition_id","code")
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "editions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"service_id" integer NOT NULL,
	"service_name" text NOT NULL,
	"notice" text,
	"number" integer NOT NULL,
	"as_at" date NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" integer NOT NULL,
	"publisher" text NOT NULL,
	"comparison_year" text NOT NULL,
	"note" text,
	"sha256" text NOT NULL,
	CONSTRAINT "one_edition_per_number" UNIQUE("service_id","number"),
	CONSTRAINT "editions_count_from_one" CHECK ("editions"."number" >= 1),
	CONSTRAINT "a_hash_is_sha256" CHECK ("editions"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "renderings" (
	"edition_id" integer NOT NULL,
	"key" text NOT NULL,
	"date" date NOT NULL,
	"html" "bytea" NOT NULL,
	CONSTRAINT "one_rendering_per_page" PRIMARY KEY("edition_id","key")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor_id" integer,
	"service_id" integer,
	"kind" "event_kind" NOT NULL,
	"subject" "event_subject" NOT NULL,
	"subject_id" integer NOT NULL,
	"details" jsonb NOT NULL,
	"previous" text,
	"hash" text NOT NULL,
	CONSTRAINT "one_chain_per_service" UNIQUE NULLS NOT DISTINCT("service_id","previous"),
	CONSTRAINT "an_event_hash_is_its_own" UNIQUE("hash"),
	CONSTRAINT "an_event_hash_is_sha256" CHECK ("events"."hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "measures" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "measures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"service_id" integer NOT NULL,
	"number" integer NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"definition" text NOT NULL,
	"unit" "unit" NOT NULL,
	"decimals" integer NOT NULL,
	"polarity" "polarity" NOT NULL,
	"frequency" "frequency" NOT NULL,
	"start_month" integer DEFAULT 4 NOT NULL,
	"window" "period_window" NOT NULL,
	"since" date,
	"lag_days" integer NOT NULL,
	"required_from" date NOT NULL,
	"comparator" "comparator" NOT NULL,
	"compare_as" "comparison" DEFAULT 'shown' NOT NULL,
	"no_change_band" numeric,
	"scale" integer,
	"numerator_label" text,
	"denominator_label" text,
	"owner_id" integer,
	"definition_version" integer DEFAULT 1 NOT NULL,
	"counts_people" boolean NOT NULL,
	"outside_hundred" boolean DEFAULT false NOT NULL,
	"why_no_target" text,
	"why_no_outturn" text,
	"notes" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "one_measure_per_code" UNIQUE("code"),
	CONSTRAINT "one_measure_per_number" UNIQUE("service_id","number"),
	CONSTRAINT "a_code_is_lower_case_words" CHECK ("measures"."code" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "a_number_counts_from_one" CHECK ("measures"."number" >= 1),
	CONSTRAINT "decimals_are_few" CHECK ("measures"."decimals" between 0 and 6),
	CONSTRAINT "a_year_starts_in_a_month" CHECK ("measures"."start_month" between 1 and 12),
	CONSTRAINT "lag_is_not_negative" CHECK ("measures"."lag_days" between 0 and 730),
	CONSTRAINT "scale_is_a_power_of_ten" CHECK ("measures"."scale" in (1, 100, 1000, 10000, 100000)),
	CONSTRAINT "since_goes_with_its_window" CHECK (("measures"."window" = 'since') = ("measures"."since" is not null)),
	CONSTRAINT "parts_have_labels" CHECK ("measures"."scale" is null or ("measures"."numerator_label" is not null and "measures"."denominator_label" is not null)),
	CONSTRAINT "a_band_is_not_negative" CHECK ("measures"."no_change_band" >= 0),
	CONSTRAINT "periods_start_on_the_first" CHECK (extract(day from "measures"."required_from") = 1)
);
--> statement-breakpoint
CREATE TABLE "outturns" (
	"measure_id" integer NOT NULL,
	"year" integer NOT NULL,
	"value" numeric NOT NULL,
	CONSTRAINT "one_outturn_per_year" PRIMARY KEY("measure_id","year"),
	CONSTRAINT "a_year_is_a_year" CHECK ("outturns"."year" between 1900 and 2200),
	CONSTRAINT "an_outturn_is_a_number" CHECK ("outturns"."value" not in ('NaN', 'Infinity', '-Infinity'))
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"person_id" integer NOT NULL,
	"key" text NOT NULL,
	"answer" jsonb,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_answer_per_form" PRIMARY KEY("person_id","key")
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"token_hash" text NOT NULL,
	"person_id" integer NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a_browser_is_known_once" PRIMARY KEY("token_hash","person_id"),
	CONSTRAINT "a_device_keeps_only_a_hash" CHECK ("devices"."token_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "guesses" (
	"key" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"person_id" integer NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_person_per_identity" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" integer NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "an_invitation_keeps_only_a_hash" CHECK ("invitations"."token_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "kept_typing" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" integer NOT NULL,
	"address" text NOT NULL,
	"fields" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "typing_is_not_a_book" CHECK (pg_column_size("kept_typing"."fields") < 200000)
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "people_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"left_at" timestamp with time zone,
	CONSTRAINT "an_email_has_an_at" CHECK ("people"."email" ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
	CONSTRAINT "a_password_is_kept_as_argon2id" CHECK ("people"."password_hash" like '$argon2id$%')
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"person_id" integer NOT NULL,
	"role" "role" NOT NULL,
	CONSTRAINT "a_role_is_held_once" PRIMARY KEY("person_id","role")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "a_session_keeps_only_a_hash" CHECK ("sessions"."token_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "a_session_ends_after_it_began" CHECK ("sessions"."expires_at" > "sessions"."started_at")
);
--> statement-breakpoint
CREATE TABLE "actions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "actions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"reading_id" integer NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"owner" text NOT NULL,
	"due_on" date,
	CONSTRAINT "actions_stand_in_order" UNIQUE("reading_id","position"),
	CONSTRAINT "an_action_says_something" CHECK (length(trim("actions"."text")) > 0 and length(trim("actions"."owner")) > 0)
);
--> statement-breakpoint
CREATE TABLE "reading_versions" (
	"reading_id" integer NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"ground" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"author_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_content_per_version" PRIMARY KEY("reading_id","version"),
	CONSTRAINT "a_content_hash_is_sha256" CHECK ("reading_versions"."content_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "readings" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "readings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"measure_id" integer NOT NULL,
	"period_start" date NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"state" "reading_state" DEFAULT 'draft' NOT NULL,
	"value" numeric,
	"numerator" numeric,
	"denominator" numeric,
	"missing" "missing_reason",
	"expected_on" date,
	"provisional" boolean DEFAULT false NOT NULL,
	"illustrative" boolean DEFAULT false NOT NULL,
	"comments" text,
	"unusual" text,
	"public_note" text,
	"authors" integer[] NOT NULL,
	"submitted_by" integer,
	"submitted_at" timestamp with time zone,
	"approved_by" integer,
	"approved_at" timestamp with time zone,
	"approved_for" integer,
	"approved_hash" text,
	"returned_by" integer,
	"returned_at" timestamp with time zone,
	"return_reason" text,
	"suggested" text,
	"published_at" timestamp with time zone,
	CONSTRAINT "one_reading_per_period" UNIQUE("measure_id","period_start","revision"),
	CONSTRAINT "a_period_starts_on_the_first" CHECK (extract(day from "readings"."period_start") = 1),
	CONSTRAINT "versions_count_from_one" CHECK ("readings"."version" >= 1 and "readings"."revision" >= 0),
	CONSTRAINT "parts_come_together" CHECK (("readings"."numerator" is null) = ("readings"."denominator" is null)),
	CONSTRAINT "figures_are_numbers" CHECK ('NaN' not in (coalesce("readings"."value", 0), coalesce("readings"."numerator", 0), coalesce("readings"."denominator", 0))
        and 'Infinity' not in (abs(coalesce("readings"."value", 0)), abs(coalesce("readings"."numerator", 0)), abs(coalesce("readings"."denominator", 0)))),
	CONSTRAINT "no_figure_beside_a_reason" CHECK ("readings"."missing" is null or ("readings"."value" is null and ("readings"."numerator" is null or "readings"."denominator" = 0))),
	CONSTRAINT "submitted_has_a_figure_or_a_reason" CHECK ("readings"."state" in ('draft', 'returned') or "readings"."missing" is not null or "readings"."value" is not null
        or ("readings"."numerator" is not null and "readings"."denominator" <> 0)),
	CONSTRAINT "an_expected_date_has_a_reason" CHECK ("readings"."expected_on" is null or "readings"."missing" is not null),
	CONSTRAINT "a_reading_has_an_author" CHECK (cardinality("readings"."authors") >= 1),
	CONSTRAINT "submitted_says_who_and_when" CHECK (("readings"."submitted_by" is null) = ("readings"."submitted_at" is null)
        and ("readings"."state" not in ('submitted', 'approved', 'published') or "readings"."submitted_by" is not null)),
	CONSTRAINT "approved_says_who_and_when" CHECK (("readings"."approved_by" is null) = ("readings"."approved_at" is null)
        and ("readings"."state" in ('approved', 'published')) = ("readings"."approved_by" is not null)),
	CONSTRAINT "an_approval_signs_a_hash" CHECK (("readings"."approved_by" is null) = ("readings"."approved_hash" is null)),
	CONSTRAINT "nobody_approves_for_themselves" CHECK ("readings"."approved_for" <> "readings"."approved_by"),
	CONSTRAINT "a_return_says_who_when_and_why" CHECK (num_nonnulls("readings"."returned_by", "readings"."returned_at", "readings"."return_reason") in (0, 3)
        and ("readings"."state" <> 'returned' or "readings"."return_reason" is not null)),
	CONSTRAINT "a_suggestion_comes_with_a_return" CHECK ("readings"."suggested" is null or "readings"."return_reason" is not null),
	CONSTRAINT "a_correction_has_a_public_note" CHECK ("readings"."revision" = 0 or "readings"."state" in ('draft', 'returned') or length(trim("readings"."public_note")) > 0),
	CONSTRAINT "published_says_when" CHECK (("readings"."state" = 'published') = ("readings"."published_at" is not null)),
	CONSTRAINT "two_pairs_of_eyes" CHECK ("readings"."approved_by" is null or ("readings"."approved_by" <> "readings"."submitted_by" and not ("readings"."approved_by" = any ("readings"."authors"))))
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "targets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"measure_id" integer NOT NULL,
	"effective_from" date NOT NULL,
	"shape" "target_shape" NOT NULL,
	"green" numeric,
	"green_to" numeric,
	"amber" numeric,
	"amber_to" numeric,
	"tolerance" text,
	"reason" text,
	"decided_by" text,
	"decided_on" date,
	CONSTRAINT "one_target_per_period" UNIQUE("measure_id","effective_from"),
	CONSTRAINT "a_target_has_its_thresholds" CHECK (("targets"."shape" = 'none') = ("targets"."green" is null)),
	CONSTRAINT "only_between_has_two_ends" CHECK (("targets"."shape" = 'between') = ("targets"."green_to" is not null)),
	CONSTRAINT "amber_lies_outside_green" CHECK (case "targets"."shape"
        when 'at_least' then "targets"."amber_to" is null and ("targets"."amber" is null or "targets"."amber" <= "targets"."green")
        when 'at_most' then "targets"."amber_to" is null and ("targets"."amber" is null or "targets"."amber" >= "targets"."green")
        when 'between' then "targets"."green" <= "targets"."green_to" and ("targets"."amber" is null) = ("targets"."amber_to" is null)
          and ("targets"."amber" is null or ("targets"."amber" <= "targets"."green" and "targets"."amber_to" >= "targets"."green_to"))
        else "targets"."amber" is null and "targets"."amber_to" is null end),
	CONSTRAINT "thresholds_are_numbers" CHECK ('NaN' not in (coalesce("targets"."green", 0), coalesce("targets"."green_to", 0), coalesce("targets"."amber", 0), coalesce("targets"."amber_to", 0))),
	CONSTRAINT "a_target_starts_on_the_first" CHECK (extract(day from "targets"."effective_from") = 1),
	CONSTRAINT "a_decision_is_whole" CHECK (num_nonnulls("targets"."reason", "targets"."decided_by", "targets"."decided_on") in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_head_id_people_id_fk" FOREIGN KEY ("head_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_deputy_id_people_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_head_id_people_id_fk" FOREIGN KEY ("head_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_rows" ADD CONSTRAINT "edition_rows_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renderings" ADD CONSTRAINT "renderings_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outturns" ADD CONSTRAINT "outturns_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_typing" ADD CONSTRAINT "kept_typing_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_reading_id_readings_id_fk" FOREIGN KEY ("reading_id") REFERENCES "public"."readings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_versions" ADD CONSTRAINT "reading_versions_reading_id_readings_id_fk" FOREIGN KEY ("reading_id") REFERENCES "public"."readings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_versions" ADD CONSTRAINT "reading_versions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_submitted_by_people_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_approved_for_people_id_fk" FOREIGN KEY ("approved_for") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_returned_by_people_id_fk" FOREIGN KEY ("returned_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deputies_of_a_person" ON "deputies" USING btree ("deputy_id");--> statement-breakpoint
CREATE INDEX "edition_rows_by_measure" ON "edition_rows" USING btree ("code","edition_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "editions_in_force" ON "editions" USING btree ("service_id","published_at" DESC NULLS LAST,"number" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "events_of_a_subject" ON "events" USING btree ("subject","subject_id","id");--> statement-breakpoint
CREATE INDEX "events_of_a_service" ON "events" USING btree ("service_id","id");--> statement-breakpoint
CREATE INDEX "events_of_a_person" ON "events" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "measures_by_service" ON "measures" USING btree ("service_id","number");--> statement-breakpoint
CREATE INDEX "guesses_by_key" ON "guesses" USING btree ("key","at");--> statement-breakpoint
CREATE INDEX "guesses_by_age" ON "guesses" USING btree ("at");--> statement-breakpoint
CREATE INDEX "invitations_of_a_person" ON "invitations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "typing_by_age" ON "kept_typing" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_person_per_address" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "sessions_of_a_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_revision_per_period" ON "readings" USING btree ("measure_id","period_start") WHERE "readings"."state" <> 'published';--> statement-breakpoint
CREATE INDEX "latest_approved_readings" ON "readings" USING btree ("measure_id","period_start" DESC NULLS LAST,"revision" DESC NULLS LAST) WHERE "readings"."state" in ('approved', 'published');