CREATE INDEX "measures_of_an_owner" ON "measures" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "submitted_readings" ON "readings" USING btree ("measure_id") WHERE "readings"."state" = 'submitted';
--> statement-breakpoint
-- Takes the lock of a chain, reads its last hash and writes an event behind it, all in one statement of the caller's: volatile, so
-- that what is read after the lock is what whoever held it has committed. The text of the event comes in two parts, between which the
-- last hash stands as JSON, and its SHA-256 is the event's own (lib/record/event.ts). Where the transaction has touched guarded rows
-- the event must have their hashes as well: then nothing is written, and the caller gets them with the last hash.
CREATE FUNCTION append_event(happened_at timestamptz, text_before text, text_after text)
  RETURNS TABLE (written boolean, touched_rows text, last_hash text) LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  event jsonb := (text_before || 'null' || text_after)::jsonb;
  chain int := event ->> 'serviceId';
BEGIN
  PERFORM pg_advisory_xact_lock(71001, coalesce(chain, 0));
  IF chain IS NULL THEN
    SELECT e.hash INTO last_hash FROM public.events e WHERE e.service_id IS NULL ORDER BY e.id DESC LIMIT 1;
  ELSE
    SELECT e.hash INTO last_hash FROM public.events e WHERE e.service_id = chain ORDER BY e.id DESC LIMIT 1;
  END IF;
  touched_rows := nullif(current_setting('candour.touched', true), '');
  written := touched_rows IS NULL;
  IF written THEN
    INSERT INTO public.events (at, actor_id, service_id, kind, subject, subject_id, details, previous, hash)
    VALUES (happened_at, (event ->> 'actorId')::int, chain, (event ->> 'kind')::public.event_kind,
      (event ->> 'subject')::public.event_subject, (event ->> 'subjectId')::int, event -> 'details', last_hash,
      encode(sha256(convert_to(text_before || coalesce('"' || last_hash || '"', 'null') || text_after, 'UTF8')), 'hex'));
  ELSE
    -- What one event has, no second one has.
    PERFORM set_config('candour.touched', '', true);
  END IF;
  RETURN NEXT;
END
$$;
