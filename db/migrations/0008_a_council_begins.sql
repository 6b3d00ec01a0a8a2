ALTER TYPE "public"."event_kind" ADD VALUE 'set_up_offered';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'council_begun';--> statement-breakpoint
CREATE TABLE "set_up_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "a_set_up_link_keeps_only_a_hash" CHECK ("set_up_links"."token_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "council" ADD COLUMN "area_code" text;--> statement-breakpoint
ALTER TABLE "council" ADD COLUMN "licence" text;--> statement-breakpoint
ALTER TABLE "council" ADD CONSTRAINT "an_area_code_is_a_letter_and_eight_digits" CHECK ("council"."area_code" ~ '^[A-Z][0-9]{8}$');--> statement-breakpoint
ALTER TABLE "council" ADD CONSTRAINT "a_licence_has_a_name" CHECK (length(trim("council"."licence")) > 0);--> statement-breakpoint
-- By hand from here to the end: the addresses of the set-up page are told of like every row on which a right rests.
CREATE TRIGGER told_when_added AFTER INSERT ON set_up_links REFERENCING NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('token_hash', 'hidden');
--> statement-breakpoint
CREATE TRIGGER told_when_changed AFTER UPDATE ON set_up_links REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('token_hash', 'hidden');
--> statement-breakpoint
CREATE TRIGGER told_when_removed AFTER DELETE ON set_up_links REFERENCING OLD TABLE AS rows_before
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('token_hash', 'hidden');
