-- Events and editions are written once. The trigger answers every attempt to change them with a sentence.
CREATE FUNCTION stands_for_ever() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what is written in % is never changed or removed', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'stands_for_ever';
END
$$;
--> statement-breakpoint
CREATE TRIGGER events_stand_for_ever BEFORE UPDATE OR DELETE ON events
  FOR EACH ROW EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER events_are_never_emptied BEFORE TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER editions_stand_for_ever BEFORE UPDATE OR DELETE ON editions
  FOR EACH ROW EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER editions_are_never_emptied BEFORE TRUNCATE ON editions
  FOR EACH STATEMENT EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER edition_rows_stand_for_ever BEFORE UPDATE OR DELETE ON edition_rows
  FOR EACH ROW EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER edition_rows_are_never_emptied BEFORE TRUNCATE ON edition_rows
  FOR EACH STATEMENT EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER reading_versions_stand_for_ever BEFORE UPDATE OR DELETE ON reading_versions
  FOR EACH ROW EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE TRIGGER reading_versions_are_never_emptied BEFORE TRUNCATE ON reading_versions
  FOR EACH STATEMENT EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
-- A published reading is corrected by a further revision, and never changed itself.
CREATE TRIGGER published_readings_stand_for_ever BEFORE UPDATE OR DELETE ON readings
  FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION stands_for_ever();
--> statement-breakpoint
CREATE FUNCTION stands_with_its_reading() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM readings WHERE state = 'published'
      AND id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.reading_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.reading_id END)) THEN
    RAISE EXCEPTION 'the actions of a published reading are never changed or removed'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'stands_for_ever';
  END IF;
  RETURN COALESCE(NEW, OLD);
END
$$;
--> statement-breakpoint
CREATE TRIGGER published_actions_stand_for_ever BEFORE INSERT OR UPDATE OR DELETE ON actions
  FOR EACH ROW EXECUTE FUNCTION stands_with_its_reading();
--> statement-breakpoint
-- Two pairs of eyes over everybody who wrote any version, whatever the list of authors says.
CREATE FUNCTION another_pair_of_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM reading_versions WHERE reading_id = NEW.id AND author_id = NEW.approved_by) THEN
    RAISE EXCEPTION 'nobody approves what they wrote'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'two_pairs_of_eyes';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER approvals_take_another_pair_of_eyes BEFORE UPDATE OF approved_by ON readings
  FOR EACH ROW WHEN (NEW.approved_by IS NOT NULL) EXECUTE FUNCTION another_pair_of_eyes();
