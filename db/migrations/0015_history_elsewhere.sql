ALTER TYPE "public"."event_kind" ADD VALUE 'history_laid';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'history_confirmed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'history_discarded';--> statement-breakpoint
CREATE TABLE "history_batches" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "history_batches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"service_id" integer NOT NULL,
	"published_in" text NOT NULL,
	"published_on" date NOT NULL,
	"import_id" integer,
	"file_name" text,
	"file_hash" text,
	"laid_by" integer NOT NULL,
	"laid_at" timestamp with time zone NOT NULL,
	"authors" integer[] NOT NULL,
	"figures" integer NOT NULL,
	"measures" integer NOT NULL,
	"content_hash" text NOT NULL,
	"confirmed_by" integer,
	"confirmed_at" timestamp with time zone,
	"confirmed_for" integer,
	"discarded_by" integer,
	"discarded_at" timestamp with time zone,
	"discard_reason" text,
	CONSTRAINT "history_says_where" CHECK (length(trim("history_batches"."published_in")) between 1 and 200),
	CONSTRAINT "history_was_published_before" CHECK ("history_batches"."published_on" <= ("history_batches"."laid_at" at time zone 'Europe/London')::date),
	CONSTRAINT "a_file_has_its_name_and_hash" CHECK (("history_batches"."file_name" is null) = ("history_batches"."file_hash" is null)),
	CONSTRAINT "a_file_hash_is_sha256" CHECK ("history_batches"."file_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "a_history_hash_is_sha256" CHECK ("history_batches"."content_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "history_has_figures" CHECK ("history_batches"."figures" >= 1 and "history_batches"."measures" between 1 and "history_batches"."figures"),
	CONSTRAINT "history_has_its_authors" CHECK ("history_batches"."laid_by" = any ("history_batches"."authors") and array_position("history_batches"."authors", null) is null),
	CONSTRAINT "confirmed_history_says_who_and_when" CHECK (("history_batches"."confirmed_by" is null) = ("history_batches"."confirmed_at" is null)),
	CONSTRAINT "confirmed_for_somebody_else" CHECK ("history_batches"."confirmed_for" is null or "history_batches"."confirmed_by" is not null),
	CONSTRAINT "discarded_history_says_why" CHECK (num_nonnulls("history_batches"."discarded_by", "history_batches"."discarded_at", "history_batches"."discard_reason") in (0, 3)),
	CONSTRAINT "a_reason_to_discard_says_something" CHECK (length(trim("history_batches"."discard_reason")) > 0),
	CONSTRAINT "history_is_confirmed_or_discarded" CHECK ("history_batches"."confirmed_by" is null or "history_batches"."discarded_by" is null),
	CONSTRAINT "history_takes_two_pairs_of_eyes" CHECK ("history_batches"."confirmed_by" is null or (not ("history_batches"."confirmed_by" = any ("history_batches"."authors"))
        and ("history_batches"."confirmed_for" is null or ("history_batches"."confirmed_for" <> "history_batches"."confirmed_by" and not ("history_batches"."confirmed_for" = any ("history_batches"."authors"))))))
);
--> statement-breakpoint
CREATE TABLE "history_figures" (
	"batch_id" integer NOT NULL,
	"measure_id" integer NOT NULL,
	"period_start" date NOT NULL,
	"value" numeric,
	"numerator" numeric,
	"denominator" numeric,
	"provisional" boolean DEFAULT false NOT NULL,
	CONSTRAINT "one_history_figure_per_period" PRIMARY KEY("measure_id","period_start"),
	CONSTRAINT "history_starts_on_the_first" CHECK (extract(day from "history_figures"."period_start") = 1),
	CONSTRAINT "history_parts_come_together" CHECK (("history_figures"."numerator" is null) = ("history_figures"."denominator" is null)),
	CONSTRAINT "history_is_a_figure" CHECK ("history_figures"."value" is not null or ("history_figures"."numerator" is not null and "history_figures"."denominator" <> 0)),
	CONSTRAINT "history_figures_are_numbers" CHECK ('NaN' not in (coalesce("history_figures"."value", 0), coalesce("history_figures"."numerator", 0), coalesce("history_figures"."denominator", 0))
        and 'Infinity' not in (abs(coalesce("history_figures"."value", 0)), abs(coalesce("history_figures"."numerator", 0)), abs(coalesce("history_figures"."denominator", 0))))
);
--> statement-breakpoint
ALTER TABLE "history_batches" ADD CONSTRAINT "history_batches_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history_batches" ADD CONSTRAINT "history_batches_laid_by_people_id_fk" FOREIGN KEY ("laid_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history_batches" ADD CONSTRAINT "history_batches_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history_batches" ADD CONSTRAINT "history_batches_confirmed_for_people_id_fk" FOREIGN KEY ("confirmed_for") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history_batches" ADD CONSTRAINT "history_batches_discarded_by_people_id_fk" FOREIGN KEY ("discarded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history_figures" ADD CONSTRAINT "history_figures_batch_id_history_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."history_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history_figures" ADD CONSTRAINT "history_figures_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "history_of_a_service" ON "history_batches" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "figures_of_a_history" ON "history_figures" USING btree ("batch_id");
--> statement-breakpoint
-- by hand
-- A batch of history comes in before the first edition of its service, waits, and is then confirmed by the head of the service or a
-- deputy, or thrown away; nothing else of it ever changes.
CREATE FUNCTION history_batches_stand() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP IN ('DELETE', 'TRUNCATE') THEN
    RAISE EXCEPTION 'history that came in stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'history_stands';
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.confirmed_by IS NOT NULL OR OLD.discarded_by IS NOT NULL
    OR (OLD.id, OLD.service_id, OLD.published_in, OLD.published_on, OLD.import_id, OLD.file_name, OLD.file_hash, OLD.laid_by,
      OLD.laid_at, OLD.authors, OLD.figures, OLD.measures, OLD.content_hash)
    IS DISTINCT FROM
      (NEW.id, NEW.service_id, NEW.published_in, NEW.published_on, NEW.import_id, NEW.file_name, NEW.file_hash, NEW.laid_by,
      NEW.laid_at, NEW.authors, NEW.figures, NEW.measures, NEW.content_hash)) THEN
    RAISE EXCEPTION 'history that came in stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'history_stands';
  END IF;
  IF TG_OP = 'INSERT' AND (NEW.confirmed_by IS NOT NULL OR NEW.discarded_by IS NOT NULL) THEN
    RAISE EXCEPTION 'history waits first' USING ERRCODE = 'check_violation', CONSTRAINT = 'history_stands';
  END IF;
  IF NEW.discarded_by IS NULL AND EXISTS (SELECT FROM editions WHERE service_id = NEW.service_id) THEN
    RAISE EXCEPTION 'history comes in before the first edition'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'history_comes_before_editions';
  END IF;
  IF NEW.confirmed_by IS NOT NULL AND NOT EXISTS (
    SELECT FROM services s
    WHERE s.id = NEW.service_id AND (
      (s.head_id = NEW.confirmed_by AND NEW.confirmed_for IS NULL)
      OR (NEW.confirmed_for IS NULL AND s.head_id = ANY (NEW.authors) OR NEW.confirmed_for = s.head_id) AND EXISTS (
        SELECT FROM deputies d
        WHERE d.service_id = s.id AND d.head_id = s.head_id AND d.deputy_id = NEW.confirmed_by
          AND (NEW.confirmed_at AT TIME ZONE 'Europe/London')::date BETWEEN d.from_day AND d.until_day))) THEN
    RAISE EXCEPTION 'history is confirmed by the head of service or a deputy'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'history_takes_two_pairs_of_eyes';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER history_batches_stand BEFORE INSERT OR UPDATE OR DELETE ON history_batches
  FOR EACH ROW EXECUTE FUNCTION history_batches_stand();
