ALTER TYPE "public"."event_kind" ADD VALUE 'sign_in_opened';--> statement-breakpoint
CREATE TABLE "refused_sign_ins" (
	"account" integer NOT NULL,
	"addresses" integer NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"tries" integer NOT NULL,
	"throttled" integer NOT NULL,
	"told" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "refusals_are_counted_together" PRIMARY KEY("account","since","addresses"),
	CONSTRAINT "sixteen_groups_of_addresses" CHECK ("refused_sign_ins"."addresses" between 0 and 15),
	CONSTRAINT "no_more_is_told_than_was_tried" CHECK ("refused_sign_ins"."told" between 0 and "refused_sign_ins"."tries")
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "refused_before" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "refusals_by_age" ON "refused_sign_ins" USING btree ("since");