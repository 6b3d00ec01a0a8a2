ALTER TABLE "outturns" ALTER COLUMN "value" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "outturns" ADD COLUMN "why_none" text;--> statement-breakpoint
ALTER TABLE "outturns" ADD COLUMN "why_provisional" text;--> statement-breakpoint
ALTER TABLE "outturns" ADD COLUMN "was" numeric;--> statement-breakpoint
ALTER TABLE "outturns" ADD COLUMN "public_note" text;--> statement-breakpoint
ALTER TABLE "outturns" ADD CONSTRAINT "an_outturn_is_a_figure_or_says_why_not" CHECK (("outturns"."value" is null) = ("outturns"."why_none" is not null));--> statement-breakpoint
ALTER TABLE "outturns" ADD CONSTRAINT "only_a_figure_is_provisional" CHECK ("outturns"."why_provisional" is null or "outturns"."value" is not null);--> statement-breakpoint
ALTER TABLE "outturns" ADD CONSTRAINT "an_outturn_was_a_number" CHECK ("outturns"."was" not in ('NaN', 'Infinity', '-Infinity'));--> statement-breakpoint
ALTER TABLE "outturns" ADD CONSTRAINT "what_is_said_of_an_outturn_says_something" CHECK (length(trim("outturns"."why_none")) > 0 and length(trim("outturns"."why_provisional")) > 0 and length(trim("outturns"."public_note")) > 0);--> statement-breakpoint
ALTER TABLE "outturns" ADD CONSTRAINT "a_revised_outturn_tells_the_public" CHECK ("outturns"."was" is null or "outturns"."public_note" is not null);