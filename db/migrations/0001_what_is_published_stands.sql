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
