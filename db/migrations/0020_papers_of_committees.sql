CREATE TABLE "committee_papers" (
	"committee_id" integer NOT NULL,
	"kind" text NOT NULL,
	"edition_ids" integer[] NOT NULL,
	"key" text NOT NULL,
	"form" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"mac" text NOT NULL,
	CONSTRAINT "one_committee_paper_per_kind" PRIMARY KEY("committee_id","kind"),
	CONSTRAINT "committee_papers_are_of_a_kind" CHECK ("committee_papers"."kind" in ('pdf', 'docx')),
	CONSTRAINT "a_committee_paper_has_its_sha256" CHECK ("committee_papers"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "a_committee_paper_has_a_form" CHECK ("committee_papers"."form" >= 1)
);
--> statement-breakpoint
ALTER TABLE "committee_papers" ADD CONSTRAINT "committee_papers_committee_id_committees_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."committees"("id") ON DELETE no action ON UPDATE no action;