ALTER TYPE "public"."event_kind" ADD VALUE 'system_added';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'system_scoped';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'system_ended';--> statement-breakpoint
ALTER TYPE "public"."event_subject" ADD VALUE 'system';--> statement-breakpoint
CREATE TABLE "system_measures" (
	"system_id" integer NOT NULL,
	"measure_id" integer NOT NULL,
	CONSTRAINT "a_measure_is_sent_by_a_system_once" PRIMARY KEY("system_id","measure_id")
);
--> statement-breakpoint
CREATE TABLE "system_uses" (
	"system_id" integer PRIMARY KEY NOT NULL,
	"used_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "systems" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "systems_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"token_hash" text,
	"token_start" text NOT NULL,
	"responsible_id" integer NOT NULL,
	"made_by" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"until_day" date NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "a_token_is_one_system" UNIQUE("token_hash"),
	CONSTRAINT "a_system_has_a_name" CHECK (length(trim("systems"."name")) > 0),
	CONSTRAINT "a_system_keeps_only_a_hash" CHECK ("systems"."token_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "a_token_begins_with_a_few_characters" CHECK ("systems"."token_start" ~ '^[A-Za-z0-9_-]{4}$')
);
--> statement-breakpoint
ALTER TABLE "system_measures" ADD CONSTRAINT "system_measures_system_id_systems_id_fk" FOREIGN KEY ("system_id") REFERENCES "public"."systems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "system_measures" ADD CONSTRAINT "system_measures_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "system_uses" ADD CONSTRAINT "system_uses_system_id_systems_id_fk" FOREIGN KEY ("system_id") REFERENCES "public"."systems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "systems" ADD CONSTRAINT "systems_responsible_id_people_id_fk" FOREIGN KEY ("responsible_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "systems" ADD CONSTRAINT "systems_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE TRIGGER told_when_added AFTER INSERT ON systems REFERENCING NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('id');
--> statement-breakpoint
CREATE TRIGGER told_when_changed AFTER UPDATE ON systems REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('id');
--> statement-breakpoint
CREATE TRIGGER told_when_removed AFTER DELETE ON systems REFERENCING OLD TABLE AS rows_before
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('id');
--> statement-breakpoint
CREATE TRIGGER told_when_added AFTER INSERT ON system_measures REFERENCING NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('system_id,measure_id');
--> statement-breakpoint
CREATE TRIGGER told_when_changed AFTER UPDATE ON system_measures REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('system_id,measure_id');
--> statement-breakpoint
CREATE TRIGGER told_when_removed AFTER DELETE ON system_measures REFERENCING OLD TABLE AS rows_before
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('system_id,measure_id');
--> statement-breakpoint
-- Whoever made the token of a system that wrote or submitted a reading is one of its authors, also where they were struck from
-- the list of them.
CREATE OR REPLACE FUNCTION another_pair_of_eyes() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM reading_versions
      WHERE reading_id = NEW.id AND author_id IN (NEW.approved_by, NEW.approved_for))
    OR EXISTS (SELECT FROM events
      WHERE subject = 'reading' AND subject_id = NEW.id AND kind = 'reading_saved'
      AND (details -> 'suggestedBy' @> to_jsonb(NEW.approved_by) OR details -> 'suggestedBy' @> to_jsonb(NEW.approved_for)))
    OR EXISTS (SELECT FROM events
      WHERE subject = 'reading' AND subject_id = NEW.id AND kind IN ('reading_saved', 'reading_submitted')
      AND details -> 'system' -> 'madeBy' IN (to_jsonb(NEW.approved_by), to_jsonb(NEW.approved_for)))
    OR NEW.approved_for = ANY (NEW.authors) THEN
    RAISE EXCEPTION 'nobody approves what they wrote, and nobody for whoever wrote it'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'two_pairs_of_eyes';
  END IF;
  RETURN NEW;
END
$$;
