CREATE TABLE "papers" (
	"edition_id" integer NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"form" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"mac" text NOT NULL,
	CONSTRAINT "one_paper_per_kind" PRIMARY KEY("edition_id","kind"),
	CONSTRAINT "papers_are_of_a_kind" CHECK ("papers"."kind" in ('pdf', 'docx')),
	CONSTRAINT "a_paper_has_its_sha256" CHECK ("papers"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "a_paper_has_a_form" CHECK ("papers"."form" >= 1)
);
--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;