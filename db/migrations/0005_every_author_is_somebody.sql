ALTER TABLE "readings" ADD CONSTRAINT "every_author_is_somebody" CHECK (array_position("readings"."authors", null) is null);
--> statement-breakpoint
-- What triggers look up is the record's own, whatever search path or table of its own a session has.
ALTER FUNCTION stands_with_its_reading() SET search_path = public, pg_temp;
--> statement-breakpoint
ALTER FUNCTION another_pair_of_eyes() SET search_path = public, pg_temp;
--> statement-breakpoint
-- Two pairs of eyes hold for what is written after the approval as well: no version by whoever approved. The row is locked, so
-- that an approval and a version that come at the same moment see each other.
CREATE FUNCTION approvers_write_nothing() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  approver integer;
BEGIN
  SELECT approved_by INTO approver FROM readings WHERE id = NEW.reading_id FOR SHARE;
  IF approver = NEW.author_id THEN
    RAISE EXCEPTION 'nobody writes into what they approved'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'two_pairs_of_eyes';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER versions_take_another_pair_of_eyes BEFORE INSERT ON reading_versions
  FOR EACH ROW EXECUTE FUNCTION approvers_write_nothing();
