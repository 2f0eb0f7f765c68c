COMMENT ON TABLE "extract_mappings" IS 'append-only: a change makes the next version';
