-- With a data version goes what only it showed. What it had shown to be gone is open again, for nothing says so any more.
-- The owner of the tables runs it: whoever deletes a version need not be somebody who may read the list.
CREATE FUNCTION forget_fixes_of_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  UPDATE data_fixes SET state = 'open', gone_in = NULL, gone_how = NULL WHERE gone_in = OLD.number;
  DELETE FROM data_fixes WHERE seen_in = ARRAY[OLD.number];
  UPDATE data_fixes SET
    seen_in = array_remove(seen_in, OLD.number),
    judged_as_of = coalesce(
      (SELECT max(as_of) FROM data_versions WHERE number = ANY (array_remove(seen_in, OLD.number) || gone_in)), judged_as_of)
  WHERE OLD.number = ANY (seen_in);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER data_versions_forget_fixes AFTER DELETE ON data_versions
  FOR EACH ROW EXECUTE FUNCTION forget_fixes_of_version();
