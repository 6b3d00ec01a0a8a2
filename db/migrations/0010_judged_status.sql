ALTER TABLE "readings" ADD COLUMN "judged_colour" text;--> statement-breakpoint
ALTER TABLE "readings" ADD COLUMN "rule_colour" text;--> statement-breakpoint
ALTER TABLE "readings" ADD COLUMN "judged_reason" text;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "a_judged_status_is_signed" CHECK (num_nonnulls("readings"."judged_colour", "readings"."rule_colour", "readings"."judged_reason") in (0, 3)
        and ("readings"."judged_colour" is null or "readings"."approved_hash" is not null));--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "a_judged_status_is_another_colour" CHECK ("readings"."judged_colour" in ('green', 'amber', 'red') and "readings"."rule_colour" in ('green', 'amber', 'red')
        and "readings"."judged_colour" <> "readings"."rule_colour");--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "a_judged_status_says_why" CHECK (length(trim("readings"."judged_reason")) between 20 and 500);--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "a_judged_status_has_a_figure" CHECK ("readings"."judged_colour" is null or "readings"."missing" is null);
--> statement-breakpoint
-- by hand
-- A judged status comes with the approval that signs it, from the head of the service or a deputy on that day, and never from or
-- for the owner of the measure; it stands while that approval stands, and goes with it.
CREATE FUNCTION judged_status_is_signed() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.judged_colour, NEW.rule_colour, NEW.judged_reason, NEW.approved_hash, NEW.approved_by, NEW.approved_at, NEW.approved_for, NEW.version)
      IS NOT DISTINCT FROM
      (OLD.judged_colour, OLD.rule_colour, OLD.judged_reason, OLD.approved_hash, OLD.approved_by, OLD.approved_at, OLD.approved_for, OLD.version) THEN
      RETURN NEW;
    END IF;
    IF NEW.judged_colour IS NULL AND NEW.approved_by IS NULL THEN
      RETURN NEW;
    END IF;
    IF OLD.state = 'submitted' AND NEW.state = 'approved' AND NEW.version = OLD.version AND EXISTS (
      SELECT FROM measures m JOIN services s ON s.id = m.service_id
      WHERE m.id = NEW.measure_id
        AND (m.owner_id IS NULL OR m.owner_id NOT IN (NEW.approved_by, COALESCE(NEW.approved_for, NEW.approved_by)))
        AND (s.head_id = NEW.approved_by OR EXISTS (
          SELECT FROM deputies d
          WHERE d.service_id = s.id AND d.head_id = s.head_id AND d.deputy_id = NEW.approved_by
            AND (NEW.approved_at AT TIME ZONE 'Europe/London')::date BETWEEN d.from_day AND d.until_day))) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'a judged status comes and goes with an approval by the head of service or a deputy, who is not the owner'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'a_judged_status_is_signed';
END
$$;
--> statement-breakpoint
CREATE TRIGGER judged_status_is_signed BEFORE UPDATE ON readings
  FOR EACH ROW WHEN (NEW.judged_colour IS NOT NULL OR OLD.judged_colour IS NOT NULL) EXECUTE FUNCTION judged_status_is_signed();
--> statement-breakpoint
CREATE TRIGGER new_readings_are_not_judged BEFORE INSERT ON readings
  FOR EACH ROW WHEN (NEW.judged_colour IS NOT NULL) EXECUTE FUNCTION judged_status_is_signed();
