-- Is a row's place within reach of whoever asks? The same as reaches() in app/commons/permissions/place.ts.
CREATE FUNCTION midcourse_reaches(place text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(bool_or(
    held = place
    OR (held LIKE 'county:%' AND starts_with(place, 'unit:' || substr(held, 8) || '/'))
    OR (held = 'state' AND current_setting('midcourse.reach', true) = 'below'
      AND (place LIKE 'county:%' OR place LIKE 'unit:%'))
    OR 'system' = ANY (string_to_array(current_setting('midcourse.roles', true), ','))
  ), false)
  FROM unnest(string_to_array(current_setting('midcourse.places', true), E'\n')) AS held
$$;
--> statement-breakpoint
-- What an entry's hash is made of. app/commons/audit/verify.ts hashes the same text.
CREATE FUNCTION audit_entry_content(entry audit_entries) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN entry.id IS NOT NULL THEN
    jsonb_build_array(entry.id, to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry.actor_id,
      entry.because, entry.event, entry.subject, entry.details)::text END
$$;
--> statement-breakpoint
-- Seals an entry. It runs as a transaction commits, one at a time, so that the chain has one order and nobody waits
-- for another's work: the lock is held for the commit alone. The tables' owner runs it; the application may not write the chain.
CREATE FUNCTION seal_audit_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  previous text;
BEGIN
  PERFORM pg_advisory_xact_lock(4700204);
  SELECT hash INTO previous FROM audit_chain ORDER BY position DESC LIMIT 1;
  INSERT INTO audit_chain (entry_id, hash) VALUES (
    NEW.id,
    encode(sha256(convert_to(coalesce(previous, '') || E'\n' || audit_entry_content(NEW), 'UTF8')), 'hex'));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_entries_sealed AFTER INSERT ON audit_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION seal_audit_entry();
--> statement-breakpoint
CREATE TRIGGER audit_chain_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_chain
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
COMMENT ON TABLE audit_chain IS 'append-only: the seals of the audit';
--> statement-breakpoint
-- Entries from before there was a chain are sealed in their order.
DO $$
DECLARE
  entry audit_entries;
  previous text := '';
BEGIN
  FOR entry IN SELECT * FROM audit_entries ORDER BY id LOOP
    previous := encode(sha256(convert_to(previous || E'\n' || audit_entry_content(entry), 'UTF8')), 'hex');
    INSERT INTO audit_chain (entry_id, hash) VALUES (entry.id, previous);
  END LOOP;
END
$$;
