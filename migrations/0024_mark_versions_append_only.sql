COMMENT ON TABLE "measure_mark_versions" IS 'append-only: a correction is another version';
--> statement-breakpoint
COMMENT ON TABLE "measure_marks" IS 'append-only: a mark keeps its kind and its place';
--> statement-breakpoint
CREATE TRIGGER measure_mark_versions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "measure_mark_versions"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER measure_marks_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "measure_marks"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
