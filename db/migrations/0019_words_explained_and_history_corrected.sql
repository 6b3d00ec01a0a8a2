ALTER TYPE "public"."event_kind" ADD VALUE 'history_correction_laid';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'history_corrected';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'history_correction_ended';--> statement-breakpoint
CREATE TABLE "history_corrections" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "history_corrections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"measure_id" integer NOT NULL,
	"period_start" date NOT NULL,
	"revision" integer NOT NULL,
	"value" numeric,
	"numerator" numeric,
	"denominator" numeric,
	"provisional" boolean NOT NULL,
	"was_value" numeric,
	"was_numerator" numeric,
	"was_denominator" numeric,
	"reason" "revision_reason" NOT NULL,
	"note" text NOT NULL,
	"laid_by" integer NOT NULL,
	"laid_at" timestamp with time zone NOT NULL,
	"confirmed_by" integer,
	"confirmed_at" timestamp with time zone,
	"confirmed_for" integer,
	"ended_by" integer,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	CONSTRAINT "history_is_corrected_from_one" CHECK ("history_corrections"."revision" >= 1),
	CONSTRAINT "corrected_parts_come_together" CHECK (("history_corrections"."numerator" is null) = ("history_corrections"."denominator" is null)),
	CONSTRAINT "a_correction_is_a_figure" CHECK ("history_corrections"."value" is not null or ("history_corrections"."numerator" is not null and "history_corrections"."denominator" <> 0)),
	CONSTRAINT "corrected_figures_are_numbers" CHECK ('NaN' not in (coalesce("history_corrections"."value", 0), coalesce("history_corrections"."numerator", 0), coalesce("history_corrections"."denominator", 0))
        and 'Infinity' not in (abs(coalesce("history_corrections"."value", 0)), abs(coalesce("history_corrections"."numerator", 0)), abs(coalesce("history_corrections"."denominator", 0)))),
	CONSTRAINT "a_correction_of_history_says_why" CHECK (length(trim("history_corrections"."note")) > 0),
	CONSTRAINT "a_confirmed_correction_says_who_and_when" CHECK (("history_corrections"."confirmed_by" is null) = ("history_corrections"."confirmed_at" is null)),
	CONSTRAINT "a_correction_for_somebody_else" CHECK ("history_corrections"."confirmed_for" is null or "history_corrections"."confirmed_by" is not null),
	CONSTRAINT "an_ended_correction_says_why" CHECK (num_nonnulls("history_corrections"."ended_by", "history_corrections"."ended_at", "history_corrections"."end_reason") in (0, 3)),
	CONSTRAINT "the_end_of_a_correction_says_something" CHECK (length(trim("history_corrections"."end_reason")) > 0),
	CONSTRAINT "a_correction_is_confirmed_or_ended" CHECK ("history_corrections"."confirmed_by" is null or "history_corrections"."ended_by" is null),
	CONSTRAINT "a_correction_takes_two_pairs_of_eyes" CHECK ("history_corrections"."confirmed_by" is null or ("history_corrections"."confirmed_by" <> "history_corrections"."laid_by"
        and ("history_corrections"."confirmed_for" is null or ("history_corrections"."confirmed_for" <> "history_corrections"."confirmed_by" and "history_corrections"."confirmed_for" <> "history_corrections"."laid_by"))))
);
--> statement-breakpoint
CREATE TABLE "edition_terms" (
	"edition_id" integer NOT NULL,
	"term" text NOT NULL,
	"meaning" text NOT NULL,
	CONSTRAINT "an_edition_explains_a_word_once" PRIMARY KEY("edition_id","term")
);
--> statement-breakpoint
ALTER TABLE "history_corrections" ADD CONSTRAINT "history_corrections_laid_by_people_id_fk" FOREIGN KEY ("laid_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history_corrections" ADD CONSTRAINT "history_corrections_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history_corrections" ADD CONSTRAINT "history_corrections_confirmed_for_people_id_fk" FOREIGN KEY ("confirmed_for") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history_corrections" ADD CONSTRAINT "history_corrections_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history_corrections" ADD CONSTRAINT "a_correction_is_of_history" FOREIGN KEY ("measure_id","period_start") REFERENCES "public"."history_figures"("measure_id","period_start") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_terms" ADD CONSTRAINT "edition_terms_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_correction_of_history" ON "history_corrections" USING btree ("measure_id","period_start","revision") WHERE "history_corrections"."ended_by" is null;--> statement-breakpoint
CREATE INDEX "events_of_an_import" ON "events" USING btree (("details" -> 'import' ->> 'id')) WHERE ("events"."details" -> 'import' ->> 'id') is not null;
--> statement-breakpoint
-- by hand
CREATE TRIGGER edition_terms_stand_for_ever BEFORE UPDATE OR DELETE ON edition_terms
  FOR EACH ROW EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER edition_terms_are_never_emptied BEFORE TRUNCATE ON edition_terms
  FOR EACH STATEMENT EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
-- A correction of a figure of history that is confirmed waits, and is then confirmed by the head of the service or a deputy, who is not
-- the one who laid it, or ends with a reason. Nothing else of it ever changes, and what is confirmed stands.
CREATE FUNCTION history_corrections_stand() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP IN ('DELETE', 'TRUNCATE') THEN
    RAISE EXCEPTION 'a correction stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'corrections_of_history_stand';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.confirmed_by IS NOT NULL OR NEW.ended_by IS NOT NULL THEN
      RAISE EXCEPTION 'a correction waits first' USING ERRCODE = 'check_violation', CONSTRAINT = 'corrections_of_history_stand';
    END IF;
    IF NOT EXISTS (SELECT FROM history_figures f JOIN history_batches b ON b.id = f.batch_id
      WHERE f.measure_id = NEW.measure_id AND f.period_start = NEW.period_start AND b.confirmed_by IS NOT NULL) THEN
      RAISE EXCEPTION 'only confirmed history is corrected'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'only_confirmed_history_is_corrected';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.ended_by IS NOT NULL OR OLD.confirmed_by IS NOT NULL
    OR (OLD.id, OLD.measure_id, OLD.period_start, OLD.revision, OLD.value, OLD.numerator, OLD.denominator, OLD.provisional,
      OLD.was_value, OLD.was_numerator, OLD.was_denominator, OLD.reason, OLD.note, OLD.laid_by, OLD.laid_at)
    IS DISTINCT FROM
      (NEW.id, NEW.measure_id, NEW.period_start, NEW.revision, NEW.value, NEW.numerator, NEW.denominator, NEW.provisional,
      NEW.was_value, NEW.was_numerator, NEW.was_denominator, NEW.reason, NEW.note, NEW.laid_by, NEW.laid_at) THEN
    RAISE EXCEPTION 'a correction stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'corrections_of_history_stand';
  END IF;
  IF NEW.confirmed_by IS NOT NULL AND NOT EXISTS (
    SELECT FROM measures m JOIN services s ON s.id = m.service_id
    WHERE m.id = NEW.measure_id AND (
      (s.head_id = NEW.confirmed_by AND NEW.confirmed_for IS NULL)
      OR (NEW.confirmed_for IS NULL AND s.head_id = NEW.laid_by OR NEW.confirmed_for = s.head_id) AND EXISTS (
        SELECT FROM deputies d
        WHERE d.service_id = s.id AND d.head_id = s.head_id AND d.deputy_id = NEW.confirmed_by
          AND (NEW.confirmed_at AT TIME ZONE 'Europe/London')::date BETWEEN d.from_day AND d.until_day))) THEN
    RAISE EXCEPTION 'a correction is confirmed by the head of service or a deputy'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'a_correction_takes_two_pairs_of_eyes';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER history_corrections_stand BEFORE INSERT OR UPDATE OR DELETE ON history_corrections
  FOR EACH ROW EXECUTE FUNCTION history_corrections_stand();
--> statement-breakpoint
CREATE TRIGGER history_corrections_are_never_emptied BEFORE TRUNCATE ON history_corrections
  FOR EACH STATEMENT EXECUTE FUNCTION history_corrections_stand();
--> statement-breakpoint
CREATE TRIGGER told_when_added AFTER INSERT ON edition_terms REFERENCING NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('edition_id,term');
--> statement-breakpoint
CREATE TRIGGER told_when_changed AFTER UPDATE ON edition_terms REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('edition_id,term');
--> statement-breakpoint
CREATE TRIGGER told_when_removed AFTER DELETE ON edition_terms REFERENCING OLD TABLE AS rows_before
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('edition_id,term');
--> statement-breakpoint
CREATE TRIGGER told_when_added AFTER INSERT ON history_corrections REFERENCING NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('id');
--> statement-breakpoint
CREATE TRIGGER told_when_changed AFTER UPDATE ON history_corrections REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('id');
--> statement-breakpoint
CREATE TRIGGER told_when_removed AFTER DELETE ON history_corrections REFERENCING OLD TABLE AS rows_before
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('id');
