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
ALTER TABLE "unsaved_typing" ADD CONSTRAINT "unsaved_typing_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsaved_typing" ADD CONSTRAINT "unsaved_typing_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unsaved_typing_by_age" ON "unsaved_typing" USING btree ("at");