--> statement-breakpoint
CREATE TRIGGER history_batches_are_never_emptied BEFORE TRUNCATE ON history_batches
  FOR EACH STATEMENT EXECUTE FUNCTION history_batches_stand();
--> statement-breakpoint
-- A figure of history stands with its batch: it is never changed, and goes only once its batch is thrown away.
CREATE FUNCTION history_figures_stand() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM history_batches WHERE id = OLD.batch_id AND discarded_by IS NOT NULL) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'history that came in stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'history_stands';
END
$$;
--> statement-breakpoint
CREATE TRIGGER history_figures_stand BEFORE UPDATE OR DELETE ON history_figures
  FOR EACH ROW EXECUTE FUNCTION history_figures_stand();
--> statement-breakpoint
CREATE TRIGGER history_figures_are_never_emptied BEFORE TRUNCATE ON history_figures
  FOR EACH STATEMENT EXECUTE FUNCTION history_figures_stand();
--> statement-breakpoint
-- Figures come in with a batch that waits, of measures of its service, for periods that were over when they were published and that
-- nobody has begun a reading for.
CREATE FUNCTION history_figures_fit() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM added a JOIN history_batches b ON b.id = a.batch_id JOIN measures m ON m.id = a.measure_id
    WHERE b.confirmed_by IS NOT NULL OR b.discarded_by IS NOT NULL OR m.service_id <> b.service_id
      OR (a.period_start + make_interval(months => CASE m.frequency
        WHEN 'monthly' THEN 1 WHEN 'quarterly' THEN 3 WHEN 'termly' THEN 4 WHEN 'half_yearly' THEN 6 ELSE 12 END))::date
        > b.published_on) THEN
    RAISE EXCEPTION 'history fits its batch' USING ERRCODE = 'check_violation', CONSTRAINT = 'history_fits_its_batch';
  END IF;
  IF EXISTS (
    SELECT FROM added a JOIN readings r ON r.measure_id = a.measure_id AND r.period_start = a.period_start) THEN
    RAISE EXCEPTION 'a reading of this period is begun' USING ERRCODE = 'check_violation', CONSTRAINT = 'no_history_beside_readings';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER history_figures_fit AFTER INSERT ON history_figures REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION history_figures_fit();
