CREATE TABLE "review_items" (
	"review_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"about" text NOT NULL,
	"minutes" integer NOT NULL,
	"looked_at_kind" text,
	"looked_at_id" text,
	CONSTRAINT "review_items_review_id_position_pk" PRIMARY KEY("review_id","position"),
	CONSTRAINT "review_items_minutes" CHECK ("review_items"."minutes" between 0 and 1440),
	CONSTRAINT "review_items_looked_at" CHECK (("review_items"."looked_at_kind" is null) = ("review_items"."looked_at_id" is null))
);
--> statement-breakpoint
ALTER TABLE "review_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"place" text NOT NULL,
	"held_on" date NOT NULL,
	"title" text NOT NULL,
	"at_the_table" text[] DEFAULT '{}' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reviews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agency_value_versions" (
	"value_id" text NOT NULL,
	"version" integer NOT NULL,
	"statement" text NOT NULL,
	"why" text NOT NULL,
	"would_see" text NOT NULL,
	"owner_role" text NOT NULL,
	"asked_groups" text[] DEFAULT '{}' NOT NULL,
	"asked_when" text DEFAULT '' NOT NULL,
	"change_why" text DEFAULT '' NOT NULL,
	"said_on" date DEFAULT now() NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_by" text NOT NULL,
	"made_as" text NOT NULL,
	CONSTRAINT "agency_value_versions_value_id_version_pk" PRIMARY KEY("value_id","version")
);
--> statement-breakpoint
ALTER TABLE "agency_value_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "agency_values" DROP CONSTRAINT "agency_values_position_unique";--> statement-breakpoint
ALTER TABLE "agency_values" ALTER COLUMN "position" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "agency_values" ADD COLUMN "place" text DEFAULT 'state' NOT NULL;--> statement-breakpoint
ALTER TABLE "agency_values" ADD COLUMN "state" text DEFAULT 'current' NOT NULL;--> statement-breakpoint
ALTER TABLE "agency_values" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "agency_values" ADD COLUMN "published_version" integer;--> statement-breakpoint
ALTER TABLE "agency_values" ADD COLUMN "retired_why" text;--> statement-breakpoint
ALTER TABLE "agency_values" ADD COLUMN "retired_on" date;--> statement-breakpoint
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_value_versions" ADD CONSTRAINT "agency_value_versions_value_id_agency_values_id_fk" FOREIGN KEY ("value_id") REFERENCES "public"."agency_values"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Words that were there become the first version; who wrote them down stays on record.
INSERT INTO "agency_value_versions" ("value_id", "version", "statement", "why", "would_see", "owner_role", "said_on", "made_at", "made_by", "made_as")
  SELECT "id", 1, "statement", "why", "would_see", "owner_role", "made_at"::date, "made_at", "made_by", 'leader' FROM "agency_values";--> statement-breakpoint
UPDATE "agency_values" SET "published_version" = 1;--> statement-breakpoint
COMMENT ON TABLE "agency_value_versions" IS 'append-only: what was said once stays readable';--> statement-breakpoint
ALTER TABLE "agency_values" DROP COLUMN "statement";--> statement-breakpoint
ALTER TABLE "agency_values" DROP COLUMN "why";--> statement-breakpoint
ALTER TABLE "agency_values" DROP COLUMN "would_see";--> statement-breakpoint
ALTER TABLE "agency_values" DROP COLUMN "owner_role";--> statement-breakpoint
ALTER TABLE "agency_values" ADD CONSTRAINT "agency_values_one_at_each_position" UNIQUE("place","position");--> statement-breakpoint
ALTER TABLE "agency_values" ADD CONSTRAINT "agency_values_current_has_a_position" CHECK (("agency_values"."state" = 'current') = ("agency_values"."position" is not null));--> statement-breakpoint
ALTER TABLE "agency_values" ADD CONSTRAINT "agency_values_published_unless_draft" CHECK (("agency_values"."state" = 'draft') = ("agency_values"."published_version" is null));--> statement-breakpoint
CREATE POLICY "agency_values_change" ON "agency_values" AS PERMISSIVE FOR UPDATE TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'leader', 'administrator', 'nation'] and midcourse_reaches("place"));--> statement-breakpoint
CREATE POLICY "review_items_read" ON "review_items" AS PERMISSIVE FOR SELECT TO public USING (exists (select from reviews of_review where of_review.id = "review_id" and true));--> statement-breakpoint
CREATE POLICY "review_items_add" ON "review_items" AS PERMISSIVE FOR INSERT TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'supervisor', 'analyst', 'leader', 'administrator', 'nation'] and exists (select from reviews of_review where of_review.id = "review_id" and midcourse_reaches(of_review.place)));--> statement-breakpoint
CREATE POLICY "review_items_remove" ON "review_items" AS PERMISSIVE FOR DELETE TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'supervisor', 'analyst', 'leader', 'administrator', 'nation'] and exists (select from reviews of_review where of_review.id = "review_id" and midcourse_reaches(of_review.place)));--> statement-breakpoint
CREATE POLICY "reviews_read" ON "reviews" AS PERMISSIVE FOR SELECT TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'analyst', 'leader', 'administrator', 'nation'] and (midcourse_reaches("place") or "place" = 'state' or midcourse_works_in("place")));--> statement-breakpoint
CREATE POLICY "reviews_add" ON "reviews" AS PERMISSIVE FOR INSERT TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'supervisor', 'analyst', 'leader', 'administrator', 'nation'] and midcourse_reaches("place"));--> statement-breakpoint
CREATE POLICY "reviews_change" ON "reviews" AS PERMISSIVE FOR UPDATE TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'supervisor', 'analyst', 'leader', 'administrator', 'nation'] and midcourse_reaches("place"));--> statement-breakpoint
CREATE POLICY "agency_value_versions_read" ON "agency_value_versions" AS PERMISSIVE FOR SELECT TO public USING (exists (select from agency_values of_value where of_value.id = "value_id" and ((string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'analyst', 'leader', 'administrator', 'nation'] and midcourse_reaches(of_value.place)) or "agency_value_versions"."version" >= of_value.published_version)));--> statement-breakpoint
CREATE POLICY "agency_value_versions_add" ON "agency_value_versions" AS PERMISSIVE FOR INSERT TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'leader', 'administrator', 'nation'] and exists (select from agency_values of_value where of_value.id = "value_id" and midcourse_reaches(of_value.place)));--> statement-breakpoint
ALTER POLICY "agency_values_read" ON "agency_values" TO public USING ((string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'analyst', 'leader', 'administrator', 'nation'] and (midcourse_reaches("place") or ("state" <> 'draft' and ("place" = 'state' or midcourse_works_in("place")))))
  or ("state" <> 'draft' and midcourse_is_shared('value', "id"::text, "place")));--> statement-breakpoint
ALTER POLICY "agency_values_add" ON "agency_values" TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'leader', 'administrator', 'nation'] and midcourse_reaches("place"));