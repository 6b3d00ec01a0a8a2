ALTER TABLE "council" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "contact_name" text;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "contact_email" text;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "contact_phone" text;--> statement-breakpoint
ALTER TABLE "council" ADD CONSTRAINT "the_pages_speak_a_language_they_know" CHECK ("council"."language" in ('en', 'cy'));--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "a_contact_has_a_name" CHECK (length(trim("services"."contact_name")) > 0);--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "a_contact_has_a_name_and_can_be_reached" CHECK (("services"."contact_name" is null) = ("services"."contact_email" is null and "services"."contact_phone" is null));