ALTER TYPE "public"."event_kind" ADD VALUE 'committee_changed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'meeting_moved';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'holiday_proclaimed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'holiday_removed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'term_explained';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'term_changed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'term_removed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'theme_set';--> statement-breakpoint
CREATE TABLE "glossary_terms" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "glossary_terms_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"term" text NOT NULL,
	"meaning" text NOT NULL,
	CONSTRAINT "a_term_is_a_word" CHECK (length(trim("glossary_terms"."term")) > 0),
	CONSTRAINT "a_term_has_a_meaning" CHECK (length(trim("glossary_terms"."meaning")) > 0)
);
--> statement-breakpoint
CREATE TABLE "meeting_moves" (
	"committee_id" integer NOT NULL,
	"from_day" date NOT NULL,
	"moved_at" timestamp with time zone NOT NULL,
	"to_day" date,
	"reason" text NOT NULL,
	CONSTRAINT "one_move_of_a_meeting_per_moment" PRIMARY KEY("committee_id","from_day","moved_at"),
	CONSTRAINT "a_meeting_moves_with_a_reason" CHECK (length(trim("meeting_moves"."reason")) > 0),
	CONSTRAINT "a_meeting_moves_to_another_day" CHECK ("meeting_moves"."to_day" <> "meeting_moves"."from_day")
);
--> statement-breakpoint
CREATE TABLE "proclaimed_holidays" (
	"day" date PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"instead_of" date,
	CONSTRAINT "a_holiday_is_replaced_once" UNIQUE("instead_of"),
	CONSTRAINT "a_holiday_has_a_name" CHECK (length(trim("proclaimed_holidays"."name")) > 0),
	CONSTRAINT "a_holiday_is_a_weekday" CHECK (extract(isodow from "proclaimed_holidays"."day") < 6),
	CONSTRAINT "a_holiday_replaces_another_day" CHECK ("proclaimed_holidays"."instead_of" <> "proclaimed_holidays"."day")
);
--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "theme" text;--> statement-breakpoint
ALTER TABLE "meeting_moves" ADD CONSTRAINT "meeting_moves_committee_id_committees_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."committees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "a_term_has_one_meaning" ON "glossary_terms" USING btree (lower("term"));--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "a_theme_has_a_name" CHECK (length(trim("measures"."theme")) > 0);
--> statement-breakpoint
-- By hand from here to the end: what the public reads of meetings, bank holidays and words is told of, and a move of a meeting stands.
CREATE TRIGGER moves_of_meetings_stand_for_ever BEFORE UPDATE OR DELETE ON meeting_moves
  FOR EACH ROW EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER moves_of_meetings_are_never_emptied BEFORE TRUNCATE ON meeting_moves
  FOR EACH STATEMENT EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER told_when_added AFTER INSERT ON meeting_moves REFERENCING NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('committee_id,from_day,moved_at');
--> statement-breakpoint
CREATE TRIGGER told_when_changed AFTER UPDATE ON meeting_moves REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('committee_id,from_day,moved_at');
--> statement-breakpoint
CREATE TRIGGER told_when_removed AFTER DELETE ON meeting_moves REFERENCING OLD TABLE AS rows_before
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('committee_id,from_day,moved_at');
--> statement-breakpoint
CREATE TRIGGER told_when_added AFTER INSERT ON proclaimed_holidays REFERENCING NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('day');
--> statement-breakpoint
CREATE TRIGGER told_when_changed AFTER UPDATE ON proclaimed_holidays REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('day');
--> statement-breakpoint
CREATE TRIGGER told_when_removed AFTER DELETE ON proclaimed_holidays REFERENCING OLD TABLE AS rows_before
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('day');
--> statement-breakpoint
CREATE TRIGGER told_when_added AFTER INSERT ON glossary_terms REFERENCING NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('id');
--> statement-breakpoint
CREATE TRIGGER told_when_changed AFTER UPDATE ON glossary_terms REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('id');
--> statement-breakpoint
CREATE TRIGGER told_when_removed AFTER DELETE ON glossary_terms REFERENCING OLD TABLE AS rows_before
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('id');
