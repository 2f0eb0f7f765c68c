CREATE TABLE "one_time_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"secret_hash" text NOT NULL,
	"user_id" text,
	"email" text,
	"assignments" jsonb,
	"agency" text,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "one_time_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agency_settings" (
	"agency" text PRIMARY KEY NOT NULL,
	"second_factor_roles" text[] DEFAULT '{}' NOT NULL,
	"mail_host" text,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agency_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "two_factors" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT true NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "two_factors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "two_factor_enabled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "suspended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "last_signed_in_on" date;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "new_password_asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factors" ADD CONSTRAINT "two_factors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_time_links_by_secret" ON "one_time_links" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "one_time_links_by_user" ON "one_time_links" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_time_links_one_open_invitation" ON "one_time_links" USING btree ("email") WHERE "one_time_links"."kind" = 'invitation' and "one_time_links"."used_at" is null and "one_time_links"."revoked_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "two_factors_by_user" ON "two_factors" USING btree ("user_id");--> statement-breakpoint
CREATE POLICY "one_time_links_sign_in" ON "one_time_links" AS PERMISSIVE FOR ALL TO public USING (current_setting('midcourse.part', true) = 'sign-in') WITH CHECK (current_setting('midcourse.part', true) = 'sign-in');--> statement-breakpoint
CREATE POLICY "agency_settings_sign_in" ON "agency_settings" AS PERMISSIVE FOR ALL TO public USING (current_setting('midcourse.part', true) = 'sign-in') WITH CHECK (current_setting('midcourse.part', true) = 'sign-in');--> statement-breakpoint
CREATE POLICY "two_factors_sign_in" ON "two_factors" AS PERMISSIVE FOR ALL TO public USING (current_setting('midcourse.part', true) = 'sign-in') WITH CHECK (current_setting('midcourse.part', true) = 'sign-in');