ALTER TYPE "public"."event_kind" ADD VALUE 'council_changed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'measures_reordered';--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "earlier_slugs" text[];--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "an_earlier_address_is_one" CHECK (cardinality("services"."earlier_slugs") > 0);
--> statement-breakpoint
-- by hand
-- An address of a service stays with it: what was its address once leads there for ever, and is no other service's.
CREATE FUNCTION addresses_stay() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM services s WHERE s.id <> NEW.id
      AND (NEW.slug = ANY (s.earlier_slugs) OR s.slug = ANY (NEW.earlier_slugs) OR s.earlier_slugs && NEW.earlier_slugs)) THEN
    RAISE EXCEPTION 'this address leads to another service'
      USING ERRCODE = 'unique_violation', CONSTRAINT = 'an_address_stays_with_its_service';
  END IF;
  IF TG_OP = 'UPDATE' AND NOT (COALESCE(NEW.earlier_slugs, '{}') @> (COALESCE(OLD.earlier_slugs, '{}')
      || CASE WHEN NEW.slug = OLD.slug THEN '{}'::text[] ELSE ARRAY[OLD.slug] END)) THEN
    RAISE EXCEPTION 'an earlier address leads to its service for ever'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'earlier_addresses_stand';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER addresses_stay BEFORE INSERT OR UPDATE OF slug, earlier_slugs ON services
  FOR EACH ROW EXECUTE FUNCTION addresses_stay();
--> statement-breakpoint
-- Two measures change places in one statement: the rule is asked at its end.
ALTER TABLE "measures" DROP CONSTRAINT "one_measure_per_number";
--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "one_measure_per_number" UNIQUE ("service_id", "number") DEFERRABLE INITIALLY IMMEDIATE;
