ALTER TYPE "public"."polarity" ADD VALUE 'nearest' BEFORE 'none';--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "digits_follow" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "periods_add_up" boolean DEFAULT false NOT NULL;