ALTER TYPE "public"."event_kind" ADD VALUE 'screening_set';--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "screening_reason" text;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "screening_says_why" CHECK (length(trim("measures"."screening_reason")) > 0);