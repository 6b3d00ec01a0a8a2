ALTER TYPE "public"."event_kind" ADD VALUE 'screening_set';--> statement-breakpoint
ALTER TYPE "public"."polarity" ADD VALUE 'nearest' BEFORE 'none';--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "digits_follow" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "periods_add_up" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "screening_reason" text;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "screening_says_why" CHECK (length(trim("measures"."screening_reason")) > 0);--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "not_available_yet_says_when" CHECK ("readings"."missing" <> 'not_available_yet' or "readings"."expected_on" is not null or "readings"."state" <> 'submitted') NOT VALID;