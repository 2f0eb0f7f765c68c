CREATE TABLE "audit_chain" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_chain_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entry_id" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_chain_entry_id_unique" UNIQUE("entry_id")
);
--> statement-breakpoint
ALTER TABLE "audit_chain" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "role_assignments" ADD COLUMN "place" text DEFAULT 'state' NOT NULL;--> statement-breakpoint
ALTER TABLE "role_assignments" DROP CONSTRAINT "role_assignments_user_id_role_agency_pk";--> statement-breakpoint
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_user_id_role_agency_place_pk" PRIMARY KEY("user_id","role","agency","place");--> statement-breakpoint
CREATE POLICY "audit_chain_read" ON "audit_chain" AS PERMISSIVE FOR SELECT TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'security_officer', 'administrator']);--> statement-breakpoint
ALTER POLICY "audit_entries_read" ON "audit_entries" TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'security_officer', 'administrator']);--> statement-breakpoint
ALTER POLICY "jobs_read" ON "jobs" TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'analyst', 'leader', 'administrator', 'nation']);--> statement-breakpoint
ALTER POLICY "links_read" ON "links" TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'analyst', 'leader', 'administrator', 'nation']);--> statement-breakpoint
ALTER POLICY "links_add" ON "links" TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'analyst', 'leader', 'administrator', 'nation']);--> statement-breakpoint
ALTER POLICY "links_remove" ON "links" TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'analyst', 'leader', 'administrator', 'nation']);--> statement-breakpoint
ALTER POLICY "data_versions_read" ON "data_versions" TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'analyst', 'leader', 'administrator', 'nation', 'partner', 'observer']);--> statement-breakpoint
ALTER POLICY "agency_values_read" ON "agency_values" TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'frontline', 'supervisor', 'analyst', 'leader', 'administrator', 'nation']);--> statement-breakpoint
ALTER POLICY "agency_values_add" ON "agency_values" TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'leader', 'administrator']);