CREATE TABLE "agency_values" (
	"id" text PRIMARY KEY NOT NULL,
	"statement" text NOT NULL,
	"why" text NOT NULL,
	"would_see" text NOT NULL,
	"owner_role" text NOT NULL,
	"position" integer NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_by" text NOT NULL,
	CONSTRAINT "agency_values_position_unique" UNIQUE("position"),
	CONSTRAINT "agency_values_id_is_a_short_name" CHECK ("agency_values"."id" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "agency_values_position_from_1" CHECK ("agency_values"."position" >= 1)
);
--> statement-breakpoint
ALTER TABLE "agency_values" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "agency_values_read" ON "agency_values" AS PERMISSIVE FOR SELECT TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'administrator']);--> statement-breakpoint
CREATE POLICY "agency_values_add" ON "agency_values" AS PERMISSIVE FOR INSERT TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'administrator']);