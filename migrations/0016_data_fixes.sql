CREATE TABLE "data_fix_lists" (
	"version" integer PRIMARY KEY NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"judges" text[] NOT NULL,
	"found" jsonb NOT NULL,
	"checks" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "data_fix_lists" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "data_fix_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"fix_id" uuid NOT NULL,
	"text" text NOT NULL,
	"said_as" text NOT NULL,
	"said_by" text NOT NULL,
	"said_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "data_fix_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "data_fixes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"source" text NOT NULL,
	"table_name" text NOT NULL,
	"rule" text NOT NULL,
	"field" text DEFAULT '' NOT NULL,
	"child_id" text DEFAULT '' NOT NULL,
	"report_id" text DEFAULT '' NOT NULL,
	"record_on" text DEFAULT '' NOT NULL,
	"records" integer DEFAULT 1 NOT NULL,
	"place" text NOT NULL,
	"assigned_to" text NOT NULL,
	"for_supervisor" boolean DEFAULT false NOT NULL,
	"sentence" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"said_fixed_on" date,
	"said_fixed_as" text,
	"gone_in" integer,
	"gone_how" text,
	"seen_in" integer[] NOT NULL,
	"judged_as_of" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "data_fixes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "data_fix_lists" ADD CONSTRAINT "data_fix_lists_version_data_versions_number_fk" FOREIGN KEY ("version") REFERENCES "public"."data_versions"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_fix_notes" ADD CONSTRAINT "data_fix_notes_fix_id_data_fixes_id_fk" FOREIGN KEY ("fix_id") REFERENCES "public"."data_fixes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "data_fix_notes_by_fix" ON "data_fix_notes" USING btree ("fix_id");--> statement-breakpoint
CREATE UNIQUE INDEX "data_fixes_one_each" ON "data_fixes" USING btree ("source","table_name","rule","field","child_id","report_id","record_on");--> statement-breakpoint
CREATE INDEX "data_fixes_by_assigned" ON "data_fixes" USING btree ("assigned_to","state");--> statement-breakpoint
CREATE POLICY "data_fix_lists_read" ON "data_fix_lists" AS PERMISSIVE FOR SELECT TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'analyst']);--> statement-breakpoint
CREATE POLICY "data_fix_lists_add" ON "data_fix_lists" AS PERMISSIVE FOR INSERT TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system']);--> statement-breakpoint
CREATE POLICY "data_fix_lists_change" ON "data_fix_lists" AS PERMISSIVE FOR UPDATE TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system']);--> statement-breakpoint
CREATE POLICY "data_fix_notes_read" ON "data_fix_notes" AS PERMISSIVE FOR SELECT TO public USING (exists (select from data_fixes as fix where fix.id = "fix_id"));--> statement-breakpoint
CREATE POLICY "data_fix_notes_add" ON "data_fix_notes" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("said_by" <> '' and "said_by" = current_setting('midcourse.actor_id', true) and exists (select from data_fixes as fix where fix.id = "fix_id"));--> statement-breakpoint
CREATE POLICY "data_fixes_read" ON "data_fixes" AS PERMISSIVE FOR SELECT TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'analyst'] and (midcourse_reaches("place") or midcourse_reaches("assigned_to")));--> statement-breakpoint
CREATE POLICY "data_fixes_add" ON "data_fixes" AS PERMISSIVE FOR INSERT TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system']);--> statement-breakpoint
CREATE POLICY "data_fixes_change" ON "data_fixes" AS PERMISSIVE FOR UPDATE TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'analyst'] and (midcourse_reaches("place") or midcourse_reaches("assigned_to")));--> statement-breakpoint
CREATE POLICY "data_fixes_forget" ON "data_fixes" AS PERMISSIVE FOR DELETE TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system']);