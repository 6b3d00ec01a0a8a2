DROP INDEX "edition_rows_by_measure";--> statement-breakpoint
DROP INDEX "editions_in_force";--> statement-breakpoint
DROP INDEX "revisions_of_a_measure";--> statement-breakpoint
DROP INDEX "latest_approved_readings";--> statement-breakpoint
CREATE INDEX "events_of_a_person_by_kind" ON "events" USING btree ("actor_id","kind","id");--> statement-breakpoint
CREATE INDEX "readings_not_available_yet" ON "readings" USING btree ("measure_id","period_start") WHERE "readings"."missing" = 'not_available_yet';--> statement-breakpoint
CREATE INDEX "edition_rows_by_measure" ON "edition_rows" USING btree ("code","edition_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "editions_in_force" ON "editions" USING btree ("service_id","published_at" DESC NULLS FIRST,"number" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "revisions_of_a_measure" ON "revisions" USING btree ("code","edition_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "latest_approved_readings" ON "readings" USING btree ("measure_id","period_start" DESC NULLS FIRST,"revision" DESC NULLS FIRST) WHERE "readings"."state" in ('approved', 'published');