CREATE TYPE "public"."disclosure_method" AS ENUM('hide', 'show');--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'small_counts_decided';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'exception_asked';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'exception_confirmed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'exception_refused';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'exception_withdrawn';--> statement-breakpoint
CREATE TABLE "disclosure_decisions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "disclosure_decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"measure_id" integer,
	"service_id" integer,
	"method" "disclosure_method" NOT NULL,
	"threshold" integer NOT NULL,
	"reason" text NOT NULL,
	"decided_by" text NOT NULL,
	"decided_on" date NOT NULL,
	"recorded_by" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a_decision_is_about_one_thing" CHECK (num_nonnulls("disclosure_decisions"."measure_id", "disclosure_decisions"."service_id") = 1),
	CONSTRAINT "a_threshold_is_small" CHECK ("disclosure_decisions"."threshold" between 1 and 20),
	CONSTRAINT "a_decision_on_small_counts_says_why" CHECK (length(trim("disclosure_decisions"."reason")) > 0),
	CONSTRAINT "a_decision_on_small_counts_says_who" CHECK (length(trim("disclosure_decisions"."decided_by")) > 0),
	CONSTRAINT "small_counts_were_decided_before" CHECK ("disclosure_decisions"."decided_on" <= ("disclosure_decisions"."recorded_at" at time zone 'Europe/London')::date)
);
--> statement-breakpoint
CREATE TABLE "disclosure_exceptions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "disclosure_exceptions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"measure_id" integer NOT NULL,
	"period_start" date NOT NULL,
	"revision" integer NOT NULL,
	"reason" text NOT NULL,
	"asked_by" integer NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"confirmed_by" integer,
	"confirmed_at" timestamp with time zone,
	"confirmed_for" integer,
	"ended_by" integer,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	CONSTRAINT "an_exception_starts_on_the_first" CHECK (extract(day from "disclosure_exceptions"."period_start") = 1),
	CONSTRAINT "an_exception_has_its_revision" CHECK ("disclosure_exceptions"."revision" >= 0),
	CONSTRAINT "an_exception_says_why" CHECK (length(trim("disclosure_exceptions"."reason")) > 0),
	CONSTRAINT "a_confirmed_exception_says_who_and_when" CHECK (("disclosure_exceptions"."confirmed_by" is null) = ("disclosure_exceptions"."confirmed_at" is null)),
	CONSTRAINT "an_exception_for_somebody_else" CHECK ("disclosure_exceptions"."confirmed_for" is null or "disclosure_exceptions"."confirmed_by" is not null),
	CONSTRAINT "an_ended_exception_says_why" CHECK (num_nonnulls("disclosure_exceptions"."ended_by", "disclosure_exceptions"."ended_at", "disclosure_exceptions"."end_reason") in (0, 3)),
	CONSTRAINT "the_end_of_an_exception_says_something" CHECK (length(trim("disclosure_exceptions"."end_reason")) > 0),
	CONSTRAINT "an_exception_takes_two_pairs_of_eyes" CHECK ("disclosure_exceptions"."confirmed_by" is null or ("disclosure_exceptions"."confirmed_by" <> "disclosure_exceptions"."asked_by"
        and ("disclosure_exceptions"."confirmed_for" is null or ("disclosure_exceptions"."confirmed_for" <> "disclosure_exceptions"."confirmed_by" and "disclosure_exceptions"."confirmed_for" <> "disclosure_exceptions"."asked_by"))))
);
--> statement-breakpoint
ALTER TABLE "disclosure_decisions" ADD CONSTRAINT "disclosure_decisions_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_decisions" ADD CONSTRAINT "disclosure_decisions_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_decisions" ADD CONSTRAINT "disclosure_decisions_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_exceptions" ADD CONSTRAINT "disclosure_exceptions_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_exceptions" ADD CONSTRAINT "disclosure_exceptions_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_exceptions" ADD CONSTRAINT "disclosure_exceptions_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_exceptions" ADD CONSTRAINT "disclosure_exceptions_confirmed_for_people_id_fk" FOREIGN KEY ("confirmed_for") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_exceptions" ADD CONSTRAINT "disclosure_exceptions_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decisions_of_a_measure" ON "disclosure_decisions" USING btree ("measure_id","id");--> statement-breakpoint
CREATE INDEX "decisions_of_a_service" ON "disclosure_decisions" USING btree ("service_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_exception_per_figure" ON "disclosure_exceptions" USING btree ("measure_id","period_start","revision") WHERE "disclosure_exceptions"."ended_by" is null;
--> statement-breakpoint
-- by hand
CREATE TRIGGER disclosure_decisions_stand_for_ever BEFORE UPDATE OR DELETE ON disclosure_decisions
  FOR EACH ROW EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER disclosure_decisions_are_never_emptied BEFORE TRUNCATE ON disclosure_decisions
  FOR EACH STATEMENT EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
-- An exception is asked for, waits, and is then confirmed by the head of the service or a deputy, who is not the one who asked; it ends
-- once, with a reason. Nothing else of it ever changes.
CREATE FUNCTION disclosure_exceptions_stand() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP IN ('DELETE', 'TRUNCATE') THEN
    RAISE EXCEPTION 'an exception stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'exceptions_stand';
  END IF;
  IF TG_OP = 'INSERT' AND (NEW.confirmed_by IS NOT NULL OR NEW.ended_by IS NOT NULL) THEN
    RAISE EXCEPTION 'an exception waits first' USING ERRCODE = 'check_violation', CONSTRAINT = 'exceptions_stand';
  END IF;
  IF TG_OP = 'INSERT' THEN
    RETURN NEW;
  END IF;
  IF OLD.ended_by IS NOT NULL
    OR (OLD.confirmed_by IS NOT NULL AND (OLD.confirmed_by, OLD.confirmed_at, OLD.confirmed_for)
      IS DISTINCT FROM (NEW.confirmed_by, NEW.confirmed_at, NEW.confirmed_for))
    OR (OLD.confirmed_by IS NULL AND NEW.confirmed_by IS NOT NULL AND NEW.ended_by IS NOT NULL)
    OR (OLD.id, OLD.measure_id, OLD.period_start, OLD.revision, OLD.reason, OLD.asked_by, OLD.asked_at)
      IS DISTINCT FROM (NEW.id, NEW.measure_id, NEW.period_start, NEW.revision, NEW.reason, NEW.asked_by, NEW.asked_at) THEN
    RAISE EXCEPTION 'an exception stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'exceptions_stand';
  END IF;
  IF OLD.confirmed_by IS NULL AND NEW.confirmed_by IS NOT NULL AND NOT EXISTS (
    SELECT FROM measures m JOIN services s ON s.id = m.service_id
    WHERE m.id = NEW.measure_id AND (
      (s.head_id = NEW.confirmed_by AND NEW.confirmed_for IS NULL)
      OR (NEW.confirmed_for IS NULL AND s.head_id = NEW.asked_by OR NEW.confirmed_for = s.head_id) AND EXISTS (
        SELECT FROM deputies d
        WHERE d.service_id = s.id AND d.head_id = s.head_id AND d.deputy_id = NEW.confirmed_by
          AND (NEW.confirmed_at AT TIME ZONE 'Europe/London')::date BETWEEN d.from_day AND d.until_day))) THEN
    RAISE EXCEPTION 'an exception is confirmed by the head of service or a deputy'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'an_exception_takes_two_pairs_of_eyes';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER disclosure_exceptions_stand BEFORE INSERT OR UPDATE OR DELETE ON disclosure_exceptions
  FOR EACH ROW EXECUTE FUNCTION disclosure_exceptions_stand();
--> statement-breakpoint
CREATE TRIGGER disclosure_exceptions_are_never_emptied BEFORE TRUNCATE ON disclosure_exceptions
  FOR EACH STATEMENT EXECUTE FUNCTION disclosure_exceptions_stand();
--> statement-breakpoint
CREATE TRIGGER told_when_added AFTER INSERT ON disclosure_decisions REFERENCING NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('id');
--> statement-breakpoint
CREATE TRIGGER told_when_changed AFTER UPDATE ON disclosure_decisions REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('id');
--> statement-breakpoint
CREATE TRIGGER told_when_removed AFTER DELETE ON disclosure_decisions REFERENCING OLD TABLE AS rows_before
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('id');
--> statement-breakpoint
CREATE TRIGGER told_when_added AFTER INSERT ON disclosure_exceptions REFERENCING NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('id');
--> statement-breakpoint
CREATE TRIGGER told_when_changed AFTER UPDATE ON disclosure_exceptions REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('id');
--> statement-breakpoint
CREATE TRIGGER told_when_removed AFTER DELETE ON disclosure_exceptions REFERENCING OLD TABLE AS rows_before
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('id');
