COMMENT ON TABLE "released_tables" IS 'append-only: what was shown was shown';
--> statement-breakpoint
CREATE TRIGGER released_tables_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "released_tables"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
