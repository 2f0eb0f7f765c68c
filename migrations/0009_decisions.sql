CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"place" text NOT NULL,
	"form_key" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"level" text NOT NULL,
	"statement" text NOT NULL,
	"dropped" text NOT NULL,
	"voices" text NOT NULL,
	"decided_by" text NOT NULL,
	"would_change_our_mind" text NOT NULL,
	"serves" text[] NOT NULL,
	"trades_off" text[] NOT NULL,
	"consulted" jsonb NOT NULL,
	"expected_measure" text,
	"expected_direction" text,
	"expected_size" double precision,
	"expected_by" date,
	"expected_sure" text,
	"revisit_on" date,
	"decided_on" date,
	"due_on" date,
	"learned" text DEFAULT '' NOT NULL,
	"follows" uuid,
	"follows_as" text,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_by" text NOT NULL,
	"words" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('english', "statement"), 'A') || setweight(to_tsvector('english', "dropped" || ' ' || "voices" || ' ' || "would_change_our_mind" || ' ' || "learned"), 'B') || setweight(to_tsvector('english', "decided_by"), 'C')) STORED NOT NULL,
	CONSTRAINT "decisions_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "decisions_one_follows_another" UNIQUE("follows"),
	CONSTRAINT "decisions_level_is_known" CHECK ("level" in ('frontline', 'supervisor', 'manager', 'executive', 'court', 'legislature')),
	CONSTRAINT "decisions_follow_as_something" CHECK (("decisions"."follows" is null) = ("decisions"."follows_as" is null)),
	CONSTRAINT "decisions_expect_all_or_nothing" CHECK (num_nulls("decisions"."expected_measure", "decisions"."expected_direction", "decisions"."expected_by", "decisions"."expected_sure") in (0, 4)
        and ("decisions"."expected_measure" is not null or "decisions"."expected_size" is null)),
	CONSTRAINT "decisions_decided_is_complete" CHECK ("decisions"."state" = 'draft' or ("decisions"."decided_on" is not null
        and "decisions"."revisit_on" is not null and "decisions"."revisit_on" > "decisions"."decided_on" and "decisions"."statement" <> '' and "decisions"."decided_by" <> ''))
);
--> statement-breakpoint
ALTER TABLE "decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "decision_revisits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"decision_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"learned" text NOT NULL,
	"due_on" date NOT NULL,
	"looked_on" date NOT NULL,
	"next_on" date,
	"seen" jsonb,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_by" text NOT NULL,
	CONSTRAINT "decision_revisits_once_a_day_set" UNIQUE("decision_id","due_on")
);
--> statement-breakpoint
ALTER TABLE "decision_revisits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_follows_decisions_id_fk" FOREIGN KEY ("follows") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_revisits" ADD CONSTRAINT "decision_revisits_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decisions_words" ON "decisions" USING gin ("words");--> statement-breakpoint
CREATE INDEX "decisions_due" ON "decisions" USING btree ("due_on");--> statement-breakpoint
CREATE INDEX "decisions_expected" ON "decisions" USING btree ("expected_measure");--> statement-breakpoint
CREATE POLICY "decisions_read" ON "decisions" AS PERMISSIVE FOR SELECT TO public USING ((string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'analyst', 'leader', 'administrator'] and (midcourse_reaches("place") or ("state" <> 'draft' and ("place" = 'state' or exists (
  select from unnest(string_to_array(current_setting('midcourse.places', true), E'\n')) as held
  where "place" like 'county:%' and starts_with(held, 'unit:' || substr("place", 8) || '/'))))))
  or ("state" <> 'draft' and midcourse_is_shared('decision', "id"::text, "place")));--> statement-breakpoint
CREATE POLICY "decisions_draft" ON "decisions" AS PERMISSIVE FOR INSERT TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'analyst', 'leader'] and midcourse_reaches("place") and "state" = 'draft');--> statement-breakpoint
CREATE POLICY "decisions_change" ON "decisions" AS PERMISSIVE FOR UPDATE TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'analyst', 'leader'] and midcourse_reaches("place") and ("state" = 'draft' or ("level" = 'frontline' and string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'leader']) or ("level" = 'supervisor' and string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'supervisor', 'leader']) or ("level" = 'manager' and string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'leader']) or ("level" = 'executive' and string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'leader']) or ("level" = 'court' and string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'leader']) or ("level" = 'legislature' and string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'leader']))) WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'analyst', 'leader'] and midcourse_reaches("place") and ("state" = 'draft' or ("level" = 'frontline' and string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'leader']) or ("level" = 'supervisor' and string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'supervisor', 'leader']) or ("level" = 'manager' and string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'leader']) or ("level" = 'executive' and string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'leader']) or ("level" = 'court' and string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'leader']) or ("level" = 'legislature' and string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'leader'])));--> statement-breakpoint
CREATE POLICY "decisions_discard" ON "decisions" AS PERMISSIVE FOR DELETE TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'analyst', 'leader'] and midcourse_reaches("place") and "state" = 'draft');--> statement-breakpoint
CREATE POLICY "decision_revisits_read" ON "decision_revisits" AS PERMISSIVE FOR SELECT TO public USING (exists (select from decisions where decisions.id = decision_id));--> statement-breakpoint
CREATE POLICY "decision_revisits_add" ON "decision_revisits" AS PERMISSIVE FOR INSERT TO public WITH CHECK (exists (select from decisions where decisions.id = decision_id and "state" <> 'draft' and string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'analyst', 'leader'] and midcourse_reaches("place") and (("level" = 'frontline' and string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'leader']) or ("level" = 'supervisor' and string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'supervisor', 'leader']) or ("level" = 'manager' and string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'leader']) or ("level" = 'executive' and string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'leader']) or ("level" = 'court' and string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'leader']) or ("level" = 'legislature' and string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'leader']))));