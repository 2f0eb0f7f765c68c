CREATE TABLE "small_cell_settings" (
	"agency" text PRIMARY KEY NOT NULL,
	"threshold" integer NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "small_cell_settings_threshold" CHECK ("small_cell_settings"."threshold" between 3 and 50)
);
--> statement-breakpoint
ALTER TABLE "small_cell_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "released_tables_once";--> statement-breakpoint
-- Lines from before releases were of whole families stay, each with a mark of its own.
ALTER TABLE "released_tables" ADD COLUMN "fingerprint" text NOT NULL DEFAULT gen_random_uuid()::text;--> statement-breakpoint
ALTER TABLE "released_tables" ALTER COLUMN "fingerprint" DROP DEFAULT;--> statement-breakpoint
CREATE UNIQUE INDEX "released_tables_once" ON "released_tables" USING btree ("measure","window_from","window_to","content_id","fingerprint");--> statement-breakpoint
ALTER TABLE "released_tables" DROP COLUMN "breakdown";--> statement-breakpoint
CREATE POLICY "small_cell_settings_read" ON "small_cell_settings" AS PERMISSIVE FOR SELECT TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'administrator']);--> statement-breakpoint
CREATE POLICY "small_cell_settings_add" ON "small_cell_settings" AS PERMISSIVE FOR INSERT TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'administrator']);--> statement-breakpoint
CREATE POLICY "small_cell_settings_change" ON "small_cell_settings" AS PERMISSIVE FOR UPDATE TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'administrator']);