-- What was decided keeps its word: everything on the card is locked, the expectation too. What can still change is its
-- state, the day it is due, and what was learned, and only as revisits and new versions on record say.
CREATE FUNCTION decision_keeps_its_word() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  may_change text[] := array['state', 'due_on', 'learned', 'revision', 'words'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN
      RAISE EXCEPTION 'a decision begins as a draft' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'draft' THEN
      RAISE EXCEPTION 'what was decided stays' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
  END IF;
  IF (NEW.id, NEW.place, NEW.form_key, NEW.follows, NEW.follows_as, NEW.made_at, NEW.made_by)
    IS DISTINCT FROM (OLD.id, OLD.place, OLD.form_key, OLD.follows, OLD.follows_as, OLD.made_at, OLD.made_by) THEN
    RAISE EXCEPTION 'where a decision comes from does not change' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF OLD.state = 'draft' THEN
    IF NEW.state NOT IN ('draft', 'decided') OR NEW.learned <> '' THEN
      RAISE EXCEPTION 'a draft is decided before anything else' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF to_jsonb(NEW) - may_change <> to_jsonb(OLD) - may_change THEN
    RAISE EXCEPTION 'what was decided is locked' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF OLD.state IN ('decided', 'kept') AND NEW.state IN ('kept', 'corrected', 'reversed') AND EXISTS (
    SELECT FROM decision_revisits AS revisit
    WHERE revisit.decision_id = OLD.id AND revisit.due_on = OLD.due_on AND revisit.outcome = NEW.state
      AND revisit.learned = NEW.learned AND revisit.next_on IS NOT DISTINCT FROM NEW.due_on
  ) THEN
    RETURN NEW;
  END IF;
  IF OLD.state IN ('decided', 'kept') AND NEW.state = 'replaced' AND NEW.learned = OLD.learned
    AND NEW.due_on IS NULL AND EXISTS (
    SELECT FROM decisions AS version
    WHERE version.follows = OLD.id AND version.follows_as = 'version' AND version.state = 'decided'
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a decision changes its state by a revisit or a new version' USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER decisions_keep_their_word BEFORE INSERT OR UPDATE OR DELETE ON decisions
  FOR EACH ROW EXECUTE FUNCTION decision_keeps_its_word();
--> statement-breakpoint
CREATE TRIGGER decision_revisits_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decision_revisits
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
COMMENT ON TABLE decision_revisits IS 'append-only: what was seen and learned at a revisit stays';
