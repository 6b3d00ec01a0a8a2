ALTER TYPE "public"."event_kind" ADD VALUE 'service_added';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'service_changed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'measure_added';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'measure_changed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'measure_mended';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'break_removed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'target_set';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'target_removed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'outturn_set';--> statement-breakpoint
ALTER TABLE "outturns" ADD COLUMN "source" text;
--> statement-breakpoint
-- By hand from here to the end.
-- A target that follows another one of its measure has its decision. What stood without one before there was this rule stands.
CREATE FUNCTION later_targets_are_decided() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM measures WHERE id = NEW.measure_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM targets t
      WHERE t.measure_id = NEW.measure_id AND t.reason IS NULL
      AND CASE WHEN t.id = NEW.id
        THEN EXISTS (SELECT FROM targets e WHERE e.measure_id = t.measure_id AND e.effective_from < t.effective_from)
        ELSE NEW.effective_from < t.effective_from AND NOT EXISTS (SELECT FROM targets e
          WHERE e.measure_id = t.measure_id AND e.id <> NEW.id AND e.effective_from < t.effective_from) END) THEN
    RAISE EXCEPTION 'a target that follows another one says why, who decided it and when'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'later_targets_are_decided';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER later_targets_are_decided AFTER INSERT OR UPDATE ON targets
  FOR EACH ROW EXECUTE FUNCTION later_targets_are_decided();
--> statement-breakpoint
-- A target by which an approved or published reading was judged is neither changed nor removed.
CREATE FUNCTION targets_in_use_stand() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM readings r
      JOIN reading_versions v ON v.reading_id = r.id AND v.content_hash = r.approved_hash
      WHERE r.measure_id = OLD.measure_id AND (v.ground ->> 'targetId')::integer = OLD.id)
    -- Where the target was set between the last save and the approval, the event of the approval alone tells it.
    OR EXISTS (SELECT FROM readings r
      JOIN events e ON e.subject = 'reading' AND e.subject_id = r.id AND e.kind = 'reading_approved'
        AND e.details ->> 'hash' = r.approved_hash
      WHERE r.measure_id = OLD.measure_id AND (e.details -> 'ground' ->> 'targetId')::integer = OLD.id) THEN
    RAISE EXCEPTION 'approved readings were judged by this target'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'targets_in_use_stand';
  END IF;
  RETURN COALESCE(NEW, OLD);
END
$$;
--> statement-breakpoint
CREATE TRIGGER targets_in_use_stand BEFORE UPDATE OR DELETE ON targets
  FOR EACH ROW EXECUTE FUNCTION targets_in_use_stand();
