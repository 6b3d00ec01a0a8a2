ALTER TYPE "public"."event_kind" ADD VALUE 'record_opened';--> statement-breakpoint
ALTER TABLE "readings" DROP CONSTRAINT "authors_are_known";--> statement-breakpoint
ALTER TABLE "renderings" ADD COLUMN "mac" text;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "every_author_is_somebody" CHECK (array_position("readings"."authors", null) is null);