--> statement-breakpoint
-- A period that history gives is not entered here as well.
CREATE FUNCTION no_reading_beside_history() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM history_figures WHERE measure_id = NEW.measure_id AND period_start = NEW.period_start) THEN
    RAISE EXCEPTION 'this period came in as history' USING ERRCODE = 'check_violation', CONSTRAINT = 'no_reading_beside_history';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER no_reading_beside_history BEFORE INSERT ON readings
  FOR EACH ROW EXECUTE FUNCTION no_reading_beside_history();
--> statement-breakpoint
-- No edition goes out over history that waits: after it nobody could confirm it any more.
CREATE FUNCTION no_edition_while_history_waits() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM history_batches
    WHERE service_id = NEW.service_id AND confirmed_by IS NULL AND discarded_by IS NULL) THEN
    RAISE EXCEPTION 'history waits for its confirmation'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'no_edition_while_history_waits';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER no_edition_while_history_waits BEFORE INSERT ON editions
  FOR EACH ROW EXECUTE FUNCTION no_edition_while_history_waits();
--> statement-breakpoint
CREATE TRIGGER told_when_added AFTER INSERT ON history_batches REFERENCING NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('id');
--> statement-breakpoint
CREATE TRIGGER told_when_changed AFTER UPDATE ON history_batches REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('id');
--> statement-breakpoint
CREATE TRIGGER told_when_removed AFTER DELETE ON history_batches REFERENCING OLD TABLE AS rows_before
  FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('id');
