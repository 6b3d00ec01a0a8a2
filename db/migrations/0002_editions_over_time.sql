CREATE TYPE "public"."announcement_state" AS ENUM('announced', 'released', 'cancelled', 'failed');--> statement-breakpoint
CREATE TYPE "public"."revision_reason" AS ENUM('late_data', 'source_revised', 'error', 'method');--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'edition_withdrawn';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'release_announced';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'release_moved';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'release_cancelled';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'release_failed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'pre_release_given';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'pre_release_taken';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'pre_release_read';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'measure_retired';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'committee_named';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'meeting_set';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'meeting_dropped';--> statement-breakpoint
ALTER TYPE "public"."event_subject" ADD VALUE 'announcement';--> statement-breakpoint
ALTER TYPE "public"."event_subject" ADD VALUE 'committee';--> statement-breakpoint
CREATE TABLE "announcement_moves" (
	"announcement_id" integer NOT NULL,
	"moved_at" timestamp with time zone NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"to_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"moved_by" integer NOT NULL,
	CONSTRAINT "one_move_per_moment" PRIMARY KEY("announcement_id","moved_at"),
	CONSTRAINT "a_move_says_why" CHECK (length(trim("announcement_moves"."reason")) > 0 and "announcement_moves"."from_at" <> "announcement_moves"."to_at")
);
--> statement-breakpoint
CREATE TABLE "announcements" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "announcements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"service_id" integer NOT NULL,
	"number" integer NOT NULL,
	"as_at" date NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"note" text,
	"included" integer[] NOT NULL,
	"seen" text NOT NULL,
	"acknowledged" jsonb NOT NULL,
	"state" "announcement_state" DEFAULT 'announced' NOT NULL,
	"edition_id" integer,
	"why" text,
	"announced_by" integer NOT NULL,
	"announced_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a_released_one_has_its_edition" CHECK (("announcements"."state" = 'released') = ("announcements"."edition_id" is not null)),
	CONSTRAINT "an_end_without_release_says_why" CHECK (("announcements"."state" in ('cancelled', 'failed')) = ("announcements"."why" is not null)),
	CONSTRAINT "what_was_promised_is_a_hash" CHECK ("announcements"."seen" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "pre_release_readers" (
	"announcement_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a_reader_is_listed_once" PRIMARY KEY("announcement_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "committee_services" (
	"committee_id" integer NOT NULL,
	"service_id" integer NOT NULL,
	CONSTRAINT "a_service_reports_once" PRIMARY KEY("committee_id","service_id")
);
--> statement-breakpoint
CREATE TABLE "committees" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "committees_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "one_committee_per_address" UNIQUE("slug"),
	CONSTRAINT "a_committee_slug_is_lower_case_words" CHECK ("committees"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "a_committee_has_a_name" CHECK (length(trim("committees"."name")) > 0)
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"committee_id" integer NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "one_meeting_per_day" PRIMARY KEY("committee_id","day")
);
--> statement-breakpoint
CREATE TABLE "departures" (
	"edition_id" integer NOT NULL,
	"code" text NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"retired_on" date NOT NULL,
	"reason" text NOT NULL,
	"decided_by" text NOT NULL,
	"decided_on" date NOT NULL,
	CONSTRAINT "a_measure_leaves_an_edition_once" PRIMARY KEY("edition_id","code")
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"edition_id" integer NOT NULL,
	"code" text NOT NULL,
	"period_start" date NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"period" text NOT NULL,
	"was" text NOT NULL,
	"now" text NOT NULL,
	"colour_was" text,
	"colour_now" text,
	"reason" "revision_reason",
	"note" text NOT NULL,
	CONSTRAINT "one_revision_per_figure" PRIMARY KEY("edition_id","code","period_start"),
	CONSTRAINT "a_colour_before_is_a_colour" CHECK ("revisions"."colour_was" in ('green', 'amber', 'red')),
	CONSTRAINT "a_colour_now_is_a_colour" CHECK ("revisions"."colour_now" in ('green', 'amber', 'red'))
);
--> statement-breakpoint
CREATE TABLE "withdrawals" (
	"edition_id" integer PRIMARY KEY NOT NULL,
	"withdrawn_at" timestamp with time zone NOT NULL,
	"withdrawn_by" integer NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "a_withdrawal_says_why" CHECK (length(trim("withdrawals"."reason")) > 0)
);
--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "retired_on" date;--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "retired_reason" text;--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "retired_decided_by" text;--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "retired_decided_on" date;--> statement-breakpoint
ALTER TABLE "readings" ADD COLUMN "revision_reason" "revision_reason";--> statement-breakpoint
ALTER TABLE "announcement_moves" ADD CONSTRAINT "announcement_moves_announcement_id_announcements_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_moves" ADD CONSTRAINT "announcement_moves_moved_by_people_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_announced_by_people_id_fk" FOREIGN KEY ("announced_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pre_release_readers" ADD CONSTRAINT "pre_release_readers_announcement_id_announcements_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pre_release_readers" ADD CONSTRAINT "pre_release_readers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_services" ADD CONSTRAINT "committee_services_committee_id_committees_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."committees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_services" ADD CONSTRAINT "committee_services_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_committee_id_committees_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."committees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departures" ADD CONSTRAINT "departures_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_withdrawn_by_people_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_waiting_release_per_service" ON "announcements" USING btree ("service_id") WHERE "announcements"."state" = 'announced';--> statement-breakpoint
CREATE UNIQUE INDEX "an_edition_is_released_once" ON "announcements" USING btree ("edition_id");--> statement-breakpoint
CREATE INDEX "releases_by_moment" ON "announcements" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "departures_of_a_measure" ON "departures" USING btree ("code");--> statement-breakpoint
CREATE INDEX "revisions_of_a_measure" ON "revisions" USING btree ("code","edition_id" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "a_retirement_is_whole" CHECK (num_nonnulls("measures"."retired_on", "measures"."retired_reason", "measures"."retired_decided_by", "measures"."retired_decided_on") in (0, 4));--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "a_correction_has_a_class" CHECK ("readings"."revision" = 0 or "readings"."revision_reason" is not null or "readings"."state" in ('draft', 'returned')) NOT VALID;--> statement-breakpoint
CREATE TRIGGER revisions_stand_for_ever BEFORE UPDATE OR DELETE ON revisions
  FOR EACH ROW EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER revisions_are_never_emptied BEFORE TRUNCATE ON revisions
  FOR EACH STATEMENT EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER departures_stand_for_ever BEFORE UPDATE OR DELETE ON departures
  FOR EACH ROW EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER departures_are_never_emptied BEFORE TRUNCATE ON departures
  FOR EACH STATEMENT EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER withdrawals_stand_for_ever BEFORE UPDATE OR DELETE ON withdrawals
  FOR EACH ROW EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER withdrawals_are_never_emptied BEFORE TRUNCATE ON withdrawals
  FOR EACH STATEMENT EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER moves_of_releases_stand_for_ever BEFORE UPDATE OR DELETE ON announcement_moves
  FOR EACH ROW EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER moves_of_releases_are_never_emptied BEFORE TRUNCATE ON announcement_moves
  FOR EACH STATEMENT EXECUTE FUNCTION stands_for_ever();
