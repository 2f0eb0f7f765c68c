CREATE TABLE "drop_settings" (
	"place" text PRIMARY KEY DEFAULT 'state' NOT NULL,
	"is_on" boolean NOT NULL,
	"rhythm" text NOT NULL,
	"put_in_use" boolean NOT NULL,
	"looked_at" timestamp with time zone,
	"found" text,
	"job" uuid
);
--> statement-breakpoint
ALTER TABLE "drop_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "extract_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place" text DEFAULT 'state' NOT NULL,
	"files" text[] NOT NULL,
	"draft" jsonb NOT NULL,
	"based_on" text,
	"as_of" date,
	"checked" jsonb,
	"check_job" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "extract_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "extract_mappings" (
	"place" text DEFAULT 'state' NOT NULL,
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_by" text NOT NULL,
	CONSTRAINT "extract_mappings_place_name_version_pk" PRIMARY KEY("place","name","version"),
	CONSTRAINT "extract_mappings_version_from_1" CHECK ("extract_mappings"."version" >= 1)
);
--> statement-breakpoint
ALTER TABLE "extract_mappings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "drop_settings_read" ON "drop_settings" AS PERMISSIVE FOR SELECT TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'administrator']);--> statement-breakpoint
CREATE POLICY "drop_settings_add" ON "drop_settings" AS PERMISSIVE FOR INSERT TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'administrator'] and midcourse_reaches("place"));--> statement-breakpoint
CREATE POLICY "drop_settings_change" ON "drop_settings" AS PERMISSIVE FOR UPDATE TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'administrator'] and midcourse_reaches("place")) WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'administrator'] and midcourse_reaches("place"));--> statement-breakpoint
CREATE POLICY "extract_drafts_read" ON "extract_drafts" AS PERMISSIVE FOR SELECT TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'administrator'] and midcourse_reaches("place"));--> statement-breakpoint
CREATE POLICY "extract_drafts_add" ON "extract_drafts" AS PERMISSIVE FOR INSERT TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'administrator'] and midcourse_reaches("place"));--> statement-breakpoint
CREATE POLICY "extract_drafts_change" ON "extract_drafts" AS PERMISSIVE FOR UPDATE TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'administrator'] and midcourse_reaches("place")) WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'administrator'] and midcourse_reaches("place"));--> statement-breakpoint
CREATE POLICY "extract_drafts_delete" ON "extract_drafts" AS PERMISSIVE FOR DELETE TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'administrator'] and midcourse_reaches("place"));--> statement-breakpoint
CREATE POLICY "extract_mappings_read" ON "extract_mappings" AS PERMISSIVE FOR SELECT TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'administrator'] and midcourse_reaches("place"));--> statement-breakpoint
CREATE POLICY "extract_mappings_add" ON "extract_mappings" AS PERMISSIVE FOR INSERT TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'administrator'] and midcourse_reaches("place"));