ALTER TYPE "public"."event_kind" ADD VALUE 'screening_set';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'person_returned';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'person_renamed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'person_readdressed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'deputy_ended';--> statement-breakpoint
ALTER TYPE "public"."polarity" ADD VALUE 'nearest' BEFORE 'none';--> statement-breakpoint
CREATE TABLE "unsaved_typing" (
	"person_id" integer NOT NULL,
	"measure_id" integer NOT NULL,
	"period_start" date NOT NULL,
	"fields" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_typing_per_person_and_reading" PRIMARY KEY("person_id","measure_id","period_start"),
	CONSTRAINT "unsaved_typing_is_not_a_book" CHECK (pg_column_size("unsaved_typing"."fields") < 200000)
);
--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "digits_follow" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "periods_add_up" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "screening_reason" text;--> statement-breakpoint
ALTER TABLE "unsaved_typing" ADD CONSTRAINT "unsaved_typing_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsaved_typing" ADD CONSTRAINT "unsaved_typing_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unsaved_typing_by_age" ON "unsaved_typing" USING btree ("at");--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "screening_says_why" CHECK (length(trim("measures"."screening_reason")) > 0);--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "not_available_yet_says_when" CHECK ("readings"."missing" <> 'not_available_yet' or "readings"."expected_on" is not null or "readings"."state" <> 'submitted') NOT VALID;