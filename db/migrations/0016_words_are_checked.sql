ALTER TYPE "public"."event_kind" ADD VALUE 'check_silenced';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'check_heard';--> statement-breakpoint
CREATE TABLE "silenced_checks" (
	"service_id" integer NOT NULL,
	"rule" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "a_check_is_silenced_once" PRIMARY KEY("service_id","rule"),
	CONSTRAINT "only_warnings_are_silenced" CHECK ("silenced_checks"."rule" ~ '^W[1-9]$'),
	CONSTRAINT "a_silenced_check_says_why" CHECK (length(trim("silenced_checks"."reason")) > 0)
);
--> statement-breakpoint
DROP INDEX "a_term_has_one_meaning";--> statement-breakpoint
ALTER TABLE "glossary_terms" ADD COLUMN "service_id" integer;--> statement-breakpoint
ALTER TABLE "readings" ADD COLUMN "kept" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "silenced_checks" ADD CONSTRAINT "silenced_checks_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "glossary_terms" ADD CONSTRAINT "glossary_terms_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "a_term_has_one_meaning" ON "glossary_terms" USING btree (lower("term"),coalesce("service_id", 0));--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "kept_warnings_are_a_list" CHECK (jsonb_typeof("readings"."kept") = 'array');
--> statement-breakpoint
-- By hand from here to the end: what a service is not shown of the checks is told of.
CREATE TRIGGER told_when_added AFTER INSERT ON silenced_checks REFERENCING NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('service_id,rule');
--> statement-breakpoint
CREATE TRIGGER told_when_changed AFTER UPDATE ON silenced_checks REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('service_id,rule');
--> statement-breakpoint
CREATE TRIGGER told_when_removed AFTER DELETE ON silenced_checks REFERENCING OLD TABLE AS rows_before
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('service_id,rule');
