ALTER TYPE "public"."event_kind" ADD VALUE 'record_opened';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'sign_in_opened';--> statement-breakpoint
CREATE TABLE "lived_day" (
	"only_one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"today" date NOT NULL,
	CONSTRAINT "one_day_is_lived_in" CHECK ("lived_day"."only_one")
);
--> statement-breakpoint
CREATE TABLE "refused_sign_ins" (
	"account" integer NOT NULL,
	"addresses" integer NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"tries" integer NOT NULL,
	"throttled" integer NOT NULL,
	"told" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "refusals_are_counted_together" PRIMARY KEY("account","since","addresses"),
	CONSTRAINT "sixteen_groups_of_addresses" CHECK ("refused_sign_ins"."addresses" between 0 and 15),
	CONSTRAINT "no_more_is_told_than_was_tried" CHECK ("refused_sign_ins"."told" between 0 and "refused_sign_ins"."tries")
);
--> statement-breakpoint
ALTER TABLE "renderings" ADD COLUMN "mac" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "refused_before" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "refusals_by_age" ON "refused_sign_ins" USING btree ("since");--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "every_author_is_somebody" CHECK (array_position("readings"."authors", null) is null);
--> statement-breakpoint
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
--> statement-breakpoint
-- By hand from here to the end.
-- Pages that were kept before there were codes fit no code: they are made anew.
DELETE FROM renderings;
--> statement-breakpoint
-- Each row that is added, changed or removed is noted for the event of its transaction (db/record.ts): by its hash before and
-- after, each without the row's nulls.
CREATE FUNCTION tells_of_rows() RETURNS trigger LANGUAGE plpgsql SET timezone = 'UTC' SET search_path = pg_catalog AS $$
DECLARE
  before jsonb := '[]';
  after jsonb := '[]';
  touched jsonb;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    SELECT coalesce(jsonb_agg(to_jsonb(b)), '[]') INTO before FROM rows_before b;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    SELECT coalesce(jsonb_agg(to_jsonb(a)), '[]') INTO after FROM rows_after a;
  END IF;
  WITH versions (place, j) AS (
    SELECT 0, b FROM jsonb_array_elements(before) b UNION ALL SELECT 1, a FROM jsonb_array_elements(after) a
  ), hashed (name, place, hash) AS (
    SELECT TG_TABLE_NAME || ' ' || CASE WHEN TG_ARGV[1] = 'hidden'
        THEN encode(sha256(convert_to(k.key, 'UTF8')), 'hex') ELSE k.key END,
      v.place, encode(sha256(convert_to(h.whole::text, 'UTF8')), 'hex')
    FROM versions v,
      LATERAL (SELECT string_agg(v.j ->> c.name, ', ' ORDER BY c.n) AS key
        FROM unnest(string_to_array(TG_ARGV[0], ',')) WITH ORDINALITY c (name, n)) k,
      LATERAL (SELECT jsonb_object_agg(e.key, e.value) AS whole FROM jsonb_each(v.j) e WHERE e.value <> 'null') h
  ), told (name, hashes) AS (
    SELECT name, jsonb_build_array(max(hash) FILTER (WHERE place = 0), max(hash) FILTER (WHERE place = 1))
    FROM hashed GROUP BY name
  )
  SELECT jsonb_object_agg(name, hashes) INTO touched FROM told;
  IF touched IS NOT NULL THEN
    PERFORM set_config('candour.touched',
      coalesce(current_setting('candour.touched', true), '') || touched::text || chr(10), true);
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- The tables and keys are those of db/guarded.ts; a test holds the two together.
DO $$
DECLARE
  guarded record;
BEGIN
  FOR guarded IN SELECT * FROM (VALUES
    ('council', $k$'id'$k$), ('services', $k$'id'$k$), ('measures', $k$'id'$k$), ('targets', $k$'id'$k$),
    ('outturns', $k$'measure_id,year'$k$), ('definition_versions', $k$'measure_id,version'$k$),
    ('series_breaks', $k$'measure_id,period_start'$k$), ('rebases', $k$'measure_id,period_start'$k$),
    ('benchmarks', $k$'id'$k$), ('benchmark_values', $k$'benchmark_id,until_day'$k$),
    ('withdrawals', $k$'edition_id'$k$), ('revisions', $k$'edition_id,code,period_start'$k$),
    ('departures', $k$'edition_id,code'$k$), ('announcements', $k$'id'$k$),
    ('announcement_moves', $k$'announcement_id,moved_at'$k$), ('pre_release_readers', $k$'announcement_id,person_id'$k$),
    ('committees', $k$'id'$k$), ('committee_services', $k$'committee_id,service_id'$k$),
    ('meetings', $k$'committee_id,day'$k$), ('people', $k$'id'$k$), ('roles', $k$'person_id,role'$k$),
    ('deputies', $k$'id'$k$), ('identities', $k$'issuer,subject', 'hidden'$k$),
    ('invitations', $k$'token_hash', 'hidden'$k$), ('sessions', $k$'token_hash', 'hidden'$k$)
  ) AS v (name, key) LOOP
    EXECUTE format('CREATE TRIGGER told_when_added AFTER INSERT ON %I REFERENCING NEW TABLE AS rows_after
      FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows(%s)', guarded.name, guarded.key);
    EXECUTE format('CREATE TRIGGER told_when_changed AFTER UPDATE ON %I REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after
      FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows(%s)', guarded.name, guarded.key);
    EXECUTE format('CREATE TRIGGER told_when_removed AFTER DELETE ON %I REFERENCING OLD TABLE AS rows_before
      FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows(%s)', guarded.name, guarded.key);
  END LOOP;
END
$$;
