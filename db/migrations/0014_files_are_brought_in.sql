CREATE TYPE "public"."import_kind" AS ENUM('workbook', 'text');--> statement-breakpoint
CREATE TYPE "public"."import_scope" AS ENUM('council', 'own');--> statement-breakpoint
CREATE TYPE "public"."import_state" AS ENUM('waiting', 'reading', 'questions', 'ready', 'working', 'done', 'stopped', 'refused');--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'file_brought_in';--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" integer NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"action" text NOT NULL,
	"row" jsonb NOT NULL,
	"wish" jsonb,
	CONSTRAINT "import_rows_stand_in_order" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "imports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" integer NOT NULL,
	"scope" "import_scope" NOT NULL,
	"file_name" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"kind" "import_kind" NOT NULL,
	"bytes" "bytea",
	"state" "import_state" DEFAULT 'waiting' NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"remembered" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"view" jsonb,
	"version" integer DEFAULT 0 NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"counts" jsonb,
	"done" integer,
	"total" integer,
	"only_good" boolean DEFAULT false NOT NULL,
	"submits" boolean DEFAULT false NOT NULL,
	"sentence" text,
	"at" timestamp with time zone NOT NULL,
	"beat_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "an_import_has_a_hash" CHECK ("imports"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "an_import_names_its_file" CHECK (length(trim("imports"."file_name")) between 1 and 200),
	CONSTRAINT "an_imported_file_is_not_too_large" CHECK ("imports"."size" between 1 and 10485760 and octet_length("imports"."bytes") = "imports"."size"),
	CONSTRAINT "an_ended_import_keeps_no_bytes" CHECK (("imports"."state" in ('done', 'stopped', 'refused')) = ("imports"."ended_at" is not null) and ("imports"."ended_at" is null) = ("imports"."bytes" is not null)),
	CONSTRAINT "an_ended_import_says_how" CHECK ("imports"."ended_at" is null or length(trim("imports"."sentence")) > 0)
);
--> statement-breakpoint
CREATE TABLE "remembered_answers" (
	"key" text PRIMARY KEY NOT NULL,
	"answer" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_rows_by_action" ON "import_rows" USING btree ("import_id","action","position");--> statement-breakpoint
CREATE INDEX "imports_by_age" ON "imports" USING btree ("at");