ALTER TYPE "public"."event_kind" ADD VALUE 'measure_rebased';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'rebase_removed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'series_broken';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'measure_redefined';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'comparator_entered';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'comparator_removed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'source_named';--> statement-breakpoint
CREATE TABLE "edition_readings" (
	"edition_id" integer NOT NULL,
	"code" text NOT NULL,
	"period_start" date NOT NULL,
	"reading" jsonb NOT NULL,
	CONSTRAINT "one_telling_per_edition" PRIMARY KEY("code","period_start","edition_id")
);
--> statement-breakpoint
CREATE TABLE "edition_sheets" (
	"edition_id" integer NOT NULL,
	"code" text NOT NULL,
	"sheet" jsonb NOT NULL,
	CONSTRAINT "one_sheet_per_measure" PRIMARY KEY("edition_id","code")
);
--> statement-breakpoint
CREATE TABLE "benchmark_values" (
	"benchmark_id" integer NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"value" numeric NOT NULL,
	CONSTRAINT "one_benchmark_figure_per_day" PRIMARY KEY("benchmark_id","until_day"),
	CONSTRAINT "a_benchmark_span_ends_after_it_began" CHECK ("benchmark_values"."until_day" >= "benchmark_values"."from_day"),
	CONSTRAINT "a_benchmark_figure_is_a_number" CHECK ("benchmark_values"."value" not in ('NaN', 'Infinity', '-Infinity'))
);
--> statement-breakpoint
CREATE TABLE "benchmarks" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "benchmarks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"measure_id" integer NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"alike" boolean NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "one_benchmark_per_name" UNIQUE("measure_id","name"),
	CONSTRAINT "a_benchmark_says_whose_and_whence" CHECK (length(trim("benchmarks"."name")) > 0 and length(trim("benchmarks"."source")) > 0),
	CONSTRAINT "a_benchmark_says_how_alike" CHECK (length(trim("benchmarks"."note")) > 0)
);
--> statement-breakpoint
CREATE TABLE "definition_versions" (
	"measure_id" integer NOT NULL,
	"version" integer NOT NULL,
	"effective_from" date NOT NULL,
	"title" text NOT NULL,
	"definition" text NOT NULL,
	"numerator_label" text,
	"denominator_label" text,
	"reason" text,
	"decided_by" text,
	"decided_on" date,
	CONSTRAINT "one_wording_per_version" PRIMARY KEY("measure_id","version"),
	CONSTRAINT "one_wording_per_period" UNIQUE("measure_id","effective_from"),
	CONSTRAINT "wordings_count_from_one" CHECK ("definition_versions"."version" >= 1),
	CONSTRAINT "a_wording_starts_on_the_first" CHECK (extract(day from "definition_versions"."effective_from") = 1),
	CONSTRAINT "a_new_wording_was_decided" CHECK (num_nonnulls("definition_versions"."reason", "definition_versions"."decided_by", "definition_versions"."decided_on") in (0, 3)),
	CONSTRAINT "a_later_wording_was_decided" CHECK ("definition_versions"."version" = 1 or "definition_versions"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "rebases" (
	"measure_id" integer NOT NULL,
	"period_start" date NOT NULL,
	"reason" text NOT NULL,
	"rebased_by" integer NOT NULL,
	"rebased_at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_rebase_per_period" PRIMARY KEY("measure_id","period_start"),
	CONSTRAINT "a_rebase_starts_on_the_first" CHECK (extract(day from "rebases"."period_start") = 1),
	CONSTRAINT "a_rebase_says_why" CHECK (length(trim("rebases"."reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "series_breaks" (
	"measure_id" integer NOT NULL,
	"period_start" date NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "one_break_per_period" PRIMARY KEY("measure_id","period_start"),
	CONSTRAINT "a_break_starts_on_the_first" CHECK (extract(day from "series_breaks"."period_start") = 1),
	CONSTRAINT "a_break_says_why" CHECK (length(trim("series_breaks"."reason")) > 0)
);
--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "owner_role" text;--> statement-breakpoint
ALTER TABLE "readings" ADD COLUMN "completed" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "edition_readings" ADD CONSTRAINT "edition_readings_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_sheets" ADD CONSTRAINT "edition_sheets_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "benchmark_values" ADD CONSTRAINT "benchmark_values_benchmark_id_benchmarks_id_fk" FOREIGN KEY ("benchmark_id") REFERENCES "public"."benchmarks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "benchmarks" ADD CONSTRAINT "benchmarks_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "definition_versions" ADD CONSTRAINT "definition_versions_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rebases" ADD CONSTRAINT "rebases_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rebases" ADD CONSTRAINT "rebases_rebased_by_people_id_fk" FOREIGN KEY ("rebased_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_breaks" ADD CONSTRAINT "series_breaks_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "readings_told_by_an_edition" ON "edition_readings" USING btree ("edition_id","code","period_start");--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "completed_actions_are_a_list" CHECK (jsonb_typeof("readings"."completed") = 'array');--> statement-breakpoint
CREATE TRIGGER edition_sheets_stand_for_ever BEFORE UPDATE OR DELETE ON edition_sheets
  FOR EACH ROW EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER edition_sheets_are_never_emptied BEFORE TRUNCATE ON edition_sheets
  FOR EACH STATEMENT EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER edition_readings_stand_for_ever BEFORE UPDATE OR DELETE ON edition_readings
  FOR EACH ROW EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER edition_readings_are_never_emptied BEFORE TRUNCATE ON edition_readings
  FOR EACH STATEMENT EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER wordings_stand_for_ever BEFORE UPDATE OR DELETE ON definition_versions
  FOR EACH ROW EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER wordings_are_never_emptied BEFORE TRUNCATE ON definition_versions
  FOR EACH STATEMENT EXECUTE FUNCTION stands_for_ever();
