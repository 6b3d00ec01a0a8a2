ALTER TYPE "public"."event_kind" ADD VALUE 'person_returned';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'person_renamed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'person_readdressed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'deputy_ended';