CREATE TABLE "measure_mark_versions" (
	"mark_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"on" date NOT NULL,
	"label" text NOT NULL,
	"words" text NOT NULL,
	"measures" text[] NOT NULL,
	"moves" text[] NOT NULL,
	"source" text NOT NULL,
	"change_why" text DEFAULT '' NOT NULL,
	"is_withdrawn" boolean DEFAULT false NOT NULL,
	"said_at" timestamp with time zone DEFAULT now() NOT NULL,
	"said_by" text NOT NULL,
	"said_as" text NOT NULL,
	CONSTRAINT "measure_mark_versions_mark_id_version_pk" PRIMARY KEY("mark_id","version"),
	CONSTRAINT "measure_mark_versions_from_1" CHECK ("measure_mark_versions"."version" >= 1),
	CONSTRAINT "measure_mark_versions_stand_somewhere" CHECK (cardinality("measure_mark_versions"."measures") > 0),
	CONSTRAINT "measure_mark_versions_move_what_they_mark" CHECK ("measure_mark_versions"."moves" <@ "measure_mark_versions"."measures"),
	CONSTRAINT "measure_mark_versions_say_why" CHECK (("measure_mark_versions"."version" = 1) = ("measure_mark_versions"."change_why" = '')),
	CONSTRAINT "measure_mark_versions_begin_standing" CHECK ("measure_mark_versions"."version" > 1 or not "measure_mark_versions"."is_withdrawn")
);
--> statement-breakpoint
ALTER TABLE "measure_mark_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "measure_marks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"place" text NOT NULL,
	"form_key" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_by" text NOT NULL,
	CONSTRAINT "measure_marks_form_key_unique" UNIQUE("form_key")
);
--> statement-breakpoint
ALTER TABLE "measure_marks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "measure_mark_versions" ADD CONSTRAINT "measure_mark_versions_mark_id_measure_marks_id_fk" FOREIGN KEY ("mark_id") REFERENCES "public"."measure_marks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "measure_mark_versions_read" ON "measure_mark_versions" AS PERMISSIVE FOR SELECT TO public USING (exists (select from measure_marks of_mark where of_mark.id = "mark_id"));--> statement-breakpoint
CREATE POLICY "measure_mark_versions_add" ON "measure_mark_versions" AS PERMISSIVE FOR INSERT TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'leader', 'administrator'] and exists (select from measure_marks of_mark where of_mark.id = "mark_id" and midcourse_reaches(of_mark.place)));--> statement-breakpoint
CREATE POLICY "measure_marks_read" ON "measure_marks" AS PERMISSIVE FOR SELECT TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'analyst', 'leader', 'administrator', 'nation'] and ("kind" = 'policy' or "place" = 'state' or midcourse_reaches("place") or midcourse_works_in("place")));--> statement-breakpoint
CREATE POLICY "measure_marks_add" ON "measure_marks" AS PERMISSIVE FOR INSERT TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'leader', 'administrator'] and midcourse_reaches("place"));