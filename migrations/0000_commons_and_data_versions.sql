CREATE TABLE "audit_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" text NOT NULL,
	"because" text NOT NULL,
	"event" text NOT NULL,
	"subject" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rate_limits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "role_assignments" (
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"agency" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "role_assignments_user_id_role_agency_pk" PRIMARY KEY("user_id","role","agency")
);
--> statement-breakpoint
ALTER TABLE "role_assignments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "verifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"input" jsonb NOT NULL,
	"step" text DEFAULT '' NOT NULL,
	"file" text,
	"rows" bigint DEFAULT 0 NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"total_bytes" bigint DEFAULT 0 NOT NULL,
	"sentence" text,
	"result" jsonb,
	"started_by" text NOT NULL,
	"queued_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"moved_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "jobs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "links" (
	"from_kind" text NOT NULL,
	"from_id" text NOT NULL,
	"to_kind" text NOT NULL,
	"to_id" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_by" text NOT NULL,
	CONSTRAINT "links_from_kind_from_id_to_kind_to_id_pk" PRIMARY KEY("from_kind","from_id","to_kind","to_id")
);
--> statement-breakpoint
ALTER TABLE "links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "data_versions" (
	"number" integer PRIMARY KEY NOT NULL,
	"content_id" text NOT NULL,
	"label" text NOT NULL,
	"as_of" date NOT NULL,
	"agency" text,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_by" text NOT NULL,
	"manifest" jsonb NOT NULL,
	"folder" text NOT NULL,
	"in_use" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "data_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_by_subject" ON "audit_entries" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "accounts_by_user" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_by_provider" ON "accounts" USING btree ("provider_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rate_limits_by_key" ON "rate_limits" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_by_token" ON "sessions" USING btree ("token");--> statement-breakpoint
CREATE INDEX "sessions_by_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_by_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "verifications_by_identifier" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "jobs_newest" ON "jobs" USING btree ("queued_at");--> statement-breakpoint
CREATE INDEX "links_backwards" ON "links" USING btree ("to_kind","to_id");--> statement-breakpoint
CREATE UNIQUE INDEX "data_versions_by_content" ON "data_versions" USING btree ("content_id");--> statement-breakpoint
CREATE UNIQUE INDEX "data_versions_by_folder" ON "data_versions" USING btree ("folder");--> statement-breakpoint
CREATE UNIQUE INDEX "data_versions_one_in_use" ON "data_versions" USING btree ("in_use") WHERE in_use;--> statement-breakpoint
CREATE POLICY "audit_entries_added_by_the_actor" ON "audit_entries" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("actor_id" <> '' and "actor_id" = current_setting('midcourse.actor_id', true));--> statement-breakpoint
CREATE POLICY "audit_entries_read" ON "audit_entries" AS PERMISSIVE FOR SELECT TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'administrator']);--> statement-breakpoint
CREATE POLICY "accounts_sign_in" ON "accounts" AS PERMISSIVE FOR ALL TO public USING (current_setting('midcourse.part', true) = 'sign-in') WITH CHECK (current_setting('midcourse.part', true) = 'sign-in');--> statement-breakpoint
CREATE POLICY "rate_limits_sign_in" ON "rate_limits" AS PERMISSIVE FOR ALL TO public USING (current_setting('midcourse.part', true) = 'sign-in') WITH CHECK (current_setting('midcourse.part', true) = 'sign-in');--> statement-breakpoint
CREATE POLICY "role_assignments_sign_in" ON "role_assignments" AS PERMISSIVE FOR ALL TO public USING (current_setting('midcourse.part', true) = 'sign-in') WITH CHECK (current_setting('midcourse.part', true) = 'sign-in');--> statement-breakpoint
CREATE POLICY "sessions_sign_in" ON "sessions" AS PERMISSIVE FOR ALL TO public USING (current_setting('midcourse.part', true) = 'sign-in') WITH CHECK (current_setting('midcourse.part', true) = 'sign-in');--> statement-breakpoint
CREATE POLICY "users_sign_in" ON "users" AS PERMISSIVE FOR ALL TO public USING (current_setting('midcourse.part', true) = 'sign-in') WITH CHECK (current_setting('midcourse.part', true) = 'sign-in');--> statement-breakpoint
CREATE POLICY "verifications_sign_in" ON "verifications" AS PERMISSIVE FOR ALL TO public USING (current_setting('midcourse.part', true) = 'sign-in') WITH CHECK (current_setting('midcourse.part', true) = 'sign-in');--> statement-breakpoint
CREATE POLICY "jobs_read" ON "jobs" AS PERMISSIVE FOR SELECT TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'administrator']);--> statement-breakpoint
CREATE POLICY "jobs_add" ON "jobs" AS PERMISSIVE FOR INSERT TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'administrator']);--> statement-breakpoint
CREATE POLICY "jobs_move" ON "jobs" AS PERMISSIVE FOR UPDATE TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system']);--> statement-breakpoint
CREATE POLICY "links_read" ON "links" AS PERMISSIVE FOR SELECT TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'administrator']);--> statement-breakpoint
CREATE POLICY "links_add" ON "links" AS PERMISSIVE FOR INSERT TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'administrator']);--> statement-breakpoint
CREATE POLICY "links_remove" ON "links" AS PERMISSIVE FOR DELETE TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'administrator']);--> statement-breakpoint
CREATE POLICY "data_versions_read" ON "data_versions" AS PERMISSIVE FOR SELECT TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'administrator']);--> statement-breakpoint
CREATE POLICY "data_versions_add" ON "data_versions" AS PERMISSIVE FOR INSERT TO public WITH CHECK (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'administrator']);--> statement-breakpoint
CREATE POLICY "data_versions_change" ON "data_versions" AS PERMISSIVE FOR UPDATE TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'analyst', 'administrator']);--> statement-breakpoint
CREATE POLICY "data_versions_delete" ON "data_versions" AS PERMISSIVE FOR DELETE TO public USING (string_to_array(current_setting('midcourse.roles', true), ',') && array['system', 'administrator']);