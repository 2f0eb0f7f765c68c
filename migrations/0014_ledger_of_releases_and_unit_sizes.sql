CREATE TABLE "released_tables" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "released_tables_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"measure" text NOT NULL,
	"window_from" date NOT NULL,
	"window_to" date NOT NULL,
	"breakdown" text NOT NULL,
	"content_id" text NOT NULL,
	"as_of" date NOT NULL,
	"cells" jsonb NOT NULL,
	"released_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "released_tables" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_sizes" (
	"county" text NOT NULL,
	"unit" text NOT NULL,
	"workers" integer NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "unit_sizes_county_unit_pk" PRIMARY KEY("county","unit"),
	CONSTRAINT "unit_sizes_workers_from_0" CHECK ("unit_sizes"."workers" >= 0)
);
--> statement-breakpoint
ALTER TABLE "unit_sizes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "released_tables_once" ON "released_tables" USING btree ("measure","window_from","window_to","breakdown","content_id");--> statement-breakpoint
CREATE POLICY "released_tables_read" ON "released_tables" AS PERMISSIVE FOR SELECT TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system']);--> statement-breakpoint
CREATE POLICY "released_tables_add" ON "released_tables" AS PERMISSIVE FOR INSERT TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system']);--> statement-breakpoint
CREATE POLICY "unit_sizes_read" ON "unit_sizes" AS PERMISSIVE FOR SELECT TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'administrator']);--> statement-breakpoint
CREATE POLICY "unit_sizes_add" ON "unit_sizes" AS PERMISSIVE FOR INSERT TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'administrator']);--> statement-breakpoint
CREATE POLICY "unit_sizes_change" ON "unit_sizes" AS PERMISSIVE FOR UPDATE TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'administrator']);