ALTER TABLE "readings" ADD CONSTRAINT "authors_are_known" CHECK (array_position("readings"."authors", null) is null);--> statement-breakpoint
-- Two pairs of eyes over everybody who wrote any version or whose suggested words were taken over, whatever the list of
-- authors says; and nobody approves for one of its authors. What was approved before there was this rule stands.
CREATE OR REPLACE FUNCTION another_pair_of_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM reading_versions
      WHERE reading_id = NEW.id AND author_id IN (NEW.approved_by, NEW.approved_for))
    OR EXISTS (SELECT FROM events
      WHERE subject = 'reading' AND subject_id = NEW.id AND kind = 'reading_saved'
      AND (details -> 'suggestedBy' @> to_jsonb(NEW.approved_by) OR details -> 'suggestedBy' @> to_jsonb(NEW.approved_for)))
    OR NEW.approved_for = ANY (NEW.authors) THEN
    RAISE EXCEPTION 'nobody approves what they wrote, and nobody for whoever wrote it'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'two_pairs_of_eyes';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
DROP TRIGGER approvals_take_another_pair_of_eyes ON readings;
--> statement-breakpoint
CREATE TRIGGER approvals_take_another_pair_of_eyes BEFORE UPDATE OF approved_by, approved_for, authors ON readings
  FOR EACH ROW WHEN (NEW.approved_by IS NOT NULL) EXECUTE FUNCTION another_pair_of_eyes();
--> statement-breakpoint
-- Of a new row there are neither versions nor events yet: the demonstration is not slowed down by looking for them.
CREATE TRIGGER new_approvals_take_another_pair_of_eyes BEFORE INSERT ON readings
  FOR EACH ROW WHEN (NEW.approved_for = ANY (NEW.authors)) EXECUTE FUNCTION another_pair_of_eyes